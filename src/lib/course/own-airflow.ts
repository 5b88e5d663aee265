import { createWorld } from '#lib/simulator/create-world.ts';
import type { Exercise, RequestStep } from './lesson.ts';
import type { Sighting } from './sighting.ts';

/**
 * Why an exercise can be done in the simulator only: its story needs DAGs and a past that no other Airflow has; it
 * changes the machine; it asks as people of the simulated Airflow; or the answer is a fact of that one.
 */
export type OnlyHere = 'scenario' | 'machine' | 'callers' | 'answer';

/** The scenario whose DAGs can be had on any Airflow: they are one small file. */
const PORTABLE = 'course';

export function onlyHere(exercise: Exercise): OnlyHere | undefined {
	const { scenario, cfg, tools = [], isAboutSimulator } = exercise;
	const steps = [...exercise.solution, ...exercise.wrong.flatMap(({ steps }) => steps)];
	const asked = requestsOf(exercise);
	if (scenario !== PORTABLE) return 'scenario';
	if (cfg !== undefined || tools.includes('cfg') || steps.some((step) => 'control' in step))
		return 'machine';
	const isOfPeople = ({ as, operation }: RequestStep) =>
		as !== undefined || /\/(users|roles|auth)\b/.test(operation);
	if (tools.includes('caller') || asked.some(isOfPeople)) return 'callers';
	return isAboutSimulator ? 'answer' : undefined;
}

export type Store = 'pools' | 'variables' | 'connections';

/** What of a server an exercise is about. Nothing else of it is read. */
export interface Scope {
	api: 'v1' | 'v2';
	dags: readonly string[];
	stores: readonly Store[];
}

/** By the requests of the solution and of the wrong answers; an exercise without them is about all there is. */
export function scopeOf(exercise: Exercise): Scope {
	const { api, solution } = exercise;
	const all = [...createWorld({ ...exercise, name: 'own', seed: 1, nowMs: 0 }).dags.keys()];
	const stores: Store[] = ['pools', 'variables', 'connections'];
	if (solution.length === 0) return { api, dags: all, stores };
	const asked = requestsOf(exercise);
	const words = asked.flatMap(({ path, body }) => [path?.dag_id, JSON.stringify(body ?? '')]);
	return {
		api,
		dags: words.includes('~')
			? all
			: all.filter((id) => words.some((word) => word === id || word?.includes(`"${id}"`))),
		stores: stores.filter((store) => asked.some(({ operation }) => operation.includes(`/${store}`)))
	};
}

/** Names that the solution gives and that the server has already: they are in the learner's way. */
export function leftovers(exercise: Exercise, { runs, ...stores }: Sighting): string[] {
	const ids = new Set([...runs.values()].map(({ dagId, runId }) => `${dagId} ${runId}`));
	const found = exercise.solution.flatMap((step) => {
		if (!('operation' in step) || typeof step.body !== 'object') return [];
		const body = step.body as Record<string, unknown>;
		const { dag_run_id: runId, key, name, connection_id: connection } = body;
		const isNewRun = step.operation === 'POST /dags/{dag_id}/dagRuns';
		return [
			...(isNewRun && ids.has(`${step.path?.dag_id} ${String(runId)}`) ? [runId] : []),
			...(step.operation === 'POST /variables' && stores.variables.has(String(key)) ? [key] : []),
			...(step.operation === 'POST /pools' && stores.pools.has(String(name)) ? [name] : []),
			...(stores.connections.has(String(connection)) ? [connection] : [])
		];
	});
	return [...new Set(found.map(String))];
}

function requestsOf({ solution, wrong }: Exercise): RequestStep[] {
	const steps = [...solution, ...wrong.flatMap((answer) => answer.steps)];
	return steps.filter((step) => 'operation' in step);
}
