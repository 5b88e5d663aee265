import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import { releaseFreezeInV2 } from './release-freeze.twin.ts';

const TAG = 'ml';
const KEY = 'paused_by_release';
/** What the script may write down: ml_pricing was paused before it came. */
const OURS = ['ml_churn', 'ml_demand_forecast', 'ml_recommendations'];
const THEIRS = 'ml_pricing';

const pause = (dagId: string): RequestStep => ({
	operation: 'PATCH /dags/{dag_id}',
	path: { dag_id: dagId },
	body: { is_paused: true }
});
const keep = (dagIds: readonly string[]): RequestStep => ({
	operation: 'POST /variables',
	body: { key: KEY, value: JSON.stringify(dagIds) }
});

export const releaseFreeze: Exercise = {
	id: 'programmatic.release-freeze',
	world: 'programmatic-release-freeze',
	scenario: 'production-morning',
	api: 'v1',
	kind: 'open',
	programs: { airflow: 'its-commands' },
	title: { ru: 'Заморозить и помнить, что разморозить', en: 'Freeze, and know what to thaw' },
	task: {
		ru: 'Скрипт выкладки ставит на паузу все DAG с тегом ml, а после выкладки другой скрипт снимает паузу с тех, что перечислены в переменной paused_by_release (массив JSON с dag_id). Приведите сервер к состоянию «заморожено»: любым путём, но так, чтобы второй скрипт вернул всё точно как было.',
		en: 'A release script pauses every DAG with the tag ml, and after the release another script unpauses those that the variable paused_by_release lists (a JSON array of dag_ids). Bring the server to “frozen”, by any way you like, but so that the second script will put everything back exactly as it was.'
	},
	hints: [
		{
			ru: 'Сначала прочитайте, что есть: GET /dags с тегом ml. Посмотрите на is_paused у каждого.',
			en: 'First read what there is: GET /dags with the tag ml. Look at is_paused of each.'
		},
		{
			ru: 'Один из них стоит на паузе и до вас. В список возврата он попасть не должен. Следите и за тем, чтобы не задеть DAG без этого тега.',
			en: 'One of them is paused before you come. It must not get into the list. And mind not to touch DAGs without the tag.'
		},
		{
			ru: 'is_paused: true для ml_churn, ml_demand_forecast и ml_recommendations; затем переменная paused_by_release со значением ["ml_churn", "ml_demand_forecast", "ml_recommendations"].',
			en: 'is_paused: true for ml_churn, ml_demand_forecast and ml_recommendations; then the variable paused_by_release with ["ml_churn", "ml_demand_forecast", "ml_recommendations"].'
		}
	],
	start: { operation: 'GET /dags' },
	operations: ['PATCH /dags'],
	checks: [
		{
			says: { ru: 'все DAG с тегом ml на паузе', en: 'every DAG with the tag ml is paused' },
			passes: (input) => dags(input).every(({ tags, isPaused }) => !tags.includes(TAG) || isPaused)
		},
		{
			says: {
				ru: 'остальные DAG работают, как работали',
				en: 'the other DAGs are at work as before'
			},
			passes: areOthersAtWork
		},
		{
			says: {
				ru: 'paused_by_release перечисляет ровно те, что остановили вы',
				en: 'paused_by_release lists exactly those that you paused'
			},
			passes: (input) => kept(input)?.sort().join() === OURS.join()
		}
	],
	solution: [...OURS.map(pause), keep(OURS)],
	reasons: {
		ru: 'Скрипт записывает не «что должно стоять», а «что изменил я»: только это он вправе вернуть. Список хранится на сервере, поэтому возврат сработает и с другой машины, и после падения первого скрипта.',
		en: 'The script writes down not “what should be paused” but “what I changed”: that is all it may put back. The list is kept on the server, so putting back works from another machine too, and after the first script has crashed.'
	},
	wrong: [
		{
			name: 'all-of-the-tag',
			steps: [...OURS.map(pause), keep([...OURS, THEIRS])],
			says: {
				ru: 'В списке есть ml_pricing, а он стоял на паузе до вас: второй скрипт включит то, что кто-то выключил нарочно. Исправьте переменную.',
				en: 'The list has ml_pricing, which was paused before you came: the second script would switch on what somebody switched off on purpose. Mend the variable.'
			},
			matches: (input) => kept(input)?.includes(THEIRS) === true
		},
		{
			name: 'everything-paused',
			steps: [
				{ operation: 'PATCH /dags', query: { dag_id_pattern: '%' }, body: { is_paused: true } },
				keep(OURS)
			],
			says: {
				ru: 'На паузе и DAG без тега ml. Добавьте к массовому запросу tags=ml, а лишние верните в работу.',
				en: 'DAGs without the tag ml are paused as well. Add tags=ml to the bulk request, and put the rest back to work.'
			},
			matches: (input) => !areOthersAtWork(input)
		},
		{
			name: 'not-json',
			steps: [
				...OURS.map(pause),
				{ operation: 'POST /variables', body: { key: KEY, value: OURS.join() } }
			],
			says: {
				ru: 'Переменная есть, но в ней не массив JSON: json.loads второго скрипта упадёт. Значение переменной — строка, в которой лежит JSON.',
				en: 'The variable is there but holds no JSON array: json.loads of the second script will fail. A variable’s value is a string with JSON in it.'
			},
			matches: (input) => input.world.variables.has(KEY) && kept(input) === undefined
		},
		{
			name: 'nothing-kept',
			steps: OURS.map(pause),
			says: {
				ru: 'DAG остановлены, но что возвращать, нигде не записано. Заведите переменную paused_by_release.',
				en: 'The DAGs are paused, and nowhere is it written what to put back. Make the variable paused_by_release.'
			},
			matches: (input) =>
				!input.world.variables.has(KEY) &&
				dags(input).every(({ tags, isPaused }) => !tags.includes(TAG) || isPaused)
		}
	],
	twin: releaseFreezeInV2
};

const dags = ({ world }: CheckInput) => [...world.dags.values()];

function areOthersAtWork(input: CheckInput): boolean {
	return dags(input).every(({ tags, isPaused }) => tags.includes(TAG) || !isPaused);
}

/** What the variable lists; undefined when it is no JSON array of texts. */
function kept({ world }: CheckInput): string[] | undefined {
	try {
		const value: unknown = JSON.parse(world.variables.get(KEY)?.value ?? '');
		const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
		return isList ? value : undefined;
	} catch {
		return undefined;
	}
}
