export const text = {
	title: { ru: 'Словарь', en: 'Glossary' },
	says: {
		ru: 'Слова, без которых не обойтись в REST API и CLI Airflow. Сказанное верно для 2.11 и 3.3, если не указано иное.',
		en: 'The words that Airflow’s REST API and CLI cannot do without. What is said holds for 2.11 and 3.3 unless it says otherwise.'
	},
	filter: { ru: 'Найти слово', en: 'Find a word' },
	see: { ru: 'См. также:', en: 'See also:' },
	none: { ru: 'Такого слова в словаре нет.', en: 'The glossary has no such word.' },
	count: { ru: 'Слов: {n}', en: 'Words: {n}' }
};
