import type { Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

export const rehearseClearInV2: Twin = {
	step: asInV2,
	hints: {
		1: {
			ru: 'В v2 reset_dag_runs по умолчанию true, в v1 — false. Скрипт, который называет его сам, одинаково работает с обоими.',
			en: 'reset_dag_runs is true by default in v2 and false in v1. A script that names it works the same with both.'
		}
	},
	wrong: {
		'run-not-reset': {
			says: {
				ru: 'Задачи очищены, а запуск остался failed, и планировщик к нему не вернётся: вы выключили reset_dag_runs. Верните запуск в очередь: PATCH запуска с {"state": "queued"}; а в скрипте ставьте reset_dag_runs: true.',
				en: 'The tasks are cleared, but the run is still failed, and the scheduler does not come back to it: you switched reset_dag_runs off. Put the run back into the queue: PATCH it with {"state": "queued"}; and in a script set reset_dag_runs to true.'
			}
		}
	}
};
