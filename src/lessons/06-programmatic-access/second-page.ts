import type { Check, CheckInput, Exercise, SolutionStep, Twin } from '#lib/course/lesson.ts';

const LIST = 'GET /variables';
const KEY = 'client_113_dsn';
const MENDED = 'postgresql://dwh.example:5432/client_113';
const FORMER_HOST = 'dwh-old.example';
const COUNT = 120;
const LARGEST_PAGE = 100;
/** How many come when nobody says how many. */
const DEFAULT_PAGE = { v1: 100, v2: 50 };

const page = (query: Record<string, string>): SolutionStep => ({ operation: LIST, query });
const change = (value: string): SolutionStep => ({
	operation: 'PATCH /variables/{variable_key}',
	path: { variable_key: KEY },
	body: { key: KEY, value }
});
const bothPages = [0, 100].map((offset) => page({ limit: '100', offset: String(offset) }));

const isMended: Check = {
	says: {
		ru: 'ни одно значение больше не ведёт на dwh-old.example',
		en: 'no value leads to dwh-old.example any more'
	},
	passes: (input) => values(input).every((value) => !value.includes(FORMER_HOST))
};
const isWhole: Check = {
	says: {
		ru: 'кроме хоста, ничего не изменилось: переменных 120, порт и база те же',
		en: 'nothing but the host has changed: 120 variables, the same ports and databases'
	},
	passes: isOtherwiseWhole
};
const areAllSeen = (api: Api): Check => ({
	says: {
		ru: 'ваши страницы вместе показали все 120 переменных',
		en: 'your pages together showed all 120 variables'
	},
	passes: (input) => reachOf(input, api) >= COUNT
});

const inV2: Twin = {
	programs: { airflowctl: 'its-commands' },
	hints: {
		2: {
			ru: 'GET /api/v2/variables?limit=100&offset=100; там client_113_dsn. PATCH /api/v2/variables/client_113_dsn с телом {"key": "client_113_dsn", "value": "postgresql://dwh.example:5432/client_113"}.',
			en: 'GET /api/v2/variables?limit=100&offset=100 shows client_113_dsn. PATCH /api/v2/variables/client_113_dsn with {"key": "client_113_dsn", "value": "postgresql://dwh.example:5432/client_113"}.'
		}
	},
	checks: [areAllSeen('v2'), isMended, isWhole],
	wrong: {
		'pages-with-gaps': {
			steps: [0, 100].map((offset) => page({ offset: String(offset) })),
			says: {
				ru: 'Между страницами дыра: без limit v2 отдаёт 50 записей, а offset шагнул на сто. Назовите limit или прибавляйте столько, сколько пришло.',
				en: 'There is a gap between the pages: without limit v2 gives 50 entries, and offset moved on by a hundred. Name limit, or add as many as came.'
			},
			matches: (input) =>
				pages(input, 'v2').some(({ offset }) => offset >= 20 && offset > reachOf(input, 'v2'))
		}
	}
};

