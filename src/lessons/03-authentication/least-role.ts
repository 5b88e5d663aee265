import type { Caller, CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import { basic, wouldAnswer } from '#lib/course/set-up.ts';

const BOT = 'ci_bot';
const PASSWORD = 'Long-enough-7';
const DAG = 'hello_api';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';

const create = (...roles: string[]): RequestStep => ({
	operation: 'POST /users',
	body: {
		username: BOT,
		password: PASSWORD,
		email: 'ci_bot@example.org',
		first_name: 'CI',
		last_name: 'Bot',
		...(roles.length > 0 ? { roles: roles.map((name) => ({ name })) } : {})
	}
});
const trigger = (as?: Caller): RequestStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body: {},
	...(as === undefined ? {} : { as })
});
const asBot: Caller = { name: BOT, password: PASSWORD };

/** Open: judged by the world alone, so a role of one's own is as good as User. */
export const leastRole: Exercise = {
	id: 'auth.least-role',
	world: 'auth-bot',
	scenario: 'course',
	tools: ['caller'],
	api: 'v1',
	title: {
		ru: 'Свой пользователь для скрипта, с наименьшими правами',
		en: 'A user of its own for a script, with the least rights'
	},
	task: {
		ru: 'Сборка ходит в Airflow от имени admin. Заведите ей пользователя ci_bot: он должен запускать DAG, но не видеть ни соединений, ни пользователей. Потом запустите hello_api от его имени.',
		en: 'The build goes to Airflow as admin. Give it a user ci_bot, who may trigger DAGs and see neither connections nor users. Then trigger hello_api as this user.'
	},
	hints: [
		{
			ru: 'Роли по возрастанию: Public, Viewer, User, Op, Admin. Посмотрите GET /roles: в какой впервые появляется can_create на DAG Runs?',
			en: 'The roles, from least to most: Public, Viewer, User, Op, Admin. See GET /roles: in which does can_create on DAG Runs come up first?'
		},
		{
			ru: 'POST /users требует username, email, first_name, last_name и password; роли — список объектов: "roles": [{"name": "…"}].',
			en: 'POST /users wants username, email, first_name, last_name and password; roles are a list of objects: "roles": [{"name": "…"}].'
		},
		{
			ru: 'Создайте ci_bot с ролью User, в «Кто спрашивает» впишите его имя и пароль, и отправьте POST /dags/hello_api/dagRuns с телом {}.',
			en: 'Create ci_bot with the role User, put that name and password into “Who is asking”, and send POST /dags/hello_api/dagRuns with the body {}.'
		}
	],
	kind: 'faded',
	start: {
		operation: 'POST /users',
		body: `{
  "username": "ci_bot",
  "first_name": "CI",
  "last_name": "Bot",
  "email": "ci_bot@example.com",
  "password": "",
  "roles": []
}`
	},
	checks: [
		{
			says: { ru: 'пользователь ci_bot есть', en: 'the user ci_bot exists' },
			passes: (input) => bot(input) !== undefined
		},
		{
			says: {
				ru: 'соединений и пользователей ci_bot не видит',
				en: 'ci_bot sees neither connections nor users'
			},
			passes: (input) =>
				bot(input) !== undefined && !sees(input, 'connections') && !sees(input, 'users')
		},
		{
			says: { ru: 'hello_api запущен от имени ci_bot', en: 'hello_api was triggered by ci_bot' },
			passes: (input) => attempts(input).some(({ status }) => status === 200)
		}
	],
	solution: [create('User'), trigger(asBot)],
	wrong: [
		{
			name: 'an-admin',
			steps: [create('Admin'), trigger(asBot)],
			says: {
				ru: 'ci_bot всё запускает, но и видит всё: утечёт его пароль — утекут и соединения. Смените ему роль через PATCH /users/ci_bot.',
				en: 'ci_bot triggers, and sees too much: if the password leaks, so do the connections. Change the role with PATCH /users/ci_bot.'
			},
			matches: (input) => sees(input, 'connections') || sees(input, 'users')
		},
		{
			name: 'a-viewer',
			steps: [create('Viewer'), trigger(asBot)],
			says: {
				ru: 'ci_bot входит, но запустить не может: 403. У его роли нет can_create на DAG Runs. Следующая по старшинству роль — User.',
				en: 'ci_bot gets in and may not trigger: 403. The role lacks can_create on DAG Runs. The next one up is User.'
			},
			matches: (input) =>
				sees(input, 'dags') && attempts(input).some(({ status }) => status === 403)
		},
		{
			name: 'no-role',
			steps: [create(), trigger(asBot)],
			says: {
				ru: 'Без roles пользователь получает роль Public, а ей нельзя ничего. Назовите роль: PATCH /users/ci_bot или создайте его заново.',
				en: 'Without roles a user gets the role Public, which may do nothing. Name a role: PATCH /users/ci_bot, or create the user anew.'
			},
			matches: (input) => bot(input) !== undefined && !sees(input, 'dags')
		},
		{
			name: 'still-as-admin',
			steps: [create('User'), trigger()],
			says: {
				ru: 'Пользователь готов, но запуск сделал не он. Впишите его имя и пароль в «Кто спрашивает» и отправьте ещё раз.',
				en: 'The user is ready, but somebody else made the run. Put the name and password into “Who is asking” and send it again.'
			},
			matches: ({ world }) => [...world.runs.values()].some((run) => run.dagId === DAG)
		}
	]
};

const bot = ({ world }: CheckInput) => world.users.get(BOT);

const sees = (input: CheckInput, what: string) =>
	wouldAnswer(input.world, 'GET', `/api/v1/${what}`, basic(BOT, bot(input)?.password ?? '')) ===
	200;

const attempts = ({ world }: CheckInput) =>
	world.journal.filter(
		({ operation, user, params }) => operation === TRIGGER && user === BOT && params.dag_id === DAG
	);
