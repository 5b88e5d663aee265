import { get, post, settings } from '#lib/course/acts.ts';
import type { Symptom } from '#lib/course/symptom.ts';

const connection = { connection_id: 'shop', conn_type: 'http', host: 'example.org' };

/** The caller is known, and may not do this. */
export const rights: Symptom[] = [
	{
		id: 'viewer-may-not',
		topic: 'rights',
		says: {
			ru: 'Читать получается, а запустить DAG — 403 «Forbidden»',
			en: 'Reading works, triggering a DAG gives 403 “Forbidden”'
		},
		tell: {
			ru: '403 значит: сервер знает, кто вы, и этого вам нельзя. Пользователь с ролью Viewer только смотрит.',
			en: '403 means: the server knows who you are, and you may not do this. A user with the role Viewer only looks.'
		},
		mend: {
			ru: 'Возьмите учётную запись с ролью User: ей хватает прав на запуск. Роль Admin скрипту не нужна.',
			en: 'Use an account with the role User: that is enough to trigger. A script needs no Admin.'
		},
		scenario: 'course',
		acts: [
			get('/api/v2/dags/hello_api', { as: 'viewer' }),
			post('/api/v2/dags/hello_api/dagRuns', { logical_date: null }, { as: 'viewer' })
		],
		shows: { status: 403, holds: 'Forbidden' },
		cure: [post('/api/v2/dags/hello_api/dagRuns', { logical_date: null }, { as: 'user' })],
		cured: { status: 200, holds: 'queued' }
	},
	{
		id: 'user-may-not-manage-pools',
		topic: 'rights',
		says: {
			ru: 'Пользователь с ролью User получает 403 на пулы, соединения и переменные',
			en: 'A user with the role User gets 403 for pools, connections and variables'
		},
		tell: {
			ru: 'Запускать DAG этот пользователь может, а менять настройки установки — нет: для них есть роль Op. В API v1 поле detail у такого 403 пустое, причину оно не назовёт.',
			en: 'This user may trigger DAGs; what the installation is set up with belongs to the role Op. In API v1 such a 403 has an empty detail and does not name its reason.'
		},
		mend: {
			ru: 'Заведите скрипту, который готовит окружение, отдельного пользователя с ролью Op.',
			en: 'Give the script that sets things up a user of its own with the role Op.'
		},
		scenario: 'course',
		acts: [post('/api/v1/pools', { name: 'etl', slots: 4 }, { as: 'user' })],
		shows: { status: 403 },
		cure: [post('/api/v1/pools', { name: 'etl', slots: 4 }, { as: 'op' })],
		cured: { status: 200, holds: 'etl' }
	},
	{
		id: 'config-not-exposed',
		topic: 'rights',
		says: {
			ru: 'GET /config отвечает 403 даже администратору',
			en: 'GET /config answers 403 even to an admin'
		},
		tell: {
			ru: 'Дело не в роли: показ настроек выключен параметром expose_config, и текст ответа это говорит.',
			en: 'It is not the role: expose_config keeps the settings hidden, and the answer says so.'
		},
		mend: {
			ru: 'Поставьте expose_config = non-sensitive-only: пароли останутся скрыты. Секция в 2.x — [webserver], в 3.x — [api].',
			en: 'Set expose_config = non-sensitive-only, which keeps the passwords hidden. The section is [webserver] in 2.x and [api] in 3.x.'
		},
		scenario: 'course',
		acts: [get('/api/v2/config')],
		shows: { status: 403, holds: 'chose not to expose the configuration' },
		cure: [settings('[api]\nexpose_config = non-sensitive-only\n'), get('/api/v2/config')],
		cured: { status: 200, holds: 'sections' }
	},
	{
		id: 'testing-connections-disabled',
		topic: 'rights',
		says: {
			ru: 'POST /connections/test отвечает 403',
			en: 'POST /connections/test answers 403'
		},
		tell: {
			ru: 'Проверка соединений выключена с версии 2.7 для всех, независимо от роли: сервер стал бы ходить по чужим адресам от своего имени.',
			en: 'Testing connections has been off for everybody since 2.7, whatever the role: the server would be calling strangers’ addresses in its own name.'
		},
		mend: {
			ru: 'Если это нужно и допустимо: [core] test_connection = Enabled на API-сервере и перезапуск.',
			en: 'Where it is needed and allowed: [core] test_connection = Enabled on the API server, and a restart.'
		},
		scenario: 'course',
		acts: [post('/api/v2/connections/test', connection)],
		shows: { status: 403, holds: 'Testing connections is disabled' },
		cure: [
			settings('[core]\ntest_connection = Enabled\n'),
			post('/api/v2/connections/test', connection)
		],
		cured: { status: 200, holds: 'status' }
	}
];
