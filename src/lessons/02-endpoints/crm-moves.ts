import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { crmMovesInV1 } from './crm-moves.twin.ts';

const HOST = 'https://crm2.example.com/api';
const TOKEN = 'crm-9b1c-fresh';
const NOTE = 'Renewed by hand each quarter';
const CONNECTION = { connection_id: 'crm', conn_type: 'http' };

const patchHost: SolutionStep = {
	operation: 'PATCH /connections/{connection_id}',
	path: { connection_id: 'crm' },
	query: { update_mask: 'host' },
	body: { ...CONNECTION, host: HOST }
};
const patchToken: SolutionStep = {
	operation: 'PATCH /variables/{variable_key}',
	path: { variable_key: 'crm_api_token' },
	query: { update_mask: 'value' },
	body: { key: 'crm_api_token', value: TOKEN }
};
const drop = (operation: string, path: Record<string, string>): SolutionStep => ({
	operation,
	path
});

/** Open: judged by what Airflow holds in the end. */
export const crmMoves: Exercise = {
	id: 'endpoints.crm-moves',
	world: 'endpoints-crm-moves',
	scenario: 'production-morning',
	api: 'v2',
	kind: 'open',
	operations: [
		'GET /connections/{connection_id}',
		'GET /variables/{variable_key}',
		'POST /connections',
		'POST /variables'
	],
	programs: {
		airflow: [
			'airflow connections delete crm',
			'airflow connections add crm --conn-json \'{"conn_type": "http", "host": "https://crm2.example.com/api", "login": "etl"}\'',
			"airflow variables set crm_api_token crm-9b1c-fresh --description 'Renewed by hand each quarter'"
		],
		airflowctl: [
			'airflowctl connections update --connection-id crm --conn-type http --host https://crm2.example.com/api --login etl',
			"airflowctl variables update --key crm_api_token --value crm-9b1c-fresh --description 'Renewed by hand each quarter'"
		]
	},
	title: { ru: 'CRM переехала', en: 'The CRM has moved' },
	task: {
		ru: `CRM переехала, и токен у неё новый. Добейтесь, чтобы подключение crm смотрело на ${HOST}, а переменная crm_api_token была равна ${TOKEN}. Всё остальное, что записано у них обоих (логин, тип, описание), и все прочие подключения и переменные должны остаться как были. Каким путём — решайте сами.`,
		en: `The CRM has moved and has a new token. See to it that the connection crm looks at ${HOST} and the variable crm_api_token is ${TOKEN}. All else that is stored with these two (login, type, description), and all other connections and variables, must stay as they were. Which way you go is up to you.`
	},
	hints: [
		{
			ru: 'Прочитайте оба до правки: что-то в них не из вашего запроса, и это легко потерять.',
			en: 'Read both before you change them: there is something in them that is not in your request and is easily lost.'
		},
		{
			ru: 'PATCH с update_mask меняет названное и не трогает остальное. В теле v2 обязательные поля нужны всё равно.',
			en: 'PATCH with update_mask changes what it names and leaves the rest. The body still needs what v2 requires.'
		},
		{
			ru: `PATCH /api/v2/connections/crm?update_mask=host с {"connection_id": "crm", "conn_type": "http", "host": "${HOST}"}; PATCH /api/v2/variables/crm_api_token?update_mask=value с {"key": "crm_api_token", "value": "${TOKEN}"}.`,
			en: `PATCH /api/v2/connections/crm?update_mask=host with {"connection_id": "crm", "conn_type": "http", "host": "${HOST}"}; PATCH /api/v2/variables/crm_api_token?update_mask=value with {"key": "crm_api_token", "value": "${TOKEN}"}.`
		}
	],
	start: { operation: 'GET /connections/{connection_id}', path: { connection_id: 'crm' } },
	checks: [
		{
			says: {
				ru: 'подключение crm смотрит на новый адрес',
				en: 'the connection crm looks at the new address'
			},
			passes: (input) => crm(input)?.host === HOST
		},
		{
			says: {
				ru: 'логин и тип crm прежние',
				en: 'login and type of crm are as before'
			},
			passes: (input) => crm(input)?.host === HOST && isCrmWhole(input)
		},
		{
			says: {
				ru: 'crm_api_token новый, описание прежнее',
				en: 'crm_api_token is new, its description as before'
			},
			passes: (input) => token(input)?.value === TOKEN && token(input)?.description === NOTE
		},
		{
			says: {
				ru: 'лишних подключений и переменных нет, прежние на месте',
				en: 'there are no extra connections or variables, and the old ones are there'
			},
			passes: (input) => crm(input)?.host === HOST && isNothingElse(input)
		}
	],
	solution: [patchHost, patchToken],
	reasons: {
		ru: 'Судят не запросы, а то, что осталось на сервере. Удалить и создать заново — тоже путь, но тогда за каждое поле отвечаете вы, включая те, о которых не знали; PATCH с маской отвечает только за названное.',
		en: 'It is not the requests that are judged but what the server holds. To delete and create anew is a way too, but then every field is up to you, including those you did not know of; a PATCH with a mask answers only for what it names.'
	},
	wrong: [
		{
			name: 'made-anew',
			steps: [
				drop('DELETE /connections/{connection_id}', { connection_id: 'crm' }),
				{ operation: 'POST /connections', body: { ...CONNECTION, host: HOST } },
				patchToken
			],
			says: {
				ru: 'Адрес новый, но подключение потеряло прежние поля: у него был login etl. Верните их PATCH-ем.',
				en: 'The address is new, but the connection has lost fields: it had the login etl. Put them back with a PATCH.'
			},
			matches: (input) => crm(input) !== undefined && !isCrmWhole(input)
		},
		{
			name: 'description-lost',
			steps: [
				patchHost,
				drop('DELETE /variables/{variable_key}', { variable_key: 'crm_api_token' }),
				{ operation: 'POST /variables', body: { key: 'crm_api_token', value: TOKEN } }
			],
			says: {
				ru: 'Токен новый, а описание переменной пропало: его не было в вашем запросе. Было «Renewed by hand each quarter».',
				en: 'The token is new, and the description of the variable is gone: your request did not have it. It was “Renewed by hand each quarter”.'
			},
			matches: (input) => token(input) !== undefined && token(input)?.description !== NOTE
		},
		{
			name: 'another-connection',
			steps: [
				{
					operation: 'POST /connections',
					body: { connection_id: 'crm2', conn_type: 'http', host: HOST, login: 'etl' }
				},
				patchToken
			],
			says: {
				ru: 'Появилось лишнее подключение или переменная, а DAG берут crm по имени. Удалите лишнее и поправьте то, что есть.',
				en: 'There is an extra connection or variable, while the DAGs take crm by its name. Delete what is extra and change what there is.'
			},
			matches: (input) => !isNothingElse(input)
		},
		{
			name: 'address-only',
			steps: [patchHost],
			says: {
				ru: 'Адрес новый, токен старый: CRM ответит 401 и по новому адресу. Осталась переменная crm_api_token.',
				en: 'The address is new, the token is old: the CRM will answer 401 at the new address too. The variable crm_api_token remains.'
			},
			matches: (input) => crm(input)?.host === HOST && token(input)?.value !== TOKEN
		}
	],
	twin: crmMovesInV1
};

const crm = ({ world }: CheckInput) => world.connections.get('crm');
const token = ({ world }: CheckInput) => world.variables.get('crm_api_token');

const isCrmWhole = (input: CheckInput) =>
	crm(input)?.login === 'etl' && crm(input)?.connType === 'http';

const isNothingElse = ({ world }: CheckInput) =>
	[...world.connections.keys()].sort().join() === 'crm,lake,warehouse' &&
	[...world.variables.keys()].sort().join() ===
		'alert_channel,crm_api_token,lake_bucket,retention_days';
