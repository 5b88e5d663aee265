import { runToRead } from '#lib/simulator/past/past.ts';
import { runKey, type JournalEntry, type World } from '#lib/simulator/world.ts';
import type { InBoth } from './lesson.ts';
import { code, fieldsOf } from './why-entry.ts';

type Params = JournalEntry['params'];

/** Something that a path names. */
interface Kind {
	/** The parameter that holds its name. */
	param: string;
	exists(world: World, name: string, params: Params): boolean;
	/** Others of its kind, to find one that was meant. */
	names(world: World): Iterable<string>;
	absent(name: string, params: Params): InBoth;
}

const nothing = (): Iterable<string> => [];

/** From the outside in: without its DAG there is no run to look for. */
const KINDS: readonly Kind[] = [
	{
		param: 'dag_id',
		exists: ({ dags }, name) => name === '~' || dags.has(name),
		names: ({ dags }) => dags.keys(),
		absent: (name) => ({
			ru: `в этом Airflow нет DAG ${code(name)}`,
			en: `this Airflow has no DAG ${code(name)}`
		})
	},
	{
		param: 'dag_run_id',
		exists: (world, name, { dag_id: dagId = '' }) =>
			name === '~' || dagId === '~' || runToRead(world, runKey(dagId, name)) !== undefined,
		names: nothing,
		absent: (name, { dag_id: dagId = '' }) => ({
			ru: `у DAG ${code(dagId)} нет запуска ${code(name)}`,
			en: `the DAG ${code(dagId)} has no run ${code(name)}`
		})
	},
	{
		param: 'task_id',
		exists: ({ dags }, name, { dag_id: dagId = '' }) =>
			dagId === '~' || dags.get(dagId)?.tasks.some(({ taskId }) => taskId === name) === true,
		names: nothing,
		absent: (name, { dag_id: dagId = '' }) => ({
			ru: `в DAG ${code(dagId)} нет задачи ${code(name)}`,
			en: `the DAG ${code(dagId)} has no task ${code(name)}`
		})
	},
	{
		param: 'pool_name',
		exists: ({ pools }, name) => pools.has(name),
		names: ({ pools }) => pools.keys(),
		absent: (name) => ({ ru: `пула ${code(name)} нет`, en: `there is no pool ${code(name)}` })
	},
	{
		param: 'variable_key',
		exists: ({ variables }, name) => variables.has(name),
		names: ({ variables }) => variables.keys(),
		absent: (name) => ({
			ru: `переменной ${code(name)} нет`,
			en: `there is no variable ${code(name)}`
		})
	},
	{
		param: 'connection_id',
		exists: ({ connections }, name) => connections.has(name),
		names: ({ connections }) => connections.keys(),
		absent: (name) => ({
			ru: `подключения ${code(name)} нет`,
			en: `there is no connection ${code(name)}`
		})
	},
	{
		param: 'username',
		exists: ({ users }, name) => users.has(name),
		names: ({ users }) => users.keys(),
		absent: (name) => ({
			ru: `пользователя ${code(name)} нет`,
			en: `there is no user ${code(name)}`
		})
	},
	{
		param: 'role_name',
		exists: ({ roles }, name) => roles.has(name),
		names: ({ roles }) => roles.keys(),
		absent: (name) => ({ ru: `роли ${code(name)} нет`, en: `there is no role ${code(name)}` })
	}
];

/**
 * The first thing that a request names and the world lacks, as part of a sentence; undefined when all are there.
 */
export function missingThing(world: World, entry: JournalEntry): InBoth | undefined {
	const params = namedBy(entry);
	for (const { param, exists, names, absent } of KINDS) {
		const name = params[param];
		if (name === undefined || exists(world, name, params)) continue;
		const { ru, en } = absent(name, params);
		const meant = [...names(world)].find((other) => plain(other) === plain(name));
		if (meant === undefined) return { ru, en };
		return { ru: `${ru}, а ${code(meant)} есть`, en: `${en}, but there is ${code(meant)}` };
	}
	return undefined;
}

/** Whether the path names anything whose being there can be told. */
export const namesThings = ({ params }: JournalEntry): boolean =>
	KINDS.some(({ param }) => params[param] !== undefined);

/**
 * A name in a path that is no name there, and is one when it is read otherwise: what was sent, and what exists.
 * @param read how a name that was wrongly encoded is to be read
 */
export function misreadName(
	world: World,
	{ params }: JournalEntry,
	read: (name: string) => string
): { sent: string; meant: string } | undefined {
	for (const { param, exists } of KINDS) {
		const sent = params[param];
		if (sent === undefined) continue;
		const meant = read(sent);
		if (meant !== sent && !exists(world, sent, params) && exists(world, meant, params))
			return { sent, meant };
	}
	return undefined;
}

/** What the path names; a clear names its run in the body. */
function namedBy(entry: JournalEntry): Params {
	const { dag_run_id: runId } = fieldsOf(entry) ?? {};
	const isClear = entry.operation?.endsWith('/clearTaskInstances') === true;
	return isClear && typeof runId === 'string'
		? { ...entry.params, dag_run_id: runId }
		: entry.params;
}

/** Names that differ only so are easily taken for one another. */
const plain = (name: string) => name.toLowerCase().replaceAll(/[-_ .]/g, '');
