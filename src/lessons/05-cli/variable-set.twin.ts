import type { RequestStep, Twin } from '#lib/course/lesson.ts';

const KEY = 'alert_channel';
const BODY = { key: KEY, value: '#data-oncall' };
const PATCH = 'PATCH /variables/{variable_key}';

const replace: RequestStep = { operation: 'POST /variables', body: BODY };
const masked: RequestStep = {
	operation: PATCH,
	path: { variable_key: KEY },
	query: { update_mask: 'value' },
	body: BODY
};

export const variableSetInV1: Twin = {
	programs: {
		airflow: [
			"airflow variables set alert_channel '#data-oncall' --description 'Where failures are told'"
		]
	},
	hints: {
		1: {
			ru: 'PATCH переменной меняет то, что названо в теле. А POST /variables в v1 на занятый ключ заменяет целиком, как и команда.',
			en: 'A PATCH of the variable changes what the body names. POST /variables of v1 replaces a taken key as a whole, as the command does.'
		},
		2: {
			ru: 'PATCH /api/v1/variables/alert_channel с телом {"key": "alert_channel", "value": "#data-oncall"}.',
			en: 'PATCH /api/v1/variables/alert_channel with {"key": "alert_channel", "value": "#data-oncall"}.'
		}
	},
	reasons: {
		ru: 'Одно и то же желание — «записать значение» — у команды и у POST в v1 значит «заменить целиком», у PATCH — «изменить названное».',
		en: 'One and the same wish, “write a value”, means “replace the whole” for the command and for POST in v1, and “change what is named” for PATCH.'
	},
	wrong: {
		replaced: {
			steps: [replace],
			says: {
				ru: 'Значение новое, а описания больше нет: POST в v1 заменил переменную целиком, как и команда. Верните описание через PATCH и сравните оба запроса.',
				en: 'The value is new and the description is gone: in v1 POST replaced the whole variable, as the command does. Put the description back with PATCH and compare the two requests.'
			}
		},
		'mask-of-another-name': {
			steps: [masked],
			says: {
				ru: 'Ответ 400: в маске v1 значение переменной зовётся val, а поля value она не знает. Маска здесь и не нужна: в теле ровно то, что меняется.',
				en: 'The answer is 400: a mask of v1 calls the value of a variable val and knows no field value. It takes no mask here: the body holds just what changes.'
			},
			matches: ({ world }) =>
				world.variables.get(KEY)?.value !== BODY.value &&
				world.journal.some(({ operation, status }) => operation === PATCH && status === 400)
		},
		'mask-with-a-comma': null,
		'created-again': null
	}
};
