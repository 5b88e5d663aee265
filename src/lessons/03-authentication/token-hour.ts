import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { setting, wouldAnswer } from '#lib/course/set-up.ts';

const LOGIN = 'POST /auth/token';
const cfg = (text: string): SolutionStep => ({ control: { do: 'cfg', text } });
const logIn: SolutionStep = {
	operation: LOGIN,
	body: { username: 'admin', password: 'admin' }
};
const ask: SolutionStep = { operation: 'GET /pools' };

export const tokenHour: Exercise = {
	id: 'auth.token-hour',
	world: 'auth-hour',
	scenario: 'course',
	tools: ['cfg', 'caller'],
	api: 'v2',
	title: {
		ru: 'Укоротите жизнь токена до часа',
		en: 'Make tokens live an hour'
	},
	task: {
		ru: 'По умолчанию токен Airflow 3 действует сутки. Сделайте так, чтобы обычный токен жил час, получите такой токен и прочитайте с ним пулы.',
		en: 'By default a token of Airflow 3 is good for a day. Make ordinary tokens live an hour, get one, and read the pools with it.'
	},
	hints: [
		{
			ru: 'Срок пишется в токен, когда его выдают. Настройка — в секции, которой в 2.x не было.',
			en: 'The term is written into a token when it is given out. The setting is in a section that 2.x does not have.'
		},
		{
			ru: 'Секция [api_auth]; срок задают в секундах, целым числом. Для CLI есть отдельный ключ, он здесь ни при чём.',
			en: 'The section is [api_auth]; the term is a whole number of seconds. The CLI has a key of its own, which is not the one.'
		},
		{
			ru: '[api_auth] и строкой ниже jwt_expiration_time = 3600; затем POST /auth/token с {"username": "admin", "password": "admin"} и GET /pools.',
			en: '[api_auth] and on the next line jwt_expiration_time = 3600; then POST /auth/token with {"username": "admin", "password": "admin"}, and GET /pools.'
		}
	],
	kind: 'free',
	start: { operation: LOGIN },
	checks: [
		{
			says: {
				ru: 'обычный токен живёт час, и сервер работает',
				en: 'an ordinary token lives an hour, and the server is up'
			},
			passes: ({ world }) =>
				Number(setting(world, 'api_auth', 'jwt_expiration_time')) === 3600 && isUp({ world })
		},
		{
			says: {
				ru: 'токен выдан: POST /auth/token ответил 201',
				en: 'a token was given: POST /auth/token answered 201'
			},
			passes: ({ world }) =>
				world.journal.some(({ path, status }) => path === '/auth/token' && status === 201)
		},
		{
			says: { ru: 'GET /pools ответил 200', en: 'GET /pools answered 200' },
			passes: ({ world }) =>
				world.journal.some(({ operation, status }) => operation === 'GET /pools' && status === 200)
		}
	],
	solution: [cfg('[api_auth]\njwt_expiration_time = 3600\n'), ask],
	wrong: [
		{
			name: 'of-the-cli',
			steps: [cfg('[api_auth]\njwt_cli_expiration_time = 3600\n'), logIn, ask],
			says: {
				ru: 'jwt_cli_expiration_time — срок токена из POST /auth/token/cli; он и так час. Обычный токен по-прежнему живёт сутки.',
				en: 'jwt_cli_expiration_time is for tokens of POST /auth/token/cli, an hour by default anyway. Ordinary ones still live a day.'
			},
			matches: ({ world }) => world.cfg.includes('jwt_cli_expiration_time')
		},
		{
			name: 'with-a-unit',
			steps: [cfg('[api_auth]\njwt_expiration_time = 1h\n'), logIn, ask],
			says: {
				ru: 'Сервер не поднимается: срок — целое число секунд, «1h» он не поймёт.',
				en: 'The server does not come up: the term is a whole number of seconds, and “1h” is none.'
			},
			matches: (input) => !isUp(input)
		},
		{
			name: 'another-section',
			steps: [cfg('[api]\njwt_expiration_time = 3600\n'), logIn, ask],
			says: {
				ru: 'Ключ верный, секция нет: в [api] Airflow его не читает и молча живёт с сутками. Нужна [api_auth].',
				en: 'The key is right, the section is not: in [api] Airflow does not read it, and quietly stays with a day. It is [api_auth].'
			},
			matches: ({ world }) => /^\s*\[api\]/m.test(world.cfg)
		}
	]
};

const isUp = ({ world }: CheckInput) => wouldAnswer(world, 'GET', '/api/v2/version') === 200;
