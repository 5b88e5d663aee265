import type { SolutionStep, Twin } from '#lib/course/lesson.ts';

const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const DATE = '2026-03-02T03:00:00Z';

const withoutDate: SolutionStep = {
	operation: TRIGGER,
	path: { dag_id: 'nightly_sales' },
	body: { dag_run_id: 'report-42', logical_date: null, conf: { region: 'apac' } }
};

export const reportDateInV2: Twin = {
	programs: { airflow: 'its-commands' },
	hints: {
		1: {
			ru: 'Дата без зоны — это 422. UTC пишется буквой Z в конце.',
			en: 'A date without a zone is a 422. UTC is a Z at the end.'
		}
	},
	wrong: {
		'without-zone': {
			says: {
				ru: 'Ответ 422, запуска нет: у даты нет часового пояса (или она пуста). Допишите Z.',
				en: 'The answer is 422, there is no run: the date has no time zone (or is empty). Add a Z.'
			},
			matches: ({ world }) =>
				world.journal.some(({ operation, status }) => operation === TRIGGER && status === 422) &&
				![...world.runs.values()].some(({ logicalDateMs }) => logicalDateMs === Date.parse(DATE)) &&
				![...world.runs.values()].some(({ runId }) => runId === 'report-42')
		},
		'without-date': {
			steps: [withoutDate],
			says: {
				ru: 'Запуск есть, но не за тот момент: null в v2 — это запуск без даты вообще, а другая зона — другой час. Начните заново.',
				en: 'There is a run, but not for that moment: in v2 null makes a run for no date at all, and another offset is another hour. Start over.'
			}
		}
	}
};
