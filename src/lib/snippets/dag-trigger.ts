import { isJsonObject, readAt } from '#lib/request/json-edit.ts';
import { Ask } from './cli/ask.ts';
import { dagFile, type Argument } from './dag-file.ts';
import { holdsTemplate, isTemplate, jinjaString, jinjaValue } from './jinja-text.ts';
import { jsonTree } from './json-tree.ts';
import { pythonString } from './python-literal.ts';
import type { Snippet, SnippetInput, SnippetWarning } from './target.ts';
import { finalStates, patience } from './waiting.ts';

const PLACES = {
	v1: 'airflow.operators.trigger_dagrun import TriggerDagRunOperator',
	v2: 'airflow.providers.standard.operators.trigger_dagrun import TriggerDagRunOperator'
};

/**
 * A DAG that starts a run of another one in the same Airflow; undefined for requests that do something else, or say
 * what the operator cannot be told.
 * @source airflow/operators/trigger_dagrun.py of 2.11.2; the same of apache-airflow-providers-standard 1.19
 */
export function dagTrigger(input: SnippetInput): Snippet | undefined {
	const { api, draft, operation, options } = input;
	if (operation.key !== 'POST /dags/{dag_id}/dagRuns' || api === 'other') return undefined;
	const body = draft.body ?? '';
	const json = (name: string) => readAt(body, [name]) ?? 'null';
	if (!isJsonObject(body) || body.trim() === '' || !hasKnownTypes(json)) return undefined;

	const ask = new Ask(draft, '');
	const date = ask.body('logical_date') ?? (api === 'v1' ? ask.body('execution_date') : undefined);
	const conf = jsonTree(json('conf'));
	ask.body('conf');
	const hasConf = conf?.kind === 'object' && conf.entries.length > 0;
	const templated = [ask.path('dag_id'), ask.body('dag_run_id') ?? '', date ?? ''];
	const newer = api === 'v2' ? ['run_after', 'note'].filter((name) => json(name) !== 'null') : [];
	const args: Argument[] = [
		['task_id=', `'trigger'`],
		['trigger_dag_id=', jinjaString(ask.path('dag_id'))],
		...text('trigger_run_id=', ask.body('dag_run_id'), jinjaString),
		// Said to be none, or the operator takes the current time, which the v2 API does not.
		...text('logical_date=', date ?? (api === 'v2' ? null : undefined), jinjaString),
		...newer.flatMap((name) => text(`${name}=`, ask.body(name), pythonString)),
		...(hasConf ? [['conf=', jinjaValue(conf)] as const] : []),
		...(options?.waits ? WAITS : [])
	];
	const lost = ask.lost();
	const warnings: SnippetWarning[] = [
		{ id: 'dag-same-airflow' },
		...(newer.length > 0
			? [{ id: 'dag-newer-provider', values: { names: newer.join(', ') } }]
			: []),
		...(templated.some(isTemplate) || (conf && holdsTemplate(conf))
			? [{ id: 'dag-templates' }]
			: []),
		...(lost.length > 0 ? [{ id: 'dag-loses', values: { names: lost.join(', ') } }] : []),
		...(options?.jq === undefined ? [] : [{ id: 'jq-left-out' }])
	];
	const tasks = [{ call: 'TriggerDagRunOperator', args }];
	const names = [PLACES[api], ...(options?.waits ? ['timedelta'] : [])];
	const file = { dagId: 'start_a_dag', api, imports: names, tasks };
	return { code: dagFile(file, options?.lines ?? 'fit'), available: true, warnings };
}

const WAITS: readonly Argument[] = [
	['wait_for_completion=', 'True'],
	['poke_interval=', '30'],
	['allowed_states=', `['${finalStates.good}']`],
	['failed_states=', `['${finalStates.bad}']`],
	['execution_timeout=', `timedelta(seconds=${patience.timeout})`]
];

function hasKnownTypes(json: (name: string) => string): boolean {
	const texts = ['dag_run_id', 'logical_date', 'execution_date', 'run_after', 'note'];
	return (
		texts.every((name) => /^("|null$)/.test(json(name))) && /^(\{|null$)/.test(json('conf').trim())
	);
}

function text(
	before: string,
	value: string | null | undefined,
	write: (text: string) => string
): Argument[] {
	if (value === undefined) return [];
	return [[before, value === null ? 'None' : write(value)]];
}
