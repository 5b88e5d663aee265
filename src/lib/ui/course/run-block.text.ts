/** Words under a lesson's code blocks. */
export const text = {
	run: { ru: 'Выполнить здесь', en: 'Run it here' },
	close: { ru: 'Закрыть', en: 'Close' },
	open: { ru: 'Открыть на площадке', en: 'Open in the playground' },
	code: { ru: 'Код', en: 'Code' },
	loading: { ru: 'Загружаем…', en: 'Loading…' }
};
