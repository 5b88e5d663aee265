import type { Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

const GIVEN = { dag_run_id: 'crm-export-15', logical_date: null, conf: '{"region": "amer"}' };

export const doubleEncodedInV2: Twin = {
	programs: { airflow: 'its-commands' },
	step: asInV2,
	hints: {
		0: {
			ru: '422 повторять бесполезно: запрос неверен и останется неверным. Что сказано в detail?',
			en: 'Repeating is no use with 422: the request is wrong and will be. What does detail say?'
		},
		2: {
			ru: '{"dag_run_id": "crm-export-15", "logical_date": null, "conf": {"region": "amer"}}: без кавычек вокруг объекта и без обратных косых.',
			en: '{"dag_run_id": "crm-export-15", "logical_date": null, "conf": {"region": "amer"}}: no quotes around the object and no backslashes.'
		}
	},
	start: {
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'nightly_sales' },
		body: JSON.stringify(GIVEN, null, 2)
	},
	wrong: {
		repeated: {
			says: {
				ru: 'Ответ 422, dict_type: conf пришёл строкой, а не объектом. Повторять его — то, что скрипт делал всю ночь. Исправьте тело.',
				en: 'The answer is 422, dict_type: conf came as a string and not as an object. To repeat it is what the script did all night. Mend the body.'
			}
		}
	}
};
