import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { basic, setting, wouldAnswer } from '#lib/course/set-up.ts';

const OLD = 'airflow.api.auth.backend';

const backends = (...names: string[]): SolutionStep => ({
	control: { do: 'cfg', text: `[api]\nauth_backends = ${names.join(',')}\n` }
});
const ask: SolutionStep = { operation: 'GET /dags' };

/** Find the fault: the password is right, and nobody looks at it. */
export const basicOff: Exercise = {
	id: 'auth.basic-off',
	world: 'auth-basic',
	scenario: 'course',
	cfg: `[api]\nauth_backends = ${OLD}.session\n`,
	tools: ['cfg', 'caller'],
	api: 'v1',
	title: {
		ru: 'Пароль верный, а ответ 403',
		en: 'The password is right, the answer is 403'
	},
	task: {
		ru: 'Скрипт шлёт admin:admin, и пароль верен, но GET /dags отвечает 403. Отправьте запрос и убедитесь. Потом прочитайте airflow.cfg этого сервера и исправьте его так, чтобы скрипт получил 200, а вход веб-интерфейса в API продолжал работать.',
		en: 'The script sends admin:admin, the password is right, and GET /dags answers 403. Send it and see. Then read the airflow.cfg of this server and mend it so that the script gets 200 while the web interface keeps its way into the API.'
	},
	hints: [
		{
			ru: 'Отправьте заведомо неверный пароль. Ответ тот же: пароля никто не читает.',
			en: 'Send a password that is wrong for sure. The answer is the same: nobody reads the password.'
		},
		{
			ru: 'Пароль читает только basic_auth, а веб-интерфейс ходит с cookie через session. Нужны оба, через запятую.',
			en: 'Only basic_auth reads a password, and the web interface comes with a cookie, through session. Both are needed, with a comma between.'
		},
		{
			ru: `auth_backends = ${OLD}.basic_auth,${OLD}.session — примените и отправьте GET /dags ещё раз.`,
			en: `auth_backends = ${OLD}.basic_auth,${OLD}.session – apply it and send GET /dags once more.`
		}
	],
	kind: 'fault',
	start: { operation: 'GET /dags' },
	checks: [
		{
			says: {
				ru: 'сервер принимает admin с его паролем',
				en: 'the server takes admin with the password'
			},
			passes: takesPasswords
		},
		{
			says: {
				ru: 'session остался среди auth_backends',
				en: 'session is still among auth_backends'
			},
			passes: (input) => kinds(input).includes('session')
		},
		{
			says: { ru: 'GET /dags ответил вам 200', en: 'GET /dags answered you 200' },
			passes: ({ world }) =>
				world.journal.some(({ operation, status }) => operation === 'GET /dags' && status === 200)
		}
	],
	solution: [backends(`${OLD}.basic_auth`, `${OLD}.session`), ask],
	wrong: [
		{
			name: 'without-session',
			steps: [backends(`${OLD}.basic_auth`), ask],
			says: {
				ru: 'Скрипт теперь проходит, но session пропал: запросы веб-интерфейса к API останутся без входа. Перечислите оба модуля.',
				en: 'The script gets in, but session is gone: what the web interface asks of the API is no longer let in. List both modules.'
			},
			matches: (input) => takesPasswords(input) && !kinds(input).includes('session')
		},
		{
			name: 'allow-everything',
			steps: [backends(`${OLD}.default`, `${OLD}.session`), ask],
			says: {
				ru: 'default пропускает всех, не спрашивая имени, и поиск на нём заканчивается: вы остаётесь анонимом с ролью Public, а ей нельзя ничего. К тому же на сервере, где роли Public дали права, это открытая дверь.',
				en: 'default lets everybody through without asking for a name, and the search ends with it: you stay anonymous with the role Public, which may do nothing. And on a server where Public was given rights, it is an open door.'
			},
			matches: (input) => kinds(input).includes('default')
		},
		{
			name: 'short-name',
			steps: [backends('basic_auth', 'session'), ask],
			says: {
				ru: 'Сервер не поднимается: auth_backends — это пути модулей Python, а модуля basic_auth без пакета нет. Напишите путь целиком.',
				en: 'The server does not come up: auth_backends holds paths of Python modules, and there is no module basic_auth outside its package. Write the whole path.'
			},
			matches: (input) => names(input).some((name) => name !== '' && !name.includes('.'))
		},
		{
			name: 'mended-and-not-asked',
			steps: [backends(`${OLD}.basic_auth`, `${OLD}.session`)],
			says: {
				ru: 'Настройка верная. Осталось убедиться: отправьте GET /dags ещё раз.',
				en: 'The setting is right. See for yourself: send GET /dags once more.'
			},
			matches: takesPasswords
		}
	]
};

const names = ({ world }: CheckInput) =>
	setting(world, 'api', 'auth_backends')
		.split(',')
		.map((name) => name.trim());

const kinds = (input: CheckInput) => names(input).map((name) => name.split('.').at(-1));

function takesPasswords({ world }: CheckInput): boolean {
	return wouldAnswer(world, 'GET', '/api/v1/dags', basic('admin')) === 200;
}
