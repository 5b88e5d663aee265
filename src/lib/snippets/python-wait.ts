import { pythonString } from './python-literal.ts';
import { finalStates, patience, type Waiting } from './waiting.ts';

/**
 * The lines that ask for what `response` started until it has ended, through a session of requests or a client of
 * httpx; they leave with 1 when it failed or the time is up.
 */
export function pythonWait(
	waiting: Waiting,
	session: string
): { imports: string[]; lines: string[] } {
	const quotes = waiting.ids.from === 'answer' || waiting.of === 'backfill';
	return {
		imports: ['sys', 'time', ...(quotes ? ['urllib.parse import quote'] : [])],
		lines: [
			`urls = ${urlsOf(waiting)}`,
			`deadline = time.monotonic() + ${patience.timeout}`,
			'for url in urls:',
			`    pause = ${patience.firstPause}`,
			'    while True:',
			`        answer = ${session}.get(url, timeout=30)`,
			'        answer.raise_for_status()',
			...(waiting.of === 'dagRun' ? runLines() : backfillLines(waiting, session)),
			'        if time.monotonic() > deadline:',
			`            sys.exit(f'{url} has not ended within ${patience.timeout} s')`,
			'        time.sleep(pause)',
			`        pause = min(pause * 2, ${patience.longestPause})`
		]
	};
}

function urlsOf({ ids, pollUrl, dagInAnswer }: Waiting): string {
	if (ids.from === 'request') {
		const urls = ids.ids.map((id) => pythonString(pollUrl + encodeURIComponent(id)));
		return `[${urls.join(', ')}]`;
	}
	const { field, list } = ids;
	const base = pythonString(pollUrl);
	const owner = list === undefined ? 'response.json()' : 'one';
	const id = field === 'id' ? `str(${owner}['id'])` : `quote(${owner}['${field}'], safe='')`;
	const dag = dagInAnswer ? ` + quote(${owner}['dag_id'], safe='') + '/dagRuns/'` : '';
	const url = `${base}${dag} + ${id}`;
	return list === undefined ? `[${url}]` : `sorted({${url} for one in response.json()['${list}']})`;
}

function runLines(): string[] {
	return [
		`        state = answer.json()['state']`,
		`        print(url, state)`,
		`        if state == '${finalStates.good}':`,
		'            break',
		`        if state == '${finalStates.bad}':`,
		'            sys.exit(1)'
	];
}

function backfillLines({ failedUrl = '' }: Waiting, session: string): string[] {
	return [
		'        backfill = answer.json()',
		`        if backfill['completed_at'] is not None:`,
		`            since = quote(backfill['created_at'], safe='')`,
		`            failed = ${session}.get(${pythonString(failedUrl)} + since, timeout=30)`,
		'            failed.raise_for_status()',
		`            count = failed.json()['total_entries']`,
		`            print(url, 'has ended, failed runs:', count)`,
		'            if count == 0:',
		'                break',
		'            sys.exit(1)'
	];
}
