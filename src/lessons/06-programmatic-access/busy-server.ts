import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { busyServerInV1 } from './busy-server.twin.ts';

const DAG = 'hello_api';
const RUN = 'invoice-2203';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
/** What the proxy of the scenario puts into Retry-After, by status. */
const PAUSE_MS: Record<number, number> = { 429: 20_000, 503: 8_000 };

const trigger = (thenWaitMs = 0, runId = RUN): SolutionStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body: { dag_run_id: runId, logical_date: null },
	thenWaitMs
});

export const busyServer: Exercise = {
	id: 'programmatic.busy-server',
	world: 'programmatic-busy-server',
	scenario: 'busy-proxy',
	api: 'v2',
	title: { ru: 'Сервер просит подождать', en: 'The server asks you to wait' },
	task: {
		ru: 'Побудьте тем, что делает Retry. Запустите hello_api под именем invoice-2203. Прокси перед Airflow дважды откажет; прочитайте заголовок Retry-After, выждите не меньше, чем в нём сказано, и повторите тот же запрос. Когда он пройдёт, отправьте его ещё раз: так вёл бы себя скрипт, потерявший последний ответ.',
		en: 'Be what Retry is. Trigger hello_api under the name invoice-2203. The proxy in front of Airflow will refuse twice; read the header Retry-After, wait no less than it says, and repeat the same request. Once it gets through, send it again: so would a script that lost the last answer.'
	},
	hints: [
		{
			ru: 'Тело отказа — HTML от прокси, а не JSON от Airflow. Полезное — в заголовках ответа.',
			en: 'The refusal’s body is HTML of the proxy, not JSON of Airflow. What helps is in the headers.'
		},
		{
			ru: 'Retry-After — секунды. Следующий отказ может назвать другой срок: читайте его каждый раз.',
			en: 'Retry-After is in seconds. The next refusal may name another pause: read it each time.'
		},
		{
			ru: 'POST с {"dag_run_id": "invoice-2203", "logical_date": null}: 429 — ждать 20 с, 503 — ждать 8 с, 200, и ещё раз тот же POST: 409.',
			en: 'POST {"dag_run_id": "invoice-2203", "logical_date": null}: 429, wait 20 s; 503, wait 8 s; 200; and the same POST once more: 409.'
		}
	],
	start: { operation: TRIGGER, path: { dag_id: DAG } },
	checks: [
		{
			says: {
				ru: 'у hello_api один запуск, invoice-2203',
				en: 'hello_api has one run, invoice-2203'
			},
			passes: (input) => runs(input).join() === RUN
		},
		{
			says: {
				ru: 'после каждого отказа вы выждали не меньше Retry-After',
				en: 'after each refusal you waited no less than Retry-After'
			},
			passes: (input) => refusals(input).length === 2 && !wasHasty(input)
		},
		{
			says: { ru: 'последний повтор получил 409', en: 'the last repeat got 409' },
			passes: (input) => posts(input).some(({ status }) => status === 409)
		}
	],
	solution: [trigger(20_000), trigger(8_000), trigger(), trigger()],
	reasons: {
		ru: '429 и 503 значат «запрос не принят», повторять их можно. Срок называет сервер: Retry-After важнее собственной растущей паузы. 409 на повтор с тем же именем — подтверждение, что запуск есть.',
		en: '429 and 503 mean “not taken in”, so they may be repeated. The server names the pause: Retry-After goes before a growing pause of your own. A 409 to the repeat under the same name confirms that the run is there.'
	},
	wrong: [
		{
			name: 'hammering',
			steps: [trigger(), trigger(), trigger(), trigger()],
			says: {
				ru: 'Вы повторили раньше, чем просил Retry-After. Настоящий прокси продлил бы запрет. Начните заново и выждите.',
				en: 'You repeated sooner than Retry-After asked. A real proxy would have made it longer. Start over and wait.'
			},
			matches: wasHasty
		},
		{
			name: 'renamed',
			steps: [trigger(20_000), trigger(8_000), trigger(0, `${RUN}-try3`)],
			says: {
				ru: 'Запуск создан под другим именем. Имя не должно зависеть от попытки: по нему повтор и узнают. Начните заново.',
				en: 'The run has another name. A name must not depend on the try: a repeat is known by it. Start over.'
			},
			matches: (input) => runs(input).some((runId) => runId !== RUN)
		},
		{
			name: 'gave-up',
			steps: [trigger(20_000)],
			says: {
				ru: 'Скрипт сдался на отказе, запуска нет. 429 и 503 — просьба прийти позже: выждите Retry-After и повторите.',
				en: 'The script gave up at a refusal, and there is no run. 429 and 503 ask you to come later: wait for Retry-After and repeat.'
			},
			matches: (input) => refusals(input).length > 0 && runs(input).length === 0
		},
		{
			name: 'not-repeated',
			steps: [trigger(20_000), trigger(8_000), trigger()],
			says: {
				ru: 'Запуск создан. Теперь представьте, что этот ответ потерялся, и отправьте тот же запрос ещё раз.',
				en: 'The run is made. Now suppose this answer was lost, and send the same request once more.'
			},
			matches: (input) => runs(input).join() === RUN
		}
	],
	twin: busyServerInV1
};

const runs = ({ world }: CheckInput) =>
	[...world.runs.values()].filter(({ dagId }) => dagId === DAG).map(({ runId }) => runId);

/** A refusal of the proxy names no operation: Airflow never saw the request. */
const posts = ({ world }: CheckInput) =>
	world.journal.filter(
		({ method, path }) => method === 'POST' && path.endsWith(`/dags/${DAG}/dagRuns`)
	);

const refusals = (input: CheckInput) => posts(input).filter(({ status }) => status in PAUSE_MS);

function wasHasty(input: CheckInput): boolean {
	const all = posts(input);
	return all.some(({ status, atMs }, index) => {
		const next = all[index + 1];
		return next !== undefined && next.atMs - atMs < (PAUSE_MS[status] ?? 0);
	});
}
