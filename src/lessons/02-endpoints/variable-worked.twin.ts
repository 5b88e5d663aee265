import type { CheckInput, SolutionStep, Twin } from '#lib/course/lesson.ts';
import type { JournalEntry } from '#lib/simulator/world.ts';

const KEY = 'report_region';
const VALUE = 'apac';
const NOTE = 'Region of the daily report';
const CREATE = 'POST /variables';
const READ = 'GET /variables/{variable_key}';

const create = (body: Record<string, unknown>): SolutionStep => ({ operation: CREATE, body });
const read: SolutionStep = { operation: READ, path: { variable_key: KEY } };
const whole = { key: KEY, value: VALUE, description: NOTE };
const bare = { key: KEY, value: VALUE };

/** In v1 a repeat is no mistake: it replaces. */
export const variableWorkedInV1: Twin = {
	task: {
		ru: 'В форме запрос, который создаёт переменную Airflow report_region. Отправьте его, потом уберите из тела description и отправьте ещё раз. Сравните коды ответов и прочитайте переменную по её адресу: что стало с описанием? Под конец верните его: отправьте тело целиком и прочитайте переменную снова.',
		en: 'The form holds a request that creates the Airflow variable report_region. Send it, then take description out of the body and send it once more. Compare the codes, and read the variable at its address: what became of the description? In the end put it back: send the whole body and read the variable again.'
	},
	hints: {
		0: {
			ru: 'v1 отвечает 200 и на создание, и на повтор: по коду их не различить.',
			en: 'v1 answers 200 to the first and to the repeat: the code does not tell them apart.'
		},
		2: {
			ru: 'POST из формы; POST с {"key": "report_region", "value": "apac"}; GET /api/v1/variables/report_region; снова POST с description и ещё один GET.',
			en: 'POST what is in the form; POST {"key": "report_region", "value": "apac"}; GET /api/v1/variables/report_region; POST with description again, and one more GET.'
		}
	},
	checks: [
		{
			says: {
				ru: 'повтор без description ответил 200',
				en: 'the repeat without description answered 200'
			},
			passes: (input) => bareAt(input) > 0
		},
		{
			says: {
				ru: 'после него вы прочитали переменную и увидели, что описания нет',
				en: 'after it you read the variable and saw that there is no description'
			},
			passes: (input) => wasSeenBare(input)
		},
		{
			says: {
				ru: 'переменная report_region равна apac, и описание у неё снова есть',
				en: 'the variable report_region is apac and has its description again'
			},
			passes: (input) =>
				bareAt(input) > 0 &&
				variable(input)?.value === VALUE &&
				variable(input)?.description === NOTE
		},
		{
			says: {
				ru: 'вы прочитали её и под конец',
				en: 'you read it in the end, too'
			},
			passes: (input) => readsAfter(input, lastWriteAt(input)) > 0 && wasSeenBare(input)
		}
	],
	solution: [create(whole), create(bare), read, create(whole), read],
	reasons: {
		ru: 'POST в v1 записывает переменную целиком: старая удаляется, новая встаёт на её место, и то, чего нет в теле, пропадает. Код 200 об этом молчит. В v2 тот же повтор ответил бы 409, поэтому скрипт, который привык «создавать» поверх, после переезда встанет.',
		en: 'In v1 POST writes the variable as a whole: the old one is deleted, the new one takes its place, and what the body leaves out is lost. The code 200 does not say so. In v2 the same repeat would answer 409, so a script used to “creating” over what exists will stop after the move.'
	},
	wrong: {
		'sent-once': {
			steps: [create(whole), read],
			says: {
				ru: 'Переменная есть и прочитана. Теперь отправьте POST ещё раз, без description: важно увидеть, чем отвечает повтор.',
				en: 'The variable is there and was read. Now send the POST once more, without description: what a repeat answers is worth seeing.'
			},
			matches: (input) => variable(input) !== undefined && bareAt(input) <= 0
		},
		'not-read': {
			steps: [create(whole), create(bare)],
			says: {
				ru: 'Повтор прошёл с 200. Всё ли на месте? Прочитайте переменную по ключу.',
				en: 'The repeat got 200. Is everything still there? GET the variable by its key.'
			},
			matches: (input) => bareAt(input) > 0 && readsAfter(input, bareAt(input)) === 0
		},
		'left-bare': {
			steps: [create(whole), create(bare), read],
			says: {
				ru: 'Описание пропало, и вы это увидели. Верните его: отправьте тело целиком и прочитайте переменную снова.',
				en: 'The description is gone, and you saw it. Put it back: send the whole body and read the variable again.'
			},
			matches: (input) => wasSeenBare(input) && variable(input)?.description === undefined
		},
		'another-value': {
			steps: [create(whole), create(bare), read, create({ ...whole, value: 'emea' }), read],
			says: {
				ru: 'В переменной не apac: POST молча заменил значение. Отправьте его ещё раз, с apac.',
				en: 'The variable does not hold apac: POST replaced the value without a word. Send it once more, with apac.'
			},
			matches: (input) => variable(input) !== undefined && variable(input)?.value !== VALUE
		}
	}
};

const variable = ({ world }: CheckInput) => world.variables.get(KEY);

const isWrite = ({ operation, status }: JournalEntry) => operation === CREATE && status === 200;

/** Where in the journal the variable was written over, without its description; -1 = nowhere. */
function bareAt({ world: { journal } }: CheckInput): number {
	const first = journal.findIndex(isWrite);
	return journal.findIndex(
		(entry, at) => at > first && isWrite(entry) && entry.body?.includes('description') === false
	);
}

const lastWriteAt = ({ world }: CheckInput): number => world.journal.findLastIndex(isWrite);

const isRead = ({ operation, status }: JournalEntry) =>
	status === 200 && (operation === READ || operation === 'GET /variables');

const readsAfter = ({ world }: CheckInput, at: number): number =>
	at < 0 ? 0 : world.journal.slice(at).filter(isRead).length;

/** Read after the repeat and before anything else was written. */
function wasSeenBare(input: CheckInput): boolean {
	const since = input.world.journal.slice(bareAt(input) + 1);
	const next = since.findIndex(({ operation }) => operation === CREATE);
	return bareAt(input) > 0 && since.slice(0, next < 0 ? undefined : next).some(isRead);
}