export const secondPage: Exercise = {
	id: 'programmatic.second-page',
	world: 'programmatic-second-page',
	scenario: 'many-variables',
	api: 'v1',
	kind: 'faded',
	title: { ru: 'Сто двадцать переменных по сто', en: 'A hundred and twenty, by the hundred' },
	task: {
		ru: 'На сервере 120 переменных с адресами баз. Хранилище переехало с dwh-old.example на dwh.example, и ровно одну забыли. Пройдите все страницы (offset второй — за вами), найдите её и замените в значении только хост.',
		en: 'The server has 120 variables with addresses of databases. The warehouse moved from dwh-old.example to dwh.example, and exactly one was forgotten. Walk through all the pages (the offset of the second is yours to say), find it and change nothing but the host in its value.'
	},
	hints: [
		{
			ru: 'По значению искать нечем: фильтра нет. Сравните total_entries с тем, сколько пришло.',
			en: 'There is no filter by value. Compare total_entries with how many came.'
		},
		{
			ru: 'Скрипт прибавляет к offset столько, сколько пришло, и останавливается, когда набрал total_entries. Вторая страница — offset=100.',
			en: 'The script adds to offset as many as came and stops once it has total_entries. The second page is offset=100.'
		},
		{
			ru: 'GET /api/v1/variables?limit=100&offset=100; там client_113_dsn. PATCH /api/v1/variables/client_113_dsn с телом {"key": "client_113_dsn", "value": "postgresql://dwh.example:5432/client_113"}.',
			en: 'GET /api/v1/variables?limit=100&offset=100 shows client_113_dsn. PATCH /api/v1/variables/client_113_dsn with {"key": "client_113_dsn", "value": "postgresql://dwh.example:5432/client_113"}.'
		}
	],
	start: { operation: LIST, query: { limit: ['100'] } },
	checks: [areAllSeen('v1'), isMended, isWhole],
	solution: [...bothPages, change(MENDED)],
	reasons: {
		ru: 'Больше 100 записей за раз сервер не отдаёт (maximum_page_limit), поэтому цикл идёт по offset, пока не наберёт total_entries. PATCH по ключу меняет значение и оставляет описание.',
		en: 'The server gives no more than 100 entries at a time (maximum_page_limit), so the loop moves offset on until it has total_entries. PATCH by key changes the value and keeps the description.'
	},
	wrong: [
		{
			name: 'one-big-page',
			steps: [page({ limit: '1000' })],
			says: {
				ru: 'Просили 1000, пришло 100: limit обрезан молча. В total_entries стоит 120, значит, есть ещё страница.',
				en: 'You asked for 1000 and 100 came: limit was cut in silence. total_entries says 120, so there is another page.'
			},
			matches: (input) =>
				reachOf(input) < COUNT && pages(input).some(({ limit }) => limit > LARGEST_PAGE)
		},
		{
			name: 'offset-as-page-number',
			steps: [page({ limit: '100' }), page({ limit: '100', offset: '1' })],
			says: {
				ru: 'offset считает записи, а не страницы: offset=1 пропустил одну переменную. Вторая сотня начинается с offset=100.',
				en: 'offset counts entries, not pages: offset=1 left out one variable. The second hundred begins with offset=100.'
			},
			matches: (input) =>
				reachOf(input) < COUNT && pages(input).some(({ offset }) => offset > 0 && offset < 20)
		},
		{
			name: 'only-the-host-left',
			steps: [...bothPages, change('dwh.example')],
			says: {
				ru: 'В переменной остался один хост: порт и имя базы пропали, подключиться по ней нельзя. Запишите адрес целиком, заменив в нём только хост.',
				en: 'Only the host is left in the variable: port and database are gone, and nobody can connect by it. Write the whole address with nothing but the host replaced.'
			},
			matches: (input) => !isOtherwiseWhole(input)
		},
		{
			name: 'first-page-only',
			steps: [page({ limit: '100' })],
			says: {
				ru: 'Вы видели только часть: в ответе 100 записей, а total_entries — 120. На первой странице нужной нет.',
				en: 'You saw only a part: the answer has 100 entries, and total_entries is 120. What you look for is not on the first page.'
			},
			matches: (input) => pages(input).length > 0 && reachOf(input) < COUNT
		}
	],
	twin: inV2
};

function pages({ world }: CheckInput, api: Api = 'v1') {
	return world.journal
		.filter(({ operation, status }) => operation === LIST && status === 200)
		.map(({ params }) => ({
			offset: Number(params.offset ?? 0),
			limit: Number(params.limit ?? DEFAULT_PAGE[api])
		}));
}

type Api = Exercise['api'];

/** How many variables from the first on were shown without a gap. */
function reachOf(input: CheckInput, api: Api = 'v1'): number {
	let reach = 0;
	for (const { offset, limit } of pages(input, api).sort((a, b) => a.offset - b.offset)) {
		if (offset <= reach) reach = Math.max(reach, offset + Math.min(limit, LARGEST_PAGE));
	}
	return reach;
}

const values = ({ world }: CheckInput) => [...world.variables.values()].map(({ value }) => value);

function isOtherwiseWhole(input: CheckInput): boolean {
	const { variables } = input.world;
	return (
		variables.size === COUNT &&
		[...variables.values()].every(({ key, value }) => {
			const number = /^client_(\d+)_dsn$/.exec(key)?.[1] ?? '';
			return new RegExp(`^postgresql://dwh(-old)?\\.example:5432/client_${number}$`).test(value);
		})
	);
}
