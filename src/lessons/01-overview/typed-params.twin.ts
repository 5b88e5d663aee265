import type { Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

export const typedParamsInV2: Twin = {
	programs: { airflow: 'its-commands' },
	step: asInV2,
	task: {
		ru: 'Запустите в Airflow 3.x nightly_sales за регион amer с пределом в 500 строк (параметр limit, целое число). logical_date в теле уже есть, а из conf — только регион, да и тот пуст. Запуск должен появиться один.',
		en: 'Trigger nightly_sales in Airflow 3.x for the region amer with a limit of 500 rows (the parameter limit, a whole number). The body has its logical_date, and of conf only the region, an empty one. There is to be one run.'
	},
	hints: {
		2: {
			ru: 'POST /api/v2/dags/nightly_sales/dagRuns с телом {"logical_date": null, "conf": {"region": "amer", "limit": 500}}.',
			en: 'POST /api/v2/dags/nightly_sales/dagRuns with {"logical_date": null, "conf": {"region": "amer", "limit": 500}}.'
		}
	},
	start: {
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'nightly_sales' },
		body: JSON.stringify({ logical_date: null, conf: { region: '' } }, null, 2)
	},
	reasons: {
		ru: 'params — это схема: у region есть перечень, у limit — тип и границы. Сам conf для v2 — просто объект, поэтому ошибка в значении — это 400 от проверки по params, а не 422 от схемы запроса, и стоит она одного ответа, а не упавшей ночью задачи. Параметр, которого в conf нет, берёт значение по умолчанию и об этом не говорит.',
		en: 'params are a schema: region has a list of values, limit a type and bounds. To v2 conf itself is just an object, so a wrong value is a 400 of the check against params, not a 422 of the schema of the request, and it costs one answer and not a task that fails at night. A parameter that conf leaves out takes its default, and nothing says so.'
	}
};
