import { isOn, numberOf, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { readJson, sorted } from '#lib/simulator/cli/airflow-core/json.ts';
import { printAs } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isDict, str } from '#lib/simulator/cli/airflowctl-python.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';
import type { Pool } from '#lib/simulator/world.ts';
import { exceptionOf } from './exceptions.ts';
import { logAuthBackends } from './auth-backends.ts';

const DEFAULT_POOL = 'default_pool';
const LONGEST_NAME = 256;

/** @source airflow/cli/commands/pool_command.py, airflow/api/client/local_client.py */
export const POOL_COMMANDS: readonly Command[] = [
	{
		name: 'pools list',
		run: (session, values) => show(session, byId(session), values)
	},
	{
		name: 'pools get',
		run(session, values) {
			const name = textOf(values, 'pool') ?? '';
			const pool = session.world.pools.get(name);
			if (!pool) return session.fail(`Pool ${name} does not exist`);
			show(session, [pool], values);
		}
	},
	{
		name: 'pools set',
		run(session, values) {
			const name = textOf(values, 'pool') ?? '';
			setPool(session, name, {
				slots: numberOf(values, 'slots') ?? 0,
				description: textOf(values, 'description') ?? '',
				includeDeferred: isOn(values, 'include_deferred'),
				team: textOf(values, 'team_name')
			});
			session.print(`Pool ${name} created`);
		}
	},
	{
		name: 'pools delete',
		run(session, values) {
			const name = textOf(values, 'pool') ?? '';
			if (name === DEFAULT_POOL)
				session.crash(exceptionOf(session.line), `${DEFAULT_POOL} cannot be deleted`);
			if (!session.world.pools.delete(name)) session.fail(`Pool ${name} does not exist`);
			session.print(`Pool ${name} deleted`);
		}
	},
	{ name: 'pools import', run: importPools },
	{ name: 'pools export', run: exportPools }
];

const byId = ({ world }: Session) => [...world.pools.values()].toSorted((a, b) => a.id - b.id);

function show(session: Session, pools: readonly Pool[], values: Values): void {
	const rows = pools.map(({ name, slots, description, includeDeferred }) => ({
		pool: name,
		slots,
		description: description ?? null,
		include_deferred: includeDeferred,
		...(session.line === '3' ? { team_name: null } : {})
	}));
	printAs(session, rows, textOf(values, 'output') ?? 'table');
}

interface Wanted {
	slots: number;
	description: string;
	includeDeferred: boolean;
	team?: string | undefined;
}

function setPool(session: Session, name: string, wanted: Wanted): void {
	const { world, line } = session;
	const bad = (why: string) => session.crash('airflow.exceptions.AirflowBadRequest', why);
	if (name.trim() === '') bad("Pool name shouldn't be empty");
	if ([...name].length > LONGEST_NAME)
		bad(`${line === '2' ? 'pool' : 'Pool'} name cannot be more than ${LONGEST_NAME} characters`);
	if (wanted.team)
		session.crash(
			'ValueError',
			'team_name cannot be set when multi_team mode is disabled. Please contact your administrator.'
		);
	const { slots, description, includeDeferred } = wanted;
	const id = world.pools.get(name)?.id ?? world.nextId++;
	world.pools.set(name, { id, name, slots, description, includeDeferred });
}

function importPools(session: Session, values: Values): void {
	const file = textOf(values, 'file') ?? '';
	const text = session.files.get(session.resolve(file));
	if (text === undefined) session.fail(`Missing pools file ${file}`);
	const read = readJson(text);
	if ('error' in read) session.fail(`Invalid json file: ${read.error}`);
	if (!isDict(read.value)) {
		const type = Array.isArray(read.value) ? 'list' : 'str';
		session.crash('AttributeError', `'${type}' object has no attribute 'items'`);
	}
	const failed: string[] = [];
	let count = 0;
	for (const [name, pool] of Object.entries(read.value)) {
		if (!isDict(pool) || !('slots' in pool) || !('description' in pool)) {
			failed.push(name);
			continue;
		}
		const slots = Number(pool.slots);
		if (!Number.isInteger(slots))
			session.crash(
				'airflow.exceptions.AirflowBadRequest',
				`${session.line === '2' ? 'Bad' : 'Invalid'} value for \`slots\`: ${str(pool.slots)}`
			);
		const description = pool.description === null ? '' : str(pool.description);
		const team = typeof pool.team_name === 'string' ? pool.team_name : undefined;
		setPool(session, name, {
			slots,
			description,
			includeDeferred: pool.include_deferred === true,
			team
		});
		count++;
	}
	if (failed.length > 0) session.fail(`Failed to update pool(s): ${failed.join(', ')}`);
	session.print(`Uploaded ${count} pool(s)`);
}

function exportPools(session: Session, values: Values): void {
	const file = textOf(values, 'file') ?? '';
	const pools = byId(session);
	logAuthBackends(session);
	const written = Object.fromEntries(
		pools.map(({ name, slots, description, includeDeferred }) => [
			name,
			{ slots, description: description ?? null, include_deferred: includeDeferred }
		])
	);
	session.write(file, dumps(sorted(written), '    '));
	session.print(`Exported ${pools.length} pools to ${file}`);
}
