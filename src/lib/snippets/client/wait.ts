import { pythonString } from '#lib/snippets/python-literal.ts';
import { finalStates, patience, type Waiting } from '#lib/snippets/waiting.ts';

/** Lines that ask, through the client, for what `answer` started until it has ended. */
export interface ClientWait {
	imports: string[];
	/** The API classes that it asks. */
	classes: string[];
	lines: string[];
}

/** They leave with 1 when it failed or the time is up. `dagId` is the request's own DAG, where it names one. */
export function clientWait(waiting: Waiting, api: 'v1' | 'v2', dagId: string): ClientWait {
	const runs = api === 'v1' ? 'DAGRunApi' : 'DagRunApi';
	return {
		imports: ['sys', 'time'],
		classes: waiting.of === 'backfill' ? ['BackfillApi', runs] : [runs],
		lines: [
			`started = ${startedOf(waiting, dagId)}`,
			`deadline = time.monotonic() + ${patience.timeout}`,
			`for ${waiting.of === 'backfill' ? 'started_id' : 'dag_id, run_id'} in started:`,
			`    pause = ${patience.firstPause}`,
			'    while True:',
			...(waiting.of === 'dagRun' ? runLines() : backfillLines(dagId)),
			'        if time.monotonic() > deadline:',
			`            sys.exit('It has not ended within ${patience.timeout} s')`,
			'        time.sleep(pause)',
			`        pause = min(pause * 2, ${patience.longestPause})`
		]
	};
}

function startedOf({ of, ids, dagInAnswer }: Waiting, dagId: string): string {
	if (of === 'backfill') return '[answer.id]';
	const dag = (from: string) => (dagInAnswer ? from : pythonString(dagId));
	if (ids.from === 'request')
		return `[${ids.ids.map((id) => `(${dag("''")}, ${pythonString(id)})`).join(', ')}]`;
	if (ids.list === undefined) return `[(${dag('answer.dag_id')}, answer.dag_run_id)]`;
	const pair = `(${dag("one['dag_id']")}, one['dag_run_id'])`;
	return `sorted({${pair} for one in answer.to_dict()['${ids.list}']})`;
}

function runLines(): string[] {
	return [
		'        run = dag_run_api.get_dag_run(dag_id=dag_id, dag_run_id=run_id)',
		'        print(run_id, run.state.value)',
		`        if run.state.value == '${finalStates.good}':`,
		'            break',
		`        if run.state.value == '${finalStates.bad}':`,
		'            sys.exit(1)'
	];
}

function backfillLines(dagId: string): string[] {
	return [
		'        backfill = backfill_api.get_backfill(backfill_id=started_id)',
		'        if backfill.completed_at is not None:',
		'            failed = dag_run_api.get_dag_runs(',
		`                dag_id=${pythonString(dagId)},`,
		"                run_type=['backfill'],",
		`                state=['${finalStates.bad}'],`,
		'                updated_at_gte=backfill.created_at,',
		'                limit=1,',
		'            )',
		"            print(started_id, 'has ended, failed runs:', failed.total_entries)",
		'            if failed.total_entries == 0:',
		'                break',
		'            sys.exit(1)'
	];
}
