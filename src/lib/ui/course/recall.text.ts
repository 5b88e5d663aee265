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
	several: { ru: 'Верных ответов больше одного.', en: 'More than one answer is right.' },
	give: { ru: 'Ответить', en: 'Answer' },
	right: { ru: 'Верно.', en: 'Right.' },
	wrong: { ru: 'Не совсем.', en: 'Not quite.' },
	again: { ru: 'Ответить ещё раз', en: 'Answer again' },
	isRight: { ru: 'верный ответ', en: 'the right answer' }
};
