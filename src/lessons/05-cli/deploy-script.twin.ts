import type { RequestStep, Twin } from '#lib/course/lesson.ts';

const pausing: RequestStep = {
	operation: 'PATCH /dags',
	query: { dag_id_pattern: 'ml_' },
	body: { is_paused: true }
};
const renaming: RequestStep = {
	operation: 'PATCH /variables/{variable_key}',
	path: { variable_key: 'alert_channel' },
	body: { key: 'alert_channel', value: '#ml' }
};

export const deployScriptInV2: Twin = {
	programs: { airflow: 'its-commands' },
	hints: {
		1: {
			ru: 'skip значит: есть — не трогать. POST /variables в v2 на занятый ключ ответит 409 и ничего не заменит, ровно как skip. Много DAG сразу паузит PATCH /dags?dag_id_pattern=….',
			en: 'skip means: leave alone what exists. POST /variables of v2 answers a taken key with 409 and replaces nothing, just as skip does. Many DAGs at once are paused by PATCH /dags?dag_id_pattern=….'
		}
	},
	wrong: {
		overwritten: {
			steps: [pausing, renaming],
			says: {
				ru: 'alert_channel изменена, хотя команда с skip её не тронула бы: такой ключ уже есть. Верните ей «#data-alerts».',
				en: 'alert_channel was changed, which the command with skip would not do: the key exists. Give it “#data-alerts” back.'
			}
		}
	}
};
