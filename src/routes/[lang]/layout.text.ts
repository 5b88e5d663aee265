export const text = {
	skip: { ru: 'К содержанию', en: 'Skip to content' },
	main: { ru: 'Главное меню', en: 'Main menu' },
	play: { ru: 'Площадка', en: 'Playground' },
	server: { ru: 'Пультовая', en: 'Control room' },
	course: { ru: 'Курс', en: 'Course' },
	terminal: { ru: 'Терминал', en: 'Terminal' },
	python: { ru: 'Python', en: 'Python' },
	licences: { ru: 'Лицензии', en: 'Licences' },
	search: { ru: 'Поиск', en: 'Search' },
	troubleshooting: { ru: 'Неполадки', en: 'Troubles' },
	language: { ru: 'In English', en: 'По-русски' },
	dark: { ru: 'Тёмная тема', en: 'Dark theme' },
	light: { ru: 'Светлая тема', en: 'Light theme' },
	newer: { ru: 'Есть новая версия сайта.', en: 'A newer version of this site is ready.' },
	update: { ru: 'Обновить', en: 'Update' },
	independent: {
		ru: 'Windsock — независимый проект. Apache Airflow — товарный знак Apache Software Foundation.',
		en: 'Windsock is an independent project. Apache Airflow is a trademark of the Apache Software Foundation.'
	}
};
