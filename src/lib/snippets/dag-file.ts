import { brackets, layOut, type Expression } from './python-layout.ts';
import { imports, program } from './python-parts.ts';
import type { SnippetOptions } from './target.ts';

/** A keyword argument of an operator. */
export type Argument = readonly [before: string, value: Expression];

/** A task, named when another statement needs it. */
export interface Task {
	name?: string;
	/** What is called: an operator's class, or its `partial`. */
	call: string;
	args: readonly Argument[];
	/** What follows the call: `.expand(…)`. */
	after?: string;
}

/** What a DAG file is made of. */
export interface DagFile {
	dagId: string;
	api: 'v1' | 'v2' | 'other';
	imports: readonly string[];
	/** Functions before the DAG, line by line. */
	functions?: readonly (readonly string[])[];
	tasks: readonly Task[];
	/** The order of tasks, where nothing else says it. */
	order?: string;
}

/**
 * A whole file that a scheduler can read: one DAG that runs when somebody starts it.
 * @source airflow/models/dag.py of 2.11, which insists on a start date; airflow.sdk.DAG of 3.x, which does not
 */
export function dagFile(file: DagFile, lines: SnippetOptions['lines']): string {
	const isOld = file.api === 'v1';
	const date = isOld ? ', start_date=datetime(2026, 1, 1)' : '';
	const isSdk = (one: string) => one.startsWith('airflow.sdk import ');
	const sdk = ['DAG', ...file.imports.filter(isSdk).map((one) => one.split(' ')[2] ?? '')].sort();
	const isStandard = (one: string) => !one.startsWith('airflow');
	const dates = [
		...(isOld ? ['datetime'] : []),
		...file.imports.filter((one) => one === 'timedelta')
	];
	return program(
		imports(
			...(dates.length > 0 ? [`datetime import ${dates.join(', ')}`] : []),
			...file.imports.filter((one) => isStandard(one) && one !== 'timedelta')
		),
		imports(
			isOld ? 'airflow import DAG' : `airflow.sdk import ${sdk.join(', ')}`,
			...file.imports.filter((one) => !isStandard(one) && !isSdk(one))
		),
		...(file.functions ?? []).map((one) => ['', ...one]),
		[
			...(file.functions?.length ? [''] : []),
			`with DAG('${file.dagId}', schedule=None${date}):`,
			...file.tasks.map((task) => taskLines(task, lines)),
			...(file.order === undefined ? [] : [`    ${file.order}`])
		]
	);
}

function taskLines({ name, call, args, after = '' }: Task, lines: SnippetOptions['lines']): string {
	const before = `    ${name === undefined ? '' : `${name} = `}`;
	return layOut(brackets(`${call}(`, args, `)${after}`), { before, indent: '    ', lines });
}
