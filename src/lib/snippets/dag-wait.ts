import type { Argument, Task } from './dag-file.ts';
import { jinjaString } from './jinja-text.ts';
import { pythonString } from './python-literal.ts';
import type { SnippetInput } from './target.ts';
import { finalStates, patience, type Waiting } from './waiting.ts';

/** What a DAG needs beside the task `send` to wait for what that starts. */
export interface DagWait {
	imports: string[];
	functions: string[][];
	/** More arguments of `send`. */
	sends: Argument[];
	tasks: Task[];
	order?: string;
}

/**
 * A sensor behind `send` that asks until the run, the runs or the backfill has ended, and fails when one failed.
 * @source airflow/providers/http/sensors/http.py of 5.3 and 6.3, airflow/sensors/base.py of 2.11 (PokeReturnValue)
 */
export function dagWait(
	waiting: Waiting,
	origin: string,
	api: SnippetInput['api'],
	common: readonly Argument[]
): DagWait {
	const { ids, of } = waiting;
	const isBackfill = of === 'backfill';
	const own = ids.from === 'request' ? ids.ids[0] : undefined;
	const isList = ids.from === 'answer' && ids.list !== undefined;
	const pollPath = waiting.pollUrl.slice(origin.length);
	const endpoint: Argument[] = isList
		? []
		: [['endpoint=', own === undefined ? 'send.output' : literal(pollPath, own)]];
	const sensor: Task = {
		...(isBackfill || own !== undefined ? { name: 'wait' } : {}),
		call: isList ? 'HttpSensor.partial' : 'HttpSensor',
		args: [
			['task_id=', `'wait'`],
			...endpoint,
			...common,
			['response_check=', 'has_ended'],
			['poke_interval=', String(patience.firstPause)],
			['exponential_backoff=', 'True'],
			['max_wait=', String(patience.longestPause)],
			['timeout=', String(patience.timeout)],
			['mode=', `'reschedule'`]
		],
		...(isList ? { after: '.expand(endpoint=send.output)' } : {})
	};
	const place = api === 'v1' ? 'airflow.exceptions' : 'airflow.sdk.exceptions';
	return {
		imports: [
			'airflow.providers.http.sensors.http import HttpSensor',
			isBackfill ? 'airflow.sdk import PokeReturnValue' : `${place} import AirflowFailException`,
			...(own === undefined || isBackfill ? ['urllib.parse import quote'] : [])
		],
		functions: [
			...(own === undefined ? [started(waiting, pollPath)] : []),
			isBackfill ? backfillHasEnded(waiting, origin) : RUN_HAS_ENDED
		],
		sends: own === undefined ? [['response_filter=', 'started']] : [],
		tasks: [sensor, ...(isBackfill ? [checkOf(common)] : [])],
		...(own === undefined ? {} : { order: 'send >> wait' })
	};
}

function literal(path: string, id: string): string {
	return jinjaString(path + encodeURIComponent(id));
}

// The address to ask, or a list of them.
function started({ ids, dagInAnswer }: Waiting, pollPath: string): string[] {
	const { field, list } = ids as Extract<Waiting['ids'], { from: 'answer' }>;
	const owner = list === undefined ? 'answer' : 'one';
	const id = field === 'id' ? `str(${owner}['id'])` : `quote(${owner}['${field}'], safe='')`;
	const dag = dagInAnswer ? ` + quote(${owner}['dag_id'], safe='') + '/dagRuns/'` : '';
	const path = `${pythonString(pollPath)}${dag} + ${id}`;
	return [
		'def started(response):',
		'    answer = response.json()',
		...(list === undefined
			? [`    return ${path}`]
			: [`    paths = {${path} for one in answer['${list}']}`, '    return sorted(paths)'])
	];
}

const RUN_HAS_ENDED = [
	'def has_ended(response):',
	`    state = response.json()['state']`,
	`    if state == '${finalStates.bad}':`,
	`        raise AirflowFailException('The run has failed.')`,
	`    return state == '${finalStates.good}'`
];

// It hands on where to ask how many of its runs failed.
function backfillHasEnded({ failedUrl = '' }: Waiting, origin: string): string[] {
	return [
		'def has_ended(response):',
		'    backfill = response.json()',
		`    failed = ${pythonString(failedUrl.slice(origin.length))}`,
		`    failed += quote(backfill['created_at'], safe='')`,
		`    return PokeReturnValue(backfill['completed_at'] is not None, failed)`
	];
}

function checkOf(common: readonly Argument[]): Task {
	return {
		call: 'HttpOperator',
		args: [
			['task_id=', `'check'`],
			['method=', `'GET'`],
			['endpoint=', 'wait.output'],
			...common,
			['response_check=', `lambda response: response.json()['total_entries'] == 0`]
		]
	};
}
