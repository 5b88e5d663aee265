import type { Check, CheckInput, Exercise, SolutionStep, Twin } from '#lib/course/lesson.ts';

const DAG = 'ops_heartbeat';
const LIST = 'GET /dags/{dag_id}/dagRuns';
const BATCH = 'POST /dags/{dag_id}/dagRuns/list';
/** How many come when nobody says how many. */
const DEFAULT_LIMIT = { v1: 100, v2: 50 };
const LARGEST_LIMIT = 100;

const ask = (query: Record<string, string>): SolutionStep => ({
	operation: LIST,
	path: { dag_id: DAG },
	query
});
const hasEvery = (api: Api): Check => ({
	says: {
		ru: 'ваши страницы вместе покрывают все запуски ops_heartbeat',
		en: 'your pages together cover every run of ops_heartbeat'
	},
	passes: (input) => hasAll(input, api)
});

const inV1: Twin = {
	hints: {
		1: {
			ru: 'Больше 100 за раз сервер не даст, сколько ни проси; v1 и без limit отдаёт сразу 100. Дальше помогает offset, и он считает записи.',
			en: 'The server gives no more than 100 at a time, however many you ask for; without limit v1 gives 100 as well. From there offset helps, and it counts entries.'
		}
	},
	checks: [hasEvery('v1')],
	wrong: {
		'pages-with-gaps': {
			steps: [0, 100, 200].map((offset) => ask({ limit: '50', offset: String(offset) })),
			says: {
				ru: 'Между страницами дыры: приходит по 50 записей, а offset шагает по сто. Прибавляйте столько, сколько пришло.',
				en: 'There are gaps between the pages: 50 entries come while offset strides by a hundred. Add as many as came.'
			},
			matches: (input) => isGappy(input, 'v1')
		}
	}
};

export const allPages: Exercise = {
	id: 'endpoints.all-pages',
	world: 'endpoints-pages',
	scenario: 'production-morning',
	api: 'v2',
	kind: 'free',
	title: {
		ru: 'Соберите все запуски, страница за страницей',
		en: 'Collect every run, page by page'
	},
	task: {
		ru: 'Для отчёта о доступности нужны все запуски ops_heartbeat, без единого пропуска: он работает каждые пятнадцать минут, и за трое суток их набралось несколько сотен. Соберите их через API.',
		en: 'A report on availability needs every run of ops_heartbeat, with none left out: it runs every fifteen minutes, and three days have made some hundreds. Collect them through the API.'
	},
	hints: [
		{
			ru: 'Посмотрите на total_entries в ответе и сосчитайте, сколько запусков пришло.',
			en: 'Look at total_entries in the answer and count how many runs came.'
		},
		{
			ru: 'Больше 100 за раз сервер не даст, сколько ни проси. Дальше помогает offset, и он считает записи.',
			en: 'The server gives no more than 100 at a time, however many you ask for. From there offset helps, and it counts entries.'
		},
		{
			ru: 'limit=100 с offset=0, 100, 200 и так далее, пока offset меньше total_entries.',
			en: 'limit=100 with offset=0, 100, 200 and so on, while offset is below total_entries.'
		}
	],
	start: { operation: LIST },
	checks: [hasEvery('v2')],
	solution: [0, 100, 200].map((offset) =>
		ask({ limit: '100', offset: String(offset), order_by: 'id' })
	),
	reasons: {
		ru: 'Сколько есть, говорит total_entries; сколько пришло, надо считать самому, потому что limit сервер обрезает молча. Порядок задан явно, чтобы страницы не сдвигались, пока их листают.',
		en: 'total_entries says how many there are; how many came you have to count, as the server cuts limit silently. The order is named so that the pages do not shift while you turn them.'
	},
	wrong: [
		{
			name: 'offset-as-page-number',
			steps: [0, 1, 2].map((offset) => ask({ limit: '100', offset: String(offset) })),
			says: {
				ru: 'offset считает записи, а не страницы: offset=1 сдвигает на один запуск, и страницы почти совпадают. За первой сотней идёт offset=100.',
				en: 'offset counts entries, not pages: offset=1 moves on by one run, and the pages are nearly the same. After the first hundred comes offset=100.'
			},
			matches: (input) => pages(input).some(({ offset }) => offset > 0 && offset < 10)
		},
		{
			name: 'pages-with-gaps',
			steps: [0, 100, 200].map((offset) => ask({ offset: String(offset) })),
			says: {
				ru: 'Между страницами дыры: без limit сервер отдаёт 50 записей, а offset шагает дальше. Прибавляйте столько, сколько пришло.',
				en: 'There are gaps between the pages: without limit the server gives 50 entries while offset strides on. Add as many as came.'
			},
			matches: (input) => isGappy(input, 'v2')
		},
		{
			name: 'one-big-page',
			steps: [ask({ limit: '1000' })],
			says: {
				ru: 'Просили много, а пришло 100: сервер обрезает limit по maximum_page_limit и ничего об этом не говорит. Сравните число записей с total_entries и возьмите следующие страницы.',
				en: 'You asked for many and 100 came: the server cuts limit to maximum_page_limit and says nothing of it. Compare the number of entries with total_entries and get the next pages.'
			},
			matches: (input) => pages(input).some(({ asked }) => asked > LARGEST_LIMIT)
		}
	],
	twin: inV1
};

