import type { Twin } from '#lib/course/lesson.ts';
import { asInV1 } from '#lib/course/twin.ts';

export const announceDeployInV1: Twin = {
	programs: { airflow: 'its-commands' },
	step: asInV1,
	start: { operation: 'GET /health' },
	operations: ['GET /importErrors', 'GET /dags/{dag_id}/dagRuns'],
	hints: {
		2: {
			ru: 'POST …/hello_api/dagRuns с {"dag_run_id": "ci-4f2a9c"}; GET запуска до success; POST /variables с {"key": "deployed_commit", "value": "4f2a9c"}.',
			en: 'POST …/hello_api/dagRuns with {"dag_run_id": "ci-4f2a9c"}; GET the run until success; POST /variables with {"key": "deployed_commit", "value": "4f2a9c"}.'
		}
	},
	wrong: {
		'announced-too-soon': {
			says: {
				ru: 'Вы объявили о выкладке, когда запуск ещё не закончился: другие уже начали, а он мог и упасть. Дождитесь success и запишите переменную снова: в v1 это такой же POST.',
				en: 'You announced while the run had not ended: others have begun, and it might yet have failed. Wait for success and write the variable again: in v1 that is the same POST.'
			}
		}
	}
};
