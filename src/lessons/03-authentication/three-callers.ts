import { known, type Caller, type CheckInput, type Exercise } from '#lib/course/lesson.ts';

const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const DAG = 'hello_api';

const trigger = (as: Caller) => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body: { logical_date: null },
	as
});

/** The worked example: one request, and only who sends it differs. */
export const threeCallers: Exercise = {
	id: 'auth.three-callers',
	world: 'auth-callers',
	scenario: 'course',
	tools: ['caller'],
	api: 'v2',
	title: {
		ru: 'Один запрос от трёх лиц',
		en: 'One request, three callers'
	},
	task: {
		ru: 'Запустите hello_api три раза одним и тем же запросом: без учётных данных, от имени viewer и от имени user. Получите по порядку 401, 403 и 200. Меняйте только строку «Кто спрашивает».',
		en: 'Trigger hello_api three times with one and the same request: without credentials, as viewer, and as user. Get 401, 403 and 200 in turn. Change nothing but “Who is asking”.'
	},
	hints: [
		{
			ru: '401 отвечает на вопрос «кто вы», 403 — на вопрос «можно ли вам».',
			en: '401 answers “who are you”, 403 answers “may you”.'
		},
		{
			ru: 'Тело во всех трёх случаях {"logical_date": null}. Смените того, кто спрашивает, и отправьте снова.',
			en: 'The body is {"logical_date": null} all three times. Switch the caller and send again.'
		},
		{
			ru: 'POST /api/v2/dags/hello_api/dagRuns: сначала «без учётных данных», потом viewer, потом user.',
			en: 'POST /api/v2/dags/hello_api/dagRuns: first “no credentials”, then viewer, then user.'
		}
	],
	kind: 'worked',
	start: {
		operation: TRIGGER,
		path: { dag_id: 'hello_api' },
		body: '{"logical_date": null}'
	},
	checks: [
		{
			says: {
				ru: 'запрос без учётных данных получил 401',
				en: 'the request without credentials got 401'
			},
			passes: (input) => answers(input).some(({ status }) => status === 401)
		},
		{
			says: { ru: 'viewer получил 403', en: 'viewer got 403' },
			passes: (input) => wasAnswered(input, 'viewer', 403)
		},
		{
			says: { ru: 'запуск создал user', en: 'user made the run' },
			passes: (input) => wasAnswered(input, 'user', 200)
		}
	],
	solution: [trigger('nobody'), trigger(known('viewer')), trigger(known('user'))],
	wrong: [
		{
			name: 'as-admin',
			steps: [trigger('nobody'), trigger(known('viewer')), trigger(known('admin'))],
			says: {
				ru: 'Запуск создал admin. Ему можно всё, поэтому его 200 ничего не говорит о том, какая роль нужна. Повторите от имени user.',
				en: 'admin made the run. admin may do anything, so this 200 does not tell which role it takes. Repeat it as user.'
			},
			matches: (input) => wasAnswered(input, 'admin', 200)
		},
		{
			name: 'as-op',
			steps: [trigger('nobody'), trigger(known('viewer')), trigger(known('op'))],
			says: {
				ru: 'op запустить может, но это больше прав, чем нужно: он меняет ещё и пулы, соединения, переменные. Попробуйте user.',
				en: 'op may trigger, and that is more than it takes: op also changes pools, connections and variables. Try user.'
			},
			matches: (input) => wasAnswered(input, 'op', 200)
		},
		{
			name: 'a-made-up-token',
			steps: [
				trigger('nobody'),
				trigger({ authorization: 'Bearer made-up' }),
				trigger(known('user'))
			],
			says: {
				ru: 'Этот 403 — «Invalid JWT token»: сервер не смог прочитать токен и не узнал, кто вы. Нужен 403 от того, кого он узнал: от viewer.',
				en: 'That 403 is “Invalid JWT token”: the server could not read the token and did not learn who you are. Get the 403 of somebody it knows: viewer.'
			},
			matches: (input) =>
				answers(input).some(({ status, user }) => status === 403 && user === undefined)
		}
	]
};

const answers = ({ world }: CheckInput) =>
	world.journal.filter(({ operation, params }) => operation === TRIGGER && params.dag_id === DAG);

const wasAnswered = (input: CheckInput, name: string, code: number) =>
	answers(input).some(({ status, user }) => status === code && user === name);
