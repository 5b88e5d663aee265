import type { World } from '#lib/simulator/world.ts';
import type { Check, InBoth } from './lesson.ts';

/** What an instructor can ask for, as data: it goes into links and files, so its words are for ever. */
export type Goal =
	| { kind: 'run'; dag: string; state?: string; id?: string; conf?: string }
	| { kind: 'task'; dag: string; task: string; state: string }
	| { kind: 'paused'; dag: string; is: boolean }
	| { kind: 'pool'; name: string; slots?: number }
	| { kind: 'variable'; key: string; value?: string }
	| { kind: 'connection'; id: string; host?: string }
	| { kind: 'no-run'; dag: string; state: string }
	| { kind: 'asked'; operation: string; status: number };

export const GOAL_KINDS = [
	'run',
	'task',
	'paused',
	'pool',
	'variable',
	'connection',
	'no-run',
	'asked'
] as const satisfies readonly Goal['kind'][];

/** A goal as a check of an exercise: its sentence, and whether the world shows it. */
export function checkOf(goal: Goal): Check {
	return { says: wordsOf(goal), passes: ({ world }) => isReached(goal, world) };
}

function isReached(goal: Goal, world: World): boolean {
	switch (goal.kind) {
		case 'run':
			return [...world.runs.values()].some(
				(run) =>
					run.dagId === goal.dag &&
					run.runType !== 'scheduled' &&
					(goal.state === undefined || run.state === goal.state) &&
					(goal.id === undefined || run.runId === goal.id) &&
					(goal.conf === undefined || holds(run.conf, parsed(goal.conf)))
			);
		case 'no-run':
			return ![...world.runs.values()].some(
				(run) => run.dagId === goal.dag && run.state === goal.state
			);
		case 'task': {
			const runs = [...world.runs.values()].filter((run) => run.dagId === goal.dag);
			const last = runs.at(-1);
			return [...world.taskInstances.values()].some(
				(one) =>
					one.dagId === goal.dag &&
					one.runId === last?.runId &&
					one.taskId === goal.task &&
					one.state === goal.state
			);
		}
		case 'paused':
			return world.dags.get(goal.dag)?.isPaused === goal.is;
		case 'pool': {
			const pool = world.pools.get(goal.name);
			return pool !== undefined && (goal.slots === undefined || pool.slots === goal.slots);
		}
		case 'variable': {
			const variable = world.variables.get(goal.key);
			return variable !== undefined && (goal.value === undefined || variable.value === goal.value);
		}
		case 'connection': {
			const connection = world.connections.get(goal.id);
			return connection !== undefined && (goal.host === undefined || connection.host === goal.host);
		}
		case 'asked':
			return world.journal.some(
				({ operation, status }) => operation === goal.operation && status === goal.status
			);
	}
}

function wordsOf(goal: Goal): InBoth {
	switch (goal.kind) {
		case 'run': {
			const { dag, state, id, conf } = goal;
			const ru = [
				id && `с именем ${id}`,
				conf && `с conf ${conf}`,
				state && `в состоянии ${state}`
			];
			const en = [id && `named ${id}`, conf && `with conf ${conf}`, state && `in state ${state}`];
			return {
				ru: ['есть запуск', dag, ...ru].filter(Boolean).join(' '),
				en: ['there is a run of', dag, ...en].filter(Boolean).join(' ')
			};
		}
		case 'no-run':
			return {
				ru: `у ${goal.dag} нет запусков в состоянии ${goal.state}`,
				en: `${goal.dag} has no runs in state ${goal.state}`
			};
		case 'task':
			return {
				ru: `в последнем запуске ${goal.dag} задача ${goal.task} в состоянии ${goal.state}`,
				en: `in the last run of ${goal.dag} the task ${goal.task} is ${goal.state}`
			};
		case 'paused':
			return goal.is
				? { ru: `${goal.dag} стоит на паузе`, en: `${goal.dag} is paused` }
				: { ru: `${goal.dag} снят с паузы`, en: `${goal.dag} is not paused` };
		case 'pool':
			return {
				ru: `есть пул ${goal.name}${goal.slots === undefined ? '' : `, слотов: ${goal.slots}`}`,
				en: `there is a pool ${goal.name}${goal.slots === undefined ? '' : ` with ${goal.slots} slots`}`
			};
		case 'variable':
			return {
				ru: `есть переменная ${goal.key}${goal.value === undefined ? '' : ` со значением ${goal.value}`}`,
				en: `there is a variable ${goal.key}${goal.value === undefined ? '' : ` with the value ${goal.value}`}`
			};
		case 'connection':
			return {
				ru: `есть подключение ${goal.id}${goal.host === undefined ? '' : ` к ${goal.host}`}`,
				en: `there is a connection ${goal.id}${goal.host === undefined ? '' : ` to ${goal.host}`}`
			};
		case 'asked':
			return {
				ru: `отправлен запрос ${goal.operation}, ответ ${goal.status}`,
				en: `the request ${goal.operation} was sent and answered ${goal.status}`
			};
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** Whether an object holds at least what another has. */
function holds(whole: unknown, part: unknown): boolean {
	if (typeof part !== 'object' || part === null)
		return JSON.stringify(whole) === JSON.stringify(part);
	if (typeof whole !== 'object' || whole === null) return false;
	return Object.entries(part).every(([key, value]) =>
		holds((whole as Record<string, unknown>)[key], value)
	);
}
