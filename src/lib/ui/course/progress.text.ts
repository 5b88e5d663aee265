export const text = {
	title: { ru: 'Прогресс с собой', en: 'Take your progress along' },
	says: {
		ru: 'Прогресс живёт только в этом браузере. В файле — что и когда сделано; паролей, запросов и заметок в нём нет. Такой же файл просит преподаватель.',
		en: 'Progress lives in this browser only. The file holds what was done and when; no passwords, no requests, no notes. It is also what an instructor asks for.'
	},
	name: { ru: 'Имя в файле', en: 'The name in the file' },
	save: { ru: 'Сохранить файл', en: 'Save a file' },
	load: { ru: 'Взять из файла', en: 'Take from a file' },
	notKept: {
		ru: 'Браузер не сохраняет прогресс: {why}. Пока страница открыта, он здесь; сохраните его в файл.',
		en: 'The browser does not keep your progress: {why}. It is here while the page is open; save it to a file.'
	},
	preview: {
		ru: 'В файле записей: {all}, новых для этого браузера: {fresh}.',
		en: 'Records in the file: {all}; new to this browser: {fresh}.'
	},
	owner: { ru: 'Имя в файле: {name}.', en: 'The name in the file: {name}.' },
	gained: { ru: 'Добавятся упражнения: {n}', en: 'Exercises to be added: {n}' },
	lost: {
		ru: 'Станут непройденными (в файле их начали сначала): {n}',
		en: 'No longer solved (the file says they were started over): {n}'
	},
	take: { ru: 'Добавить', en: 'Add them' },
	leave: { ru: 'Не надо', en: 'Leave it' },
	taken: { ru: 'Добавлено записей: {n}.', en: 'Records added: {n}.' },
	same: { ru: 'Всё из этого файла здесь уже есть.', en: 'All of this file is here already.' },
	noJson: {
		ru: 'Файл не читается как JSON: {why}. Возможно, он обрезан: сохраните его заново.',
		en: 'The file does not read as JSON: {why}. It may be cut off: save it again.'
	},
	another: {
		ru: 'Это не файл прогресса Windsock. Нужен файл, который сохраняет эта страница.',
		en: 'This is no progress file of Windsock. It takes a file that this page saves.'
	},
	newer: {
		ru: 'Файл записан версией {version}, а этот сайт знает только первую. Обновите страницу.',
		en: 'The file is of version {version}; this site knows the first one only. Reload the page.'
	},
	badEvent: {
		ru: 'Запись номер {n} повреждена, поэтому файл не взят целиком. Сохраните его заново.',
		en: 'Record number {n} is damaged, so nothing was taken. Save the file again.'
	},
	tooMany: {
		ru: 'Записей в файле {n}: столько за курс не бывает.',
		en: 'The file holds {n} records, more than a course ever makes.'
	},
	tooLong: {
		ru: 'Файл больше 20 МБ, файлы прогресса намного меньше.',
		en: 'The file is larger than 20 MB; progress files are far smaller.'
	},
	done: { ru: 'Свидетельство для печати', en: 'A page to print' },
	exercise: { ru: 'Составить своё упражнение', en: 'Compose an exercise' },
	class: { ru: 'Преподавателям: сводка по группе', en: 'For instructors: a class at a glance' }
};
