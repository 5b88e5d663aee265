export const text = {
	title: { ru: 'Вспомните без подглядывания', en: 'Recall, without looking' },
	says: {
		ru: 'Отвеченное верно вернётся через день, три и семь — ровно когда начинает забываться.',
		en: 'What you recall comes back after one, three and seven days, just as it begins to fade.'
	},
	due: { ru: 'Пора вспомнить', en: 'Time to recall' },
	dueSays: {
		ru: 'Вопросы из пройденных уроков, которым подошёл срок: {n}.',
		en: 'Questions of lessons you have taken, due now: {n}.'
	},
	right: { ru: 'Верно.', en: 'Right.' },
	wrong: { ru: 'Нет.', en: 'No.' },
	again: { ru: 'Ответить ещё раз', en: 'Answer again' },
	isRight: { ru: 'верный ответ', en: 'the right answer' },
	yours: { ru: 'ваш ответ', en: 'your answer' }
};
