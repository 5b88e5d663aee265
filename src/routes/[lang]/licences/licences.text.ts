export const text = {
	title: { ru: 'Лицензии', en: 'Licences' },
	lead: {
		ru: 'Windsock распространяется по лицензии Apache 2.0. Он собран из чужих работ; вот они, с условиями каждой.',
		en: 'Windsock is under the Apache 2.0 licence. It is built from the work of others; here they are, with the terms of each.'
	},
	python: { ru: 'Python в браузере', en: 'Python in the browser' },
	pythonSays: {
		ru: 'CPython, Pyodide и пакеты, которые загружаются при первом запуске программы.',
		en: 'CPython, Pyodide and the packages that are loaded when a program first runs.'
	},
	noPython: {
		ru: 'В этой сборке Python нет: его пакеты не удалось получить, когда собирался сайт.',
		en: 'This build has no Python: its packages could not be had when the site was built.'
	},
	npm: { ru: 'Пакеты npm', en: 'npm packages' },
	npmSays: {
		ru: 'Из них собран сам сайт. Часть нужна только программам, которые запускают на своей машине, и в браузер не попадает.',
		en: 'The site itself is built from these. Some are only for the programs that run on your machine and never reach the browser.'
	},
	part: { ru: 'Что', en: 'Part' },
	version: { ru: 'Версия', en: 'Version' },
	licence: { ru: 'Лицензия', en: 'Licence' },
	unnamed: { ru: 'не названа', en: 'not named' },
	texts: { ru: 'Тексты лицензий', en: 'Licence texts' },
	textsSay: {
		ru: 'Слово в слово, как их дают авторы. Одинаковые тексты приведены один раз.',
		en: 'Word for word, as their authors give them. Equal texts stand here once.'
	},
	whole: { ru: 'Все тексты одним файлом', en: 'All texts as one file' },
	show: { ru: 'Показать тексты здесь', en: 'Show the texts here' },
	failed: {
		ru: 'Тексты не загрузились. Проверьте сеть и попробуйте ещё раз.',
		en: 'The texts did not load. Check the network and try again.'
	}
} as const;
