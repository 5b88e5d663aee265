import type { SolutionStep, Twin } from '#lib/course/lesson.ts';

const HOST = 'https://crm2.example.com/api';
const TOKEN = 'crm-9b1c-fresh';

const patchHost: SolutionStep = {
	operation: 'PATCH /connections/{connection_id}',
	path: { connection_id: 'crm' },
	query: { update_mask: 'host' },
	body: { connection_id: 'crm', conn_type: 'http', host: HOST }
};
const patchToken: SolutionStep = {
	operation: 'PATCH /variables/{variable_key}',
	path: { variable_key: 'crm_api_token' },
	body: { key: 'crm_api_token', value: TOKEN }
};

export const crmMovesInV1: Twin = {
	programs: {
		airflow: [
			'airflow connections delete crm',
			'airflow connections add crm --conn-json \'{"conn_type": "http", "host": "https://crm2.example.com/api", "login": "etl"}\'',
			"airflow variables set crm_api_token crm-9b1c-fresh --description 'Renewed by hand each quarter'"
		]
	},
	// Its mask calls the value of a variable val; without one only what the body holds is changed.
	step: (step) => (step.operation === patchToken.operation ? { ...step, query: {} } : step),
	hints: {
		1: {
			ru: 'PATCH меняет то, что есть в теле, и не трогает остальное. А POST переменной в v1 заменяет её целиком, и описание пропадает.',
			en: 'PATCH changes what the body holds and leaves the rest. But in v1 a POST of a variable replaces the whole, and the description is lost.'
		},
		2: {
			ru: `PATCH /api/v1/connections/crm?update_mask=host с {"connection_id": "crm", "conn_type": "http", "host": "${HOST}"}; PATCH /api/v1/variables/crm_api_token с {"key": "crm_api_token", "value": "${TOKEN}"}.`,
			en: `PATCH /api/v1/connections/crm?update_mask=host with {"connection_id": "crm", "conn_type": "http", "host": "${HOST}"}; PATCH /api/v1/variables/crm_api_token with {"key": "crm_api_token", "value": "${TOKEN}"}.`
		}
	},
	solution: [patchHost, patchToken],
	reasons: {
		ru: 'Судят не запросы, а то, что осталось на сервере. Удалить и создать заново — тоже путь, но тогда за каждое поле отвечаете вы, включая те, о которых не знали; PATCH отвечает только за названное. Маска для переменной в v1 — ловушка: значение в ней зовётся val, и update_mask=value получит 400.',
		en: 'It is not the requests that are judged but what the server holds. To delete and create anew is a way too, but then every field is up to you, including those you did not know of; a PATCH answers only for what it names. In v1 a mask for a variable is a trap: it calls the value val, and update_mask=value gets 400.'
	},
	wrong: {
		'description-lost': {
			steps: [
				patchHost,
				{ operation: 'POST /variables', body: { key: 'crm_api_token', value: TOKEN } }
			],
			says: {
				ru: 'Токен новый, а описание переменной пропало: POST в v1 записывает её целиком, а описания в вашем запросе не было. Было «Renewed by hand each quarter».',
				en: 'The token is new, and the description of the variable is gone: in v1 POST writes the whole of it, and your request had no description. It was “Renewed by hand each quarter”.'
			}
		}
	}
};
