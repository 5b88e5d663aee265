export const text = {
	mark: { ru: 'Отметить урок пройденным', en: 'Mark the lesson as done' },
	unmark: { ru: 'Снять отметку', en: 'Take the mark back' },
	marked: { ru: 'Урок отмечен как пройденный.', en: 'The lesson is marked as done.' },
	solved: {
		ru: 'Все упражнения урока выполнены.',
		en: 'All exercises of the lesson are solved.'
	},
	previous: { ru: 'Назад: {title}', en: 'Back: {title}' },
	next: { ru: 'Дальше: {title}', en: 'Next: {title}' },
	nav: { ru: 'Соседние уроки', en: 'Neighbouring lessons' },
	rating: { ru: 'Как вам урок?', en: 'How was the lesson?' },
	stars: { ru: '{n} из 5', en: '{n} of 5' },
	note: { ru: 'Заметка для себя', en: 'A note for yourself' },
	noteSays: {
		ru: 'Оценка и заметка остаются в этом браузере и в файл прогресса не попадают.',
		en: 'Rating and note stay in this browser and never enter the progress file.'
	},
	notKept: {
		ru: 'Браузер не сохранил заметку: {why}. Скопируйте её, прежде чем закрыть страницу.',
		en: 'The browser did not keep the note: {why}. Copy it before you close the page.'
	}
};
