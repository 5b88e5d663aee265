export const text = {
	api: { ru: 'Версия API в упражнении «{title}»', en: 'API version of the exercise “{title}”' },
	v1: { ru: 'API v1 (Airflow 2)', en: 'API v1 (Airflow 2)' },
	v2: { ru: 'API v2 (Airflow 3)', en: 'API v2 (Airflow 3)' }
};
