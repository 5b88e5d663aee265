/** Words of the choice which Airflow programs speak to, and as whom. */
export const text = {
	target: { ru: 'С каким Airflow говорит программа', en: 'Which Airflow the program speaks to' },
	sim: { ru: 'Симулятор · {api}', en: 'Simulator · {api}' },
	own: { ru: 'Мой Airflow', en: 'My Airflow' },
	as: { ru: 'от имени', en: 'as' },
	anonymous: { ru: 'никто (без входа)', en: 'nobody (no login)' },
	setUp: { ru: 'Настроить на площадке', en: 'Set it up in the playground' }
} as const;
