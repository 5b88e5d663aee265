/** What a graph is drawn from. */
export interface GraphTask {
	taskId: string;
	upstream: readonly string[];
}

export interface GraphNode {
	taskId: string;
	/** Distance from the roots along the longest way. */
	column: number;
	/** Place in the column, from the top. */
	row: number;
}

export interface Graph {
	nodes: GraphNode[];
	edges: { from: string; to: string }[];
	columns: number;
	rows: number;
}

const SWEEPS = 4;

/**
 * Places the tasks of a DAG in columns so that edges go from left to right and cross little.
 * @source K. Sugiyama et al., 1981: layers by longest path, order by the mean place of the neighbours
 */
export function layOut(tasks: readonly GraphTask[]): Graph {
	const byId = new Map(tasks.map((task) => [task.taskId, task]));
	const columnOf = new Map<string, number>();
	const find = (taskId: string): number => {
		const known = columnOf.get(taskId);
		if (known !== undefined) return known;
		// A cycle cannot be in a DAG; a task under way counts as a root, so that a bad one ends too.
		columnOf.set(taskId, 0);
		const above = (byId.get(taskId)?.upstream ?? []).filter((id) => byId.has(id));
		const column = Math.max(-1, ...above.map(find)) + 1;
		columnOf.set(taskId, column);
		return column;
	};
	const depth = Math.max(-1, ...tasks.map(({ taskId }) => find(taskId))) + 1;
	const columns = Array.from({ length: depth }, (): string[] => []);
	for (const { taskId } of tasks) columns[find(taskId)]?.push(taskId);
	const edges = tasks.flatMap(({ taskId, upstream }) =>
		upstream.filter((id) => byId.has(id)).map((from) => ({ from, to: taskId }))
	);
	untangle(columns, edges);

	const nodes = columns.flatMap((ids, column) =>
		ids.map((taskId, row) => ({ taskId, column, row }))
	);
	return {
		nodes,
		edges,
		columns: columns.length,
		rows: Math.max(0, ...columns.map((ids) => ids.length))
	};
}

function untangle(columns: string[][], edges: Graph['edges']): void {
	const place = new Map<string, number>();
	const remember = (ids: string[]) => ids.forEach((id, row) => place.set(id, row - ids.length / 2));
	columns.forEach(remember);
	const near = (id: string, isForward: boolean) =>
		edges
			.filter(({ from, to }) => (isForward ? to : from) === id)
			.map(({ from, to }) => place.get(isForward ? from : to) ?? 0);
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		const isForward = sweep % 2 === 0;
		for (const ids of isForward ? columns : columns.toReversed()) {
			const wish = new Map(
				ids.map((id) => {
					const places = near(id, isForward);
					const mean = places.reduce((sum, one) => sum + one, 0) / places.length;
					return [id, places.length > 0 ? mean : (place.get(id) ?? 0)];
				})
			);
			ids.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
			remember(ids);
		}
	}
}
