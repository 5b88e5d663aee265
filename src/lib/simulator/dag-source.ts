import { printEdges } from './dag-source/edges.ts';
import { nameTasks, nest, type NamedTask, type Node } from './dag-source/names.ts';
import { python, type PythonFile } from './dag-source/python.ts';
import { defaultsOf, type Argument } from './dag-source/settings.ts';
import { printTask, tellsEdge } from './dag-source/task.ts';
import type { Dag, World } from './world.ts';

/**
 * The file in which the world's DAGs lie: Python that defines them, for Airflow 2 or 3, whichever the
 * world is. Undefined when no DAG lies there.
 */
export function sourceOf(world: World, relativeFileloc: string): string | undefined {
	const dags = [...world.dags.values()].filter((dag) => dag.relativeFileloc === relativeFileloc);
	if (dags.length === 0) return undefined;
	const file = python(world.timetable === 'trigger' ? 3 : 2);
	const body = dags.map((dag) => printDag(file, dag).join('\n')).join('\n\n');
	return `${file.imports().join('\n')}\n\n${body}\n`;
}

function printDag(file: PythonFile, dag: Dag): string[] {
	const tasks = nameTasks(dag);
	const told = new Set<string>();
	const declared = new Map<string, NamedTask>();
	const print = (nodes: readonly Node[]): string[] => nodes.flatMap((node) => [...lines(node), '']);
	const lines = (node: Node): string[] => {
		if ('children' in node) return printGroup(file, node, print(node.children));
		const printed = printTask(file, dag, node, declared);
		for (const above of declared.values()) {
			if (tellsEdge(node, above, declared)) told.add(`${node.name} ${above.name}`);
		}
		declared.set(node.task.taskId, node);
		return printed;
	};
	const body = [
		...print(nest(dag, tasks)),
		...printEdges(tasks, (one, above) => told.has(`${one.name} ${above.name}`))
	];
	return [
		`with ${file.use('DAG')}(`,
		...factsOf(file, dag).map(([name, code]) => `    ${name}=${code},`),
		'):',
		...indented(trimmed(body.length > 0 ? body : ['pass']))
	];
}

function printGroup(
	file: PythonFile,
	{ group: { tooltip }, localId, children }: Extract<Node, { children: Node[] }>,
	body: readonly string[]
): string[] {
	const isPrefixing = children.every((child) => {
		const whole = 'children' in child ? child.group.groupId : child.task.taskId;
		return whole !== child.localId;
	});
	const words = [
		file.text(localId),
		...(tooltip === undefined ? [] : [`tooltip=${file.text(tooltip)}`]),
		...(isPrefixing ? [] : ['prefix_group_id=False'])
	];
	return [`with ${file.use('TaskGroup')}(${words.join(', ')}):`, ...indented(trimmed(body))];
}

const indented = (lines: readonly string[]) =>
	lines.map((line) => (line === '' ? '' : `    ${line}`));

const trimmed = (lines: readonly string[]) => (lines.at(-1) === '' ? lines.slice(0, -1) : lines);

/** What the DAG says of itself, where it is not the usual. */
function factsOf(file: PythonFile, dag: Dag): Argument[] {
	const { text, literal, date, duration } = file;
	const all: [name: string, value: unknown, usual: unknown, print: (value: never) => string][] = [
		['dag_id', dag.dagId, undefined, text],
		['dag_display_name', dag.displayName, undefined, text],
		['description', dag.description, undefined, text],
		['doc_md', dag.docMd, undefined, text],
		['schedule', scheduleOf(file, dag), undefined, String],
		['start_date', dag.startDateMs, undefined, date],
		['end_date', dag.endDateMs, undefined, date],
		['catchup', dag.catchup, undefined, literal],
		['max_active_runs', dag.maxActiveRuns, 16, literal],
		['max_active_tasks', dag.maxActiveTasks, 16, literal],
		['max_consecutive_failed_dag_runs', dag.maxConsecutiveFailedDagRuns, undefined, literal],
		['dagrun_timeout', dag.dagrunTimeoutMs, undefined, duration],
		['render_template_as_native_obj', dag.renderTemplateAsNativeObj ?? false, false, literal],
		['default_args', defaultArgsOf(file, dag), undefined, String],
		['owner_links', dag.ownerLinks, undefined, literal],
		['params', paramsOf(file, dag), undefined, String],
		['tags', dag.tags, undefined, literal]
	];
	return all
		.filter(([, value, usual]) => value !== usual)
		.map(([name, value, , print]) => [name, print(value as never)]);
}

const scheduleOf = (file: PythonFile, { schedule, scheduleAssets }: Dag) =>
	scheduleAssets
		? `[${scheduleAssets.map(file.asset).join(', ')}]`
		: file.literal(schedule ?? null);

function defaultArgsOf(file: PythonFile, dag: Dag): string {
	const { retries, retryDelayMs, more } = defaultsOf(dag);
	const rest = Object.entries(more).map(([name, value]) => [name, file.literal(value)] as const);
	const pairs = [
		['owner', file.text(dag.owner)] as const,
		['retries', file.literal(retries)] as const,
		['retry_delay', file.duration(retryDelayMs)] as const,
		...rest
	];
	const lines = pairs.map(([name, code]) => `"${name}": ${code}`);
	const line = `{${lines.join(', ')}}`;
	return line.length <= WIDTH ? line : block(lines);
}

const WIDTH = 80;

const block = (lines: readonly string[]) =>
	['{', ...lines.map((line) => `        ${line},`), '    }'].join('\n');

function paramsOf(file: PythonFile, { params }: Dag): string | undefined {
	const lines = Object.entries(params).map(
		([name, param]) => `${file.text(name)}: ${file.param(param)}`
	);
	return lines.length > 0 ? block(lines) : undefined;
}
