import { isJsonObject, readAt, writeAt } from '#lib/request/json-edit.ts';
import { subshell } from '#lib/snippets/curl-script.ts';
import { word } from '#lib/snippets/shell-word.ts';
import type { SnippetInput } from '#lib/snippets/target.ts';
import { finalStates, isWaiting, patience, waitingFor } from '#lib/snippets/waiting.ts';
import { dateOfRun } from './task-clear.ts';

/** A run to wait for, and how it is made known to the command that asks for its state. */
export interface AwaitedRun {
	/** The input whose command names the run. */
	input: SnippetInput;
	/** The command with the loop behind it. */
	withLoop(code: string): string;
}

export type Program = 'airflow-2' | 'airflow-3' | 'airflowctl';

/**
 * What the program can wait for: one run that the request starts anew or clears; undefined for anything else.
 * @source airflow/cli/commands/dag_command.py (dag_state) of both lines: 2.x finds a run by its date, 3.x by its id
 */
export function awaitedRun(program: Program, input: SnippetInput): AwaitedRun | undefined {
	const { draft, operation } = input;
	if (!input.options?.waits || !isWaiting(waitingFor(input))) return undefined;
	const body = draft.body ?? '';
	if (!isJsonObject(body)) return undefined;

	const dagId = draft.path.dag_id || '{dag_id}';
	const ask = (run: string) => {
		const operands = `${word(dagId)} ${run}`;
		return asking(program, /^-| -/.test(operands) ? `-- ${operands}` : operands);
	};
	const byDate = program === 'airflow-2';
	if (operation.key === 'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear') {
		const id = draft.path.dag_run_id ?? '';
		const known = byDate ? dateOfRun(id) : id;
		if (known === undefined || program === 'airflowctl') return undefined;
		return { input, withLoop: (code) => script([], code, ask(word(known)), word(id)) };
	}
	if (operation.key !== 'POST /dags/{dag_id}/dagRuns') return undefined;

	const field = byDate ? 'logical_date' : 'dag_run_id';
	const given = textAt(body, field) ?? (byDate ? textAt(body, 'execution_date') : undefined);
	if (given !== undefined)
		return { input, withLoop: (code) => script([], code, ask(word(given)), word(given)) };
	const named = { ...draft, body: writeAt(body, [field], JSON.stringify(HOLE)) };
	const [first, ...more] = [`run=${byDate ? DATE : `manual__${DATE}`}`];
	return {
		input: { ...input, draft: named },
		// The hole comes before anything of the learner's that could look like it.
		withLoop: (code) =>
			script([first, ...more], code.replace(`'${HOLE}'`, '"$run"'), ask('"$run"'), '"$run"')
	};
}

const HOLE = '{run}';
const DATE = '$(date -u +%Y-%m-%dT%H:%M:%S+00:00)';

function textAt(body: string, name: string): string | undefined {
	const json = readAt(body, [name]);
	return json?.startsWith('"') ? (JSON.parse(json) as string) : undefined;
}

// The state stands on the last line, and before a comma where the run has a conf.
function asking(program: Program, operands: string): string[] {
	if (program === 'airflowctl')
		return [
			`  printed=$(airflowctl dagrun get --output json ${operands})`,
			`  state=$(printf '%s' "$printed" | jq -r '.[0].state')`
		];
	return [
		`  printed=$(airflow dags state ${operands})`,
		`  state=$(printf '%s\\n' "$printed" | tail -n 1)`,
		'  state=${state%%,*}'
	];
}

function script(
	before: readonly string[],
	code: string,
	ask: readonly string[],
	name: string
): string {
	return subshell(
		[
			...before,
			code,
			`deadline=$(($(date +%s) + ${patience.timeout}))`,
			`pause=${patience.firstPause}`,
			'while :; do',
			...ask,
			`  echo ${name} is "$state" >&2`,
			`  if [ "$state" = ${finalStates.good} ]; then break; fi`,
			`  if [ "$state" = ${finalStates.bad} ]; then exit 1; fi`,
			`  if [ "$(date +%s)" -ge "$deadline" ]; then exit 124; fi`,
			'  sleep "$pause"',
			`  pause=$((pause * 2 < ${patience.longestPause} ? pause * 2 : ${patience.longestPause}))`,
			'done'
		].join('\n')
	);
}
