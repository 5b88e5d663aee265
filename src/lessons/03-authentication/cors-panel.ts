import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { letsPage, setting, wouldAnswer } from '#lib/course/set-up.ts';
import { corsPanelInV1 } from './cors-panel.twin.ts';

const PANEL = 'https://panel.example';

function cors(origins: string, methods?: string, headers?: string, more = ''): SolutionStep {
	const lines = [
		`access_control_allow_origins = ${origins}`,
		...(methods === undefined ? [] : [`access_control_allow_methods = ${methods}`]),
		...(headers === undefined ? [] : [`access_control_allow_headers = ${headers}`])
	];
	return { control: { do: 'cfg', text: `[api]\n${lines.join('\n')}\n${more}` } };
}

const METHODS = 'GET,POST,PATCH';
const HEADERS = 'authorization,content-type';

export const corsPanel: Exercise = {
	id: 'auth.cors-panel',
	world: 'auth-cors',
	scenario: 'course',
	tools: ['cfg', 'caller'],
	api: 'v2',
	title: {
		ru: 'Пустите страницу с другого адреса',
		en: 'Let in a page from another address'
	},
	task: {
		ru: 'Команда сделала панель на https://panel.example. Она шлёт Airflow 3 запросы GET, POST и PATCH с токеном и JSON, а браузер пишет «Failed to fetch». Настройте CORS в airflow.cfg. Запросы без токена сервер должен по-прежнему отклонять.',
		en: 'A team has built a panel at https://panel.example. It sends Airflow 3 GET, POST and PATCH with a token and JSON, and the browser says “Failed to fetch”. Set CORS up in airflow.cfg. The server must still refuse what comes without a token.'
	},
	hints: [
		{
			ru: 'Браузер сначала спрашивает сам, запросом OPTIONS: можно ли этому адресу, этим методом, с этими заголовками. На каждый из трёх вопросов есть настройка.',
			en: 'The browser first asks by itself, with OPTIONS: may this origin, with this method, with these headers. Each of the three questions has a setting.'
		},
		{
			ru: 'В секции [api]: access_control_allow_origins, …_methods, …_headers. В 3.x значения разделяет запятая, в конце адреса нет косой черты.',
			en: 'In the section [api]: access_control_allow_origins, …_methods, …_headers. In 3.x a comma divides the values, and the origin does not end in a slash.'
		},
		{
			ru: `access_control_allow_origins = ${PANEL}, access_control_allow_methods = ${METHODS}, access_control_allow_headers = ${HEADERS} — каждая с новой строки после [api].`,
			en: `access_control_allow_origins = ${PANEL}, access_control_allow_methods = ${METHODS}, access_control_allow_headers = ${HEADERS} – each on a line of its own below [api].`
		}
	],
	kind: 'free',
	start: { operation: 'GET /dags' },
	checks: [
		{
			says: {
				ru: 'панели можно читать: GET с токеном',
				en: 'the panel may read: GET with a token'
			},
			passes: ({ world }) => letsPage(world, PANEL, 'GET')
		},
		{
			says: {
				ru: 'панели можно менять: POST и PATCH с токеном и JSON',
				en: 'the panel may change things: POST and PATCH with a token and JSON'
			},
			passes: ({ world }) => letsPage(world, PANEL, 'POST') && letsPage(world, PANEL, 'PATCH')
		},
		{
			says: {
				ru: 'без токена ответ по-прежнему 401',
				en: 'without a token the answer is still 401'
			},
			passes: ({ world }) => wouldAnswer(world, 'GET', '/api/v2/dags') === 401
		}
	],
	solution: [cors(PANEL, METHODS, HEADERS)],
	wrong: [
		{
			name: 'origin-only',
			steps: [cors(PANEL)],
			says: {
				ru: 'Адрес разрешён, а методы и заголовки — нет: на OPTIONS с authorization сервер ответит 400. Добавьте access_control_allow_methods и …_headers.',
				en: 'The origin is allowed, methods and headers are not: OPTIONS with authorization gets 400. Add access_control_allow_methods and …_headers.'
			},
			matches: (input) => origins(input) === PANEL && part(input, 'headers') === ''
		},
		{
			name: 'everybody',
			steps: [cors('*', METHODS, HEADERS)],
			says: {
				ru: 'С * Airflow 3 не стартует: звёздочка вместе с cookie открыла бы API любой странице. Назовите адрес панели.',
				en: 'Airflow 3 does not start with *: together with cookies a star would open the API to any page. Name the panel’s origin.'
			},
			matches: (input) => origins(input).includes('*')
		},
		{
			name: 'trailing-slash',
			steps: [cors(`${PANEL}/`, METHODS, HEADERS)],
			says: {
				ru: 'Косая черта в конце лишняя: браузер шлёт Origin без неё, а сравнение буквальное.',
				en: 'The slash at the end is one too many: the browser sends Origin without it, and they are compared letter by letter.'
			},
			matches: (input) => origins(input).endsWith('/')
		},
		{
			name: 'divided-by-spaces',
			steps: [cors(PANEL, 'GET POST PATCH', HEADERS)],
			says: {
				ru: 'В Airflow 3 списки делит запятая. «GET POST PATCH» для него — один метод с таким именем.',
				en: 'Airflow 3 divides lists by commas. To it “GET POST PATCH” is one method of that name.'
			},
			matches: (input) => /\w\s+\w/.test(part(input, 'methods') + '|' + part(input, 'headers'))
		},
		{
			name: 'everybody-an-admin',
			steps: [cors(PANEL, METHODS, HEADERS, '[core]\nsimple_auth_manager_all_admins = True\n')],
			says: {
				ru: 'CORS настроен, но заодно вы отключили вход: теперь администратор — любой. Уберите simple_auth_manager_all_admins.',
				en: 'CORS is set up, and with it you switched logging in off: now everybody is an admin. Take simple_auth_manager_all_admins out.'
			},
			matches: ({ world }) =>
				/true|1/i.test(setting(world, 'core', 'simple_auth_manager_all_admins'))
		}
	],
	twin: corsPanelInV1
};

const part = ({ world }: CheckInput, what: string) =>
	setting(world, 'api', `access_control_allow_${what}`);

const origins = (input: CheckInput) => part(input, 'origins');
