import type { CheckInput, SolutionStep, Twin } from '#lib/course/lesson.ts';
import { letsPageV1, setting, wouldAnswer } from '#lib/course/set-up.ts';

const PANEL = 'https://panel.example';
const STRANGER = 'https://stranger.example';
const METHODS = 'GET,POST,PATCH';
const HEADERS = 'authorization,content-type';

const cors = (origins: string, methods: string, headers: string): SolutionStep => ({
	control: {
		do: 'cfg',
		text: `[api]\naccess_control_allow_origins = ${origins}\naccess_control_allow_methods = ${methods}\naccess_control_allow_headers = ${headers}\n`
	}
});

export const corsPanelInV1: Twin = {
	task: {
		ru: 'Команда сделала панель на https://panel.example. Она шлёт Airflow 2 запросы GET, POST и PATCH с именем, паролем и JSON, а браузер пишет «Failed to fetch». Настройте CORS в airflow.cfg: для этой панели, и ни для кого больше. Запросы без учётных данных сервер должен по-прежнему отклонять.',
		en: 'A team has built a panel at https://panel.example. It sends Airflow 2 GET, POST and PATCH with name, password and JSON, and the browser says “Failed to fetch”. Set CORS up in airflow.cfg: for this panel and for nobody else. The server must still refuse what comes without credentials.'
	},
	hints: {
		1: {
			ru: 'В секции [api]: access_control_allow_origins, …_methods, …_headers. Адреса в 2.x делит пробел, а методы и заголовки уходят в ответ как написаны, поэтому их делит запятая. В конце адреса нет косой черты.',
			en: 'In the section [api]: access_control_allow_origins, …_methods, …_headers. In 2.x a space divides origins, while methods and headers go into the answer as they are written, so a comma divides them. The origin does not end in a slash.'
		}
	},
	checks: [
		{
			says: {
				ru: 'панели можно читать: GET с именем и паролем',
				en: 'the panel may read: GET with name and password'
			},
			passes: ({ world }) => letsPageV1(world, PANEL, 'GET')
		},
		{
			says: {
				ru: 'панели можно менять: POST и PATCH с JSON',
				en: 'the panel may change things: POST and PATCH with JSON'
			},
			passes: ({ world }) => letsPageV1(world, PANEL, 'POST') && letsPageV1(world, PANEL, 'PATCH')
		},
		{
			says: {
				ru: 'чужой странице нельзя, и без учётных данных ответ по-прежнему 403',
				en: 'another page may not, and without credentials the answer is still 403'
			},
			passes: ({ world }) =>
				!letsPageV1(world, STRANGER, 'GET') && wouldAnswer(world, 'GET', '/api/v1/dags') === 403
		}
	],
	wrong: {
		'origin-only': {
			says: {
				ru: 'Адрес разрешён, а методы и заголовки — нет. Airflow 2 ответит на OPTIONS 200, но браузер не найдёт в ответе authorization и запроса не отправит. Добавьте access_control_allow_methods и …_headers.',
				en: 'The origin is allowed, methods and headers are not. Airflow 2 answers OPTIONS with 200, but the browser does not find authorization in the answer and sends no request. Add access_control_allow_methods and …_headers.'
			}
		},
		everybody: {
			says: {
				ru: 'Airflow 2 со звёздочкой стартует, и теперь его API открыт страницам с любого адреса. Назовите адрес панели.',
				en: 'With a star Airflow 2 does start, and now its API is open to pages from any address. Name the panel’s origin.'
			}
		},
		'divided-by-spaces': {
			says: {
				ru: 'Пробел в 2.x делит только адреса. Методы и заголовки уходят браузеру как написаны, а он ждёт между ними запятую: «GET POST PATCH» для него — один метод с таким именем.',
				en: 'In 2.x a space divides origins only. Methods and headers go to the browser as they are written, and it wants commas between them: to it “GET POST PATCH” is one method of that name.'
			}
		},
		'comma-between-origins': {
			steps: [cors(`${PANEL},http://localhost:3000`, METHODS, HEADERS)],
			says: {
				ru: 'Адреса в 2.x делит пробел. Через запятую это один адрес, и с панелью он не совпадёт.',
				en: 'In 2.x a space divides origins. With a comma it is one origin, and it is not the panel’s.'
			},
			matches: (input) => origins(input).includes(',')
		},
		'everybody-an-admin': null
	}
};

const origins = ({ world }: CheckInput) => setting(world, 'api', 'access_control_allow_origins');
