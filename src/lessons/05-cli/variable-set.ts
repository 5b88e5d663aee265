import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import { variableSetInV1 } from './variable-set.twin.ts';

const PATCH = 'PATCH /variables/{variable_key}';
const KEY = 'alert_channel';
const VALUE = '#data-oncall';
const NOTE = 'Where failures are told';

const patch = (more: Record<string, unknown>, query?: Record<string, string>): RequestStep => ({
	operation: PATCH,
	path: { variable_key: KEY },
	body: { key: KEY, value: VALUE, ...more },
	...(query === undefined ? {} : { query })
});

/** The nearest that v2 has to `variables set`: make or replace. */
const replaceAll: RequestStep = {
	operation: 'PATCH /variables',
	body: {
		actions: [
			{
				action: 'create',
				action_on_existence: 'overwrite',
				entities: [{ key: KEY, value: VALUE }]
			}
		]
	}
};

export const variableSet: Exercise = {
	id: 'cli.variable-set',
	world: 'cli-variable-set',
	scenario: 'production-morning',
	api: 'v2',
	kind: 'free',
	programs: {
		airflow: [
			"airflow variables set alert_channel '#data-oncall' --description 'Where failures are told'"
		],
		airflowctl: [
			"airflowctl variables update --key alert_channel --value '#data-oncall' --description 'Where failures are told'"
		]
	},
	title: {
		ru: 'То же, что команда, но без её потери',
		en: 'What the command does, without what it loses'
	},
	task: {
		ru: 'Раз в месяц дежурство переезжает в другой канал, и скрипт на сервере делает «airflow variables set alert_channel "#data-oncall"». Все жалуются: после этого у переменной пропадает описание. Сделайте запросом то, чего хотел автор скрипта: значение новое, описание на месте, остальные переменные не тронуты.',
		en: 'Once a month the shift moves to another channel, and a script on the server does “airflow variables set alert_channel "#data-oncall"”. Everybody complains: afterwards the variable has no description. Do by a request what the author wanted: the value is new, the description stays, the other variables are untouched.'
	},
	hints: [
		{
			ru: 'Команда записывает переменную целиком: описание, которого в ней нет, становится null. Вам нужна правка, а не замена.',
			en: 'The command writes the variable as a whole: a description that it does not name becomes null. You want a change and not a replacement.'
		},
		{
			ru: 'PATCH переменной в v2 меняет то, что названо в теле. А пакетный PATCH /variables с overwrite заменяет целиком, как и команда.',
			en: 'A PATCH of one variable in v2 changes what the body names. The bulk PATCH /variables with overwrite replaces the whole, as the command does.'
		},
		{
			ru: 'PATCH /api/v2/variables/alert_channel с телом {"key": "alert_channel", "value": "#data-oncall"}.',
			en: 'PATCH /api/v2/variables/alert_channel with {"key": "alert_channel", "value": "#data-oncall"}.'
		}
	],
	start: { operation: PATCH },
	checks: [
		{
			says: { ru: 'alert_channel равна #data-oncall', en: 'alert_channel is #data-oncall' },
			passes: (input) => variable(input)?.value === VALUE
		},
		{
			says: {
				ru: 'описание alert_channel прежнее',
				en: 'the description of alert_channel is as before'
			},
			passes: (input) => variable(input)?.description === NOTE
		},
		{
			says: { ru: 'остальные переменные не тронуты', en: 'the other variables are untouched' },
			passes: ({ world }) =>
				world.variables.size === 4 &&
				world.variables.get('lake_bucket')?.value === 'lake' &&
				world.variables.get('retention_days')?.value === '90'
		}
	],
	solution: [patch({})],
	reasons: {
		ru: 'Одно и то же желание — «записать значение» — у команды и у пакетного запроса значит «заменить целиком», у PATCH одной переменной — «изменить названное».',
		en: 'One and the same wish, “write a value”, means “replace the whole” for the command and for the bulk request, and “change what is named” for the PATCH of one variable.'
	},
	wrong: [
		{
			name: 'another-variable',
			steps: [
				{
					operation: PATCH,
					path: { variable_key: 'lake_bucket' },
					body: { key: 'lake_bucket', value: VALUE }
				}
			],
			says: {
				ru: 'Канал записан в lake_bucket: загрузки теперь ищут его там. Верните lake_bucket значение lake и измените alert_channel.',
				en: 'The channel went into lake_bucket, where loads will look for a bucket. Give lake_bucket its value lake back and change alert_channel.'
			},
			matches: ({ world }) => world.variables.get('lake_bucket')?.value === VALUE
		},
		{
			name: 'replaced',
			steps: [replaceAll],
			says: {
				ru: 'Значение новое, а описания больше нет: overwrite заменил переменную целиком, как и команда. Верните описание через PATCH и сравните оба запроса.',
				en: 'The value is new and the description is gone: overwrite replaced the whole variable, as the command does. Put the description back with PATCH and compare the two requests.'
			},
			matches: (input) => variable(input)?.value === VALUE && variable(input)?.description !== NOTE
		},
		{
			name: 'mask-with-a-comma',
			steps: [patch({ description: NOTE }, { update_mask: 'value,description' })],
			says: {
				ru: 'Ответ 200, а значение прежнее: «value,description» сервер счёл одним полем, которого нет. Несколько полей — это update_mask несколько раз.',
				en: 'The answer is 200 and the value is the old one: the server took “value,description” for one field that does not exist. Several fields are update_mask several times.'
			},
			matches: ({ world }) =>
				variable({ world })?.value !== VALUE &&
				world.journal.some(({ operation, status }) => operation === PATCH && status === 200)
		},
		{
			name: 'created-again',
			steps: [{ operation: 'POST /variables', body: { key: KEY, value: VALUE } }],
			says: {
				ru: '409: переменная уже есть. «variables set» годится и для новой, и для старой, а в v2 это разные запросы: POST создаёт, PATCH меняет.',
				en: '409: the variable exists. “variables set” does for a new one and an old one; in v2 these are different requests: POST makes, PATCH changes.'
			},
			matches: ({ world }) =>
				world.journal.some(
					({ operation, status }) => operation === 'POST /variables' && status === 409
				)
		}
	],
	twin: variableSetInV1
};

const variable = ({ world }: CheckInput) => world.variables.get(KEY);