type Api = Exercise['api'];

interface Page {
	offset: number;
	/** As the caller wrote it. */
	asked: number;
	limit: number;
	/** Undefined when the page was asked for by offset. */
	cursor?: string;
}

/** What narrows a list: pages of such a list are not pages of all runs. */
const NARROWS = /state|_gte|_gt|_lte|_lt|pattern|contains|run_type|version/;

function pages({ world }: CheckInput, api: Api = 'v2'): Page[] {
	return world.journal.flatMap(({ operation, status, params, body }) => {
		if (status !== 200) return [];
		if (operation === LIST && [DAG, '~'].includes(params.dag_id ?? '')) {
			if (params.dag_id === '~' || Object.keys(params).some((name) => NARROWS.test(name)))
				return [];
			return [page(params.offset, params.limit ?? DEFAULT_LIMIT[api], params.cursor)];
		}
		if (operation !== BATCH || body === undefined) return [];
		const {
			dag_ids: ids,
			page_offset,
			page_limit,
			...rest
		} = JSON.parse(body) as {
			dag_ids?: string[];
			page_offset?: number;
			page_limit?: number;
		};
		if (ids?.join() !== DAG || Object.keys(rest).some((name) => NARROWS.test(name))) return [];
		return [page(page_offset, page_limit ?? LARGEST_LIMIT)];
	});
}

function page(offset: unknown, limit: unknown, cursor?: string): Page {
	const asked = Number(limit);
	return {
		offset: Number(offset ?? 0),
		asked,
		limit: Math.min(asked, LARGEST_LIMIT),
		...(cursor === undefined ? {} : { cursor })
	};
}

/** How many runs from the first on came without a gap. */
function reachOf(all: readonly Page[]): number {
	let reach = 0;
	for (const { offset, limit } of [...all].sort((a, b) => a.offset - b.offset)) {
		if (offset <= reach) reach = Math.max(reach, offset + limit);
	}
	return reach;
}

const isGappy = (input: CheckInput, api: Api) =>
	pages(input, api).some(({ offset }) => offset > 0 && reachOf(pages(input, api)) < offset);

function hasAll(input: CheckInput, api: Api): boolean {
	const all = pages(input, api);
	const total = [...input.world.runs.values()].filter(({ dagId }) => dagId === DAG).length;
	const byOffset = all.filter(({ cursor }) => cursor === undefined);
	const byCursor = new Map(all.map(({ cursor, limit }) => [cursor, limit]));
	byCursor.delete(undefined);
	const turned = [...byCursor.values()].reduce((sum, limit) => sum + limit, 0);
	// A run that began after the last page was read is not missed by it.
	const needed = total - bornSinceLastPage(input);
	return reachOf(byOffset) >= needed || turned >= needed;
}

function bornSinceLastPage({ world }: CheckInput): number {
	const lastMs = world.journal.at(-1)?.atMs ?? 0;
	return [...world.runs.values()].filter(
		({ dagId, queuedAtMs = 0 }) => dagId === DAG && queuedAtMs > lastMs && lastMs > 0
	).length;
}
