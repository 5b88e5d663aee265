import type { SolutionStep, Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

const withoutConf: SolutionStep = {
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: 'nightly_sales' },
	body: { dag_run_id: 'delivery-4412', logical_date: null }
};

export const lostAnswerInV2: Twin = {
	step: asInV2,
	hints: {
		2: {
			ru: 'Дважды: {"dag_run_id": "delivery-4412", "logical_date": null, "conf": {"region": "apac"}}.',
			en: 'Send twice: {"dag_run_id": "delivery-4412", "logical_date": null, "conf": {"region": "apac"}}.'
		}
	},
	start: {
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'nightly_sales' },
		body: JSON.stringify({ logical_date: null, conf: { region: 'apac' } }, undefined, 2)
	},
	wrong: {
		'conf-lost': {
			steps: [withoutConf, withoutConf],
			says: {
				ru: 'Повтор безвреден, но conf из тела пропал, и отчёт выйдет за emea. Имя занято: начните заново и пошлите conf вместе с именем.',
				en: 'The repeat does no harm, but conf is gone from the body, and the report will be for emea. The name is taken: start over and send conf along with the name.'
			},
			matches: ({ world }) =>
				[...world.runs.values()].some(
					({ runType, runId, conf }) =>
						runType === 'manual' && runId.includes('4412') && conf['region'] !== 'apac'
				)
		}
	}
};
