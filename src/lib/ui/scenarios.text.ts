/** Names of the scenarios a world can begin with. */
export const scenarios: Record<string, { ru: string; en: string }> = {
	course: { ru: 'Курс: шесть DAG', en: 'Course: six DAGs' },
	showcase: {
		ru: 'Выставка: по DAG на каждую возможность',
		en: 'Showcase: a DAG for each feature'
	},
	'production-morning': {
		ru: 'Утро в проде: 40 DAG и одна авария',
		en: 'Production morning: 40 DAGs and one accident'
	},
	huge: {
		ru: 'Большая компания: 10 000 DAG, миллион задач',
		en: 'Big company: 10,000 DAGs, a million task instances'
	},
	empty: { ru: 'Пустой Airflow', en: 'Empty Airflow' },
	'many-variables': { ru: 'Курс и 120 переменных', en: 'The course with 120 variables' },
	'busy-proxy': {
		ru: 'Курс за прокси, который просит подождать',
		en: 'The course behind a proxy that asks to wait'
	}
};
