import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { basic, setting, wouldAnswer } from '#lib/course/set-up.ts';

const FAB = 'airflow.providers.fab.auth_manager.api.auth.backend';
const OLD = 'airflow.api.auth.backend';
const AWS = 'airflow.providers.amazon.aws.auth_manager.aws_auth_manager';

const backends = (...names: string[]): SolutionStep => ({
	control: { do: 'cfg', text: `[api]\nauth_backends = ${names.join(',')}\n` }
});

export const notABackend: Exercise = {
	id: 'auth.not-a-backend',
	world: 'auth-manager',
	scenario: 'course',
	cfg: `[api]\nauth_backends = ${OLD}.basic_auth,${AWS}\n`,
	tools: ['cfg', 'caller'],
	api: 'v1',
	title: {
		ru: 'Сервер не поднимается: лишнее имя в auth_backends',
		en: 'The server does not come up: a stray name in auth_backends'
	},
	task: {
		ru: 'В auth_backends вписали менеджер AWS, и webserver 2.x не стартует. Уберите его и заодно замените устаревший путь: пусть останутся basic_auth и session из провайдера FAB. Впишите недостающее: auth_backends = airflow.providers.fab.___.basic_auth,airflow.providers.fab.___.session',
		en: 'Somebody put the AWS manager into auth_backends, and the 2.x webserver does not start. Take it out and replace the deprecated path while at it: keep basic_auth and session, both of the FAB provider. Fill in what is left out: auth_backends = airflow.providers.fab.___.basic_auth,airflow.providers.fab.___.session'
	},
	hints: [
		{
			ru: 'Бэкенд проверяет один запрос, менеджер отвечает за пользователей и права всей установки. У менеджера есть своя настройка, и это не auth_backends.',
			en: 'A backend checks one request; a manager answers for the users and rights of the whole installation. A manager has a setting of its own, and it is not auth_backends.'
		},
		{
			ru: 'Между fab и именем бэкенда стоит auth_manager.api.auth.backend.',
			en: 'Between fab and the backend’s name stands auth_manager.api.auth.backend.'
		},
		{
			ru: `Строка целиком: auth_backends = ${FAB}.basic_auth,${FAB}.session`,
			en: `The line is: auth_backends = ${FAB}.basic_auth,${FAB}.session`
		}
	],
	kind: 'fault',
	start: { operation: 'GET /health' },
	checks: [
		{
			says: { ru: 'сервер поднялся', en: 'the server comes up' },
			passes: isUp
		},
		{
			says: {
				ru: 'admin входит со своим паролем',
				en: 'admin gets in with the password'
			},
			passes: ({ world }) => wouldAnswer(world, 'GET', '/api/v1/dags', basic('admin')) === 200
		},
		{
			says: {
				ru: 'в auth_backends названы basic_auth и session провайдера FAB, и больше ничего',
				en: 'auth_backends names basic_auth and session of the FAB provider, and nothing else'
			},
			passes: (input) =>
				[...names(input)].sort().join() === [`${FAB}.basic_auth`, `${FAB}.session`].join()
		}
	],
	solution: [backends(`${FAB}.basic_auth`, `${FAB}.session`)],
	wrong: [
		{
			name: 'the-class-instead',
			steps: [backends(`${FAB}.basic_auth`, `${FAB}.session`, `${AWS}.AwsAuthManager`)],
			says: {
				ru: 'Имя класса вместо модуля ничего не меняет: AwsAuthManager — менеджер, его место в [core] auth_manager. Из auth_backends его надо убрать.',
				en: 'The class in place of the module changes nothing: AwsAuthManager is a manager and belongs in [core] auth_manager. Take it out of auth_backends.'
			},
			matches: (input) => names(input).some((name) => name.endsWith('.AwsAuthManager'))
		},
		{
			name: 'deprecated-paths',
			steps: [backends(`${OLD}.basic_auth`, `${OLD}.session`)],
			says: {
				ru: 'Сервер поднялся, но пути airflow.api.auth.backend устарели: Airflow 2.11 предупреждает о них в журнале. Возьмите пути провайдера FAB.',
				en: 'The server comes up, but the paths airflow.api.auth.backend are deprecated: Airflow 2.11 warns of them in its log. Take those of the FAB provider.'
			},
			matches: (input) => isUp(input) && names(input).some((name) => name.startsWith(OLD))
		},
		{
			name: 'no-session',
			steps: [backends(`${FAB}.basic_auth`)],
			says: {
				ru: 'Пароли принимаются, а веб-интерфейс остался без session. Допишите его через запятую.',
				en: 'Passwords are taken, and the web interface is left without session. Add it after a comma.'
			},
			matches: (input) => isUp(input) && names(input).length === 1
		}
	]
};

const names = ({ world }: CheckInput) =>
	setting(world, 'api', 'auth_backends')
		.split(',')
		.map((name) => name.trim());

function isUp({ world }: CheckInput): boolean {
	return wouldAnswer(world, 'GET', '/api/v1/health') === 200;
}
