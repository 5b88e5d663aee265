import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import { connectionUriInV1 } from './connection-uri.twin.ts';

const ID = 'dwh';
const CREATE = 'POST /connections';
const PASSWORD = 'p@ss/w0rd';

const RIGHT = {
	connection_id: ID,
	conn_type: 'postgres',
	host: 'dwh.internal',
	port: 5433,
	login: 'etl',
	password: PASSWORD,
	schema: 'marts',
	extra: '{"sslmode": "require"}'
};
const GIVEN = {
	...RIGHT,
	conn_type: 'postgresql',
	password: 'p%40ss%2Fw0rd',
	extra: { sslmode: 'require' }
};

const create = (more: Record<string, unknown> = {}): RequestStep => ({
	operation: CREATE,
	body: { ...RIGHT, ...more }
});

/** Fault: the parts of a URI, copied as they stand. */
export const connectionUri: Exercise = {
	id: 'cli.connection-uri',
	world: 'cli-connection-uri',
	scenario: 'production-morning',
	api: 'v2',
	kind: 'fault',
	programs: {
		airflow: [
			"airflow connections add dwh --conn-uri 'postgresql://etl:p%40ss%2Fw0rd@dwh.internal:5433/marts?sslmode=require'"
		]
	},
	title: {
		ru: 'URI из команды разобрать по полям',
		en: 'Take the URI of a command apart'
	},
	task: {
		ru: "Команда «airflow connections add dwh --conn-uri 'postgresql://etl:p%40ss%2Fw0rd@dwh.internal:5433/marts?sslmode=require'» принимает строку, а API — поля. Кто-то разложил строку по полям буквально. Отправьте, прочитайте отказ и поправьте тело так, чтобы соединение dwh вышло таким же, как у команды.",
		en: "The command “airflow connections add dwh --conn-uri 'postgresql://etl:p%40ss%2Fw0rd@dwh.internal:5433/marts?sslmode=require'” takes one string, the API takes fields. Somebody put the string into the fields word for word. Send it, read the refusal, and mend the body until the connection dwh is what the command would make."
	},
	hints: [
		{
			ru: 'Отказ называет одно поле: оно должно быть строкой с JSON внутри. Но сервер замечает не всё, что здесь не так.',
			en: 'The refusal names one field: it has to be a string with JSON in it. But the server does not notice all that is wrong here.'
		},
		{
			ru: 'Разбирая URI, команда раскодирует %40 и %2F, а схему postgresql записывает как тип postgres. API берёт значения как есть.',
			en: 'Taking the URI apart, the command decodes %40 and %2F and writes the scheme postgresql as the type postgres. The API takes values as they are.'
		},
		{
			ru: '"conn_type": "postgres", "password": "p@ss/w0rd", "extra": "{\\"sslmode\\": \\"require\\"}"; остальное верно.',
			en: '"conn_type": "postgres", "password": "p@ss/w0rd", "extra": "{\\"sslmode\\": \\"require\\"}"; the rest is right.'
		}
	],
	start: { operation: CREATE, body: JSON.stringify(GIVEN, null, 2) },
	checks: [
		{
			says: {
				ru: 'соединение dwh есть: dwh.internal:5433, схема marts, логин etl',
				en: 'the connection dwh exists: dwh.internal:5433, schema marts, login etl'
			},
			passes: (input) => {
				const made = connection(input);
				return (
					made?.host === RIGHT.host &&
					made.port === RIGHT.port &&
					made.schema === RIGHT.schema &&
					made.login === RIGHT.login
				);
			}
		},
		{
			says: { ru: 'его тип — postgres', en: 'its type is postgres' },
			passes: (input) => connection(input)?.connType === 'postgres'
		},
		{
			says: {
				ru: 'пароль — тот, с которым пустит база',
				en: 'the password is the one that the database lets in'
			},
			passes: (input) => connection(input)?.password === PASSWORD
		},
		{
			says: { ru: 'в extra — sslmode: require', en: 'extra has sslmode: require' },
			passes: (input) => /"sslmode"\s*:\s*"require"/.test(connection(input)?.extra ?? '')
		}
	],
	solution: [create()],
	reasons: {
		ru: 'Проценты нужны URI, чтобы @ и / в пароле не приняли за разделители. В JSON разделителей нет, и кодировать нечего. А extra хранится текстом, поэтому и передаётся текстом.',
		en: 'A URI needs the percent signs so that @ and / in a password are not taken for separators. JSON has no such separators, and nothing to encode. And extra is kept as text, so it is sent as text.'
	},
	wrong: [
		{
			name: 'password-encoded',
			steps: [create({ password: GIVEN.password })],
			says: {
				ru: 'Соединение создано, но паролем стала строка с процентами: база ответит отказом, и не сервер Airflow, а задача ночью. Раскодируйте: %40 — это @, %2F — это /. Правит PATCH.',
				en: 'The connection was made, but its password is the string with percent signs: the database will refuse it, and the task will learn that at night, not the server now. Decode it: %40 is @, %2F is /. Mend it with PATCH.'
			},
			matches: (input) => connection(input)?.password?.includes('%') === true
		},
		{
			name: 'type-as-the-scheme',
			steps: [create({ conn_type: GIVEN.conn_type })],
			says: {
				ru: 'Тип записан как postgresql. Команда превращает такую схему в postgres, а API берёт conn_type без проверки: хука для postgresql нет. Правит PATCH.',
				en: 'The type was written as postgresql. The command turns this scheme into postgres; the API takes conn_type unchecked, and there is no hook for postgresql. Mend it with PATCH.'
			},
			matches: (input) => connection(input)?.connType === 'postgresql'
		},
		{
			name: 'extra-left-out',
			steps: [{ operation: CREATE, body: { ...RIGHT, extra: null } }],
			says: {
				ru: 'Без extra соединение пойдёт без обязательного SSL. Часть URI после «?» — это extra: строка с JSON внутри.',
				en: 'Without extra the connection does not insist on SSL. The part of the URI after “?” is extra: a string with JSON in it.'
			},
			matches: (input) =>
				connection(input) !== undefined && !connection(input)?.extra?.includes('sslmode')
		},
		{
			name: 'as-given',
			steps: [{ operation: CREATE, body: GIVEN }],
			says: {
				ru: '422: extra должно быть строкой, а не объектом. Читайте в ответе loc — там имя поля — и проверьте остальные поля сами: их содержание сервер не сверяет.',
				en: '422: extra has to be a string and not an object. Read loc in the answer, it names the field, and check the other fields yourself: the server does not look at what they say.'
			},
			matches: ({ world }) =>
				!world.connections.has(ID) &&
				world.journal.some(({ operation, status }) => operation === CREATE && status === 422)
		}
	],
	twin: connectionUriInV1
};

const connection = ({ world }: CheckInput) => world.connections.get(ID);
