import { findDuplicate } from '#lib/simulator/actions/create-run.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import type { JournalEntry, World } from '#lib/simulator/world.ts';
import type { InBoth } from './lesson.ts';
import { code, fieldsOf, requestOf } from './why-entry.ts';
import type { Sight } from './why-sight.ts';

/** What is there already, as far as the world still shows it. */
export function conflict(entry: JournalEntry, { world }: Sight): InBoth | undefined {
	const fields = fieldsOf(entry);
	if (entry.operation === 'POST /dags/{dag_id}/dagRuns' && fields) {
		return ofRun(world, entry, fields);
	}
	const named = NAMED.find(({ operation }) => operation === entry.operation);
	const name = named && fields?.[named.field];
	if (named && typeof name === 'string') {
		if (!named.exists(world, name)) return undefined;
		return {
			ru: `${requestOf(entry)} получил 409: ${code(name)} уже есть, второй раз не создать. Изменяет то, что есть, PATCH.`,
			en: `${requestOf(entry)} got 409: ${code(name)} exists already and cannot be created again. To change what there is takes a PATCH.`
		};
	}
	return {
		ru: `${requestOf(entry)} получил 409: это противоречит тому, что уже есть на сервере.`,
		en: `${requestOf(entry)} got 409: it is at odds with what the server holds already.`
	};
}

const NAMED: readonly {
	operation: string;
	field: string;
	exists(world: World, name: string): boolean;
}[] = [
	{ operation: 'POST /pools', field: 'name', exists: ({ pools }, name) => pools.has(name) },
	{
		operation: 'POST /variables',
		field: 'key',
		exists: ({ variables }, name) => variables.has(name)
	},
	{
		operation: 'POST /connections',
		field: 'connection_id',
		exists: ({ connections }, name) => connections.has(name)
	},
	{ operation: 'POST /users', field: 'username', exists: ({ users }, name) => users.has(name) },
	{ operation: 'POST /roles', field: 'name', exists: ({ roles }, name) => roles.has(name) }
];

function ofRun(
	world: World,
	entry: JournalEntry,
	{ dag_run_id: runId, logical_date: date, execution_date: oldDate }: Record<string, unknown>
): InBoth | undefined {
	const { dag_id: dagId = '' } = entry.params;
	const text = date ?? oldDate;
	const instant = typeof text === 'string' ? parseInstant(text) : undefined;
	const named = typeof runId === 'string' ? runId : '';
	const found = findDuplicate(world, dagId, named, instant?.ms, instant?.micros);
	if (!found) return undefined;
	const run = code(found.run.runId);
	if (found.by === 'run_id') {
		return {
			ru: `409: у DAG ${code(dagId)} уже есть запуск с именем ${run}, нового не появилось.`,
			en: `409: the DAG ${code(dagId)} has a run named ${run} already, and no new one was made.`
		};
	}
	return {
		ru: `409: эту дату у DAG ${code(dagId)} уже занял запуск ${run}, нового не появилось.`,
		en: `409: that date of the DAG ${code(dagId)} is taken by the run ${run}, and no new one was made.`
	};
}
