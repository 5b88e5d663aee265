import { parseJson } from '#lib/simulator/v2/python-json.ts';
import type { Values } from './airflowctl-argparse.ts';
import { Client, namingRefusal } from './airflowctl-client.ts';
import { readAnswer, readBody, toJson } from './airflowctl-model.ts';
import { listAll } from './airflowctl-operate.ts';
import { printAs, type Output } from './airflowctl-print.ts';
import { isDict, repr } from './airflowctl-python.ts';
import { CommandFailure, Exit, type Session } from './airflowctl-session.ts';
import { pretty } from './airflowctl-text.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';

/** @source airflowctl ctl/commands/pool_command.py `import_` */
export function importPools(session: Session, values: Values): void {
	const client = clientOf(session, values);
	const file = String(values.file);
	const text = session.files.get(session.resolve(file));
	if (text === undefined) throw new Exit(1, `Missing pools file ${file}`);
	const read = readJson(text);
	if ('error' in read) throw new Exit(1, `Invalid json file: ${read.error}`);
	if (!Array.isArray(read.value))
		throw new Exit(1, 'Invalid format: Expected a list of pool objects');
	const pools = read.value.map((pool: unknown) => {
		if (!isDict(pool) || !('name' in pool) || !('slots' in pool))
			throw new Exit(1, `Invalid pool configuration: ${repr(pool)}`);
		const { name, slots, description = '', include_deferred = false } = pool;
		return readBody('PoolBody', { name, slots, description, include_deferred });
	});
	const { success, errors } = importAll(client, 'pools', pools, values);
	if (errors.length > 0) throw new Exit(1, `Failed to update pool(s): ${repr(errors)}`);
	session.print(pretty(success, repr, session.columns));
}

/** @source airflowctl ctl/commands/variable_command.py `import_` */
export function importVariables(session: Session, values: Values): void {
	const client = clientOf(session, values);
	const file = String(values.file);
	const text = session.files.get(session.resolve(file));
	const read = text === undefined ? undefined : readJson(text);
	if (!read || 'error' in read) {
		session.print(`[red]${read ? 'Invalid' : 'Missing'} variable file: ${file}`);
		throw new Exit(1);
	}
	const variables = Object.entries(read.value as Record<string, unknown>).map(([key, held]) => {
		const isDescribed = isDict(held) && 'value' in held;
		const value = isDescribed ? held.value : held;
		const description = isDescribed ? (held.description ?? null) : null;
		return readBody('VariableBody', { key, value, description });
	});
	const { success, errors } = importAll(client, 'variables', variables, values);
	if (errors.length > 0) {
		session.print(`[red]Import failed! errors: ${repr(errors)}[/red]`);
		throw new Exit(1);
	}
	session.print(`[green]Import successful! success: ${repr(success)}[/green]`);
}

/** @source airflowctl ctl/commands/connection_command.py `import_` */
export function importConnections(session: Session, values: Values): void {
	const client = clientOf(session, values);
	const file = String(values.file);
	const text = session.files.get(session.resolve(file));
	if (text === undefined) throw new Exit(1, `Missing connections file ${file}`);
	const read = readJson(text);
	if ('error' in read) throw new Exit(1, `Error reading connections file ${file}: ${read.error}`);
	try {
		const connections = Object.entries(read.value as Record<string, Record<string, unknown>>).map(
			([connection_id, held]) => {
				const known = ['conn_type', 'host', 'login', 'password', 'port', 'extra'];
				const fields = Object.fromEntries(known.map((name) => [name, held[name] ?? null]));
				const { description = '', schema } = held;
				return readBody('ConnectionBody', {
					connection_id,
					...fields,
					description,
					...(schema === undefined ? {} : { schema })
				});
			}
		);
		const { success, errors } = importAll(client, 'connections', connections, values);
		if (errors.length > 0) {
			session.print(`[red]Failed to import connections: ${repr(errors)}[/red]`);
			throw new Exit(1);
		}
		session.print(`[green]Successfully imported ${repr(success)} connection(s)[/green]`);
	} catch (cause) {
		if (cause instanceof Exit || !(cause instanceof Error)) throw cause;
		session.print(`[red]Failed to import connections: ${cause.message}[/red]`);
		throw new Exit(1);
	}
}

/** @source airflowctl ctl/commands/pool_command.py `export` */
export function exportPools(session: Session, values: Values): void {
	const client = clientOf(session, values);
	try {
		const call = { method: 'GET', path: 'pools' };
		const answer = namingRefusal(() => listAll(client, call, 'PoolCollectionResponse'));
		const pools = (answer.pools as Record<string, unknown>[]).map(
			({ team_name: _team, ...pool }) => pool
		);
		const output = values.output as Output;
		if (output !== 'json') {
			printAs(session, pools, output);
			return;
		}
		const file = String(values.file);
		const sorted = pools.map((pool) =>
			Object.fromEntries(Object.entries(pool).toSorted(([a], [b]) => (a < b ? -1 : 1)))
		);
		session.files.set(session.resolve(file), dumps(sorted, '    '));
		session.print(`Exported ${String(answer.total_entries)} pool(s) to ${file}`);
	} catch (cause) {
		if (cause instanceof Exit || !(cause instanceof Error)) throw cause;
		throw new Exit(1, `Failed to export pools: ${cause.message}`);
	}
}

function clientOf(session: Session, values: Values): Client {
	return new Client(session, 'command', String(values.api_token ?? ''));
}

function importAll(
	client: Client,
	path: string,
	entities: Record<string, unknown>[],
	values: Values
): { success: string[]; errors: unknown[] } {
	const json = {
		actions: [
			{
				action: 'create',
				entities: entities.map(toJson),
				action_on_existence: values.action_on_existing_key
			}
		]
	};
	const answer = namingRefusal(() => client.request({ method: 'PATCH', path, json }));
	const { create } = readAnswer('BulkResponse', answer);
	if (!isDict(create)) throw new CommandFailure("'NoneType' object has no attribute 'success'");
	return { success: create.success as string[], errors: create.errors as unknown[] };
}

function readJson(text: string): { value: unknown } | { error: string } {
	const read = parseJson(text);
	if ('value' in read) return read;
	const { loc, ctx } = read.issues[0] ?? {};
	const at = Number(loc?.at(-1) ?? 0);
	const before = text.slice(0, at).split('\n');
	const column = (before.at(-1)?.length ?? 0) + 1;
	return { error: `${String(ctx?.error)}: line ${before.length} column ${column} (char ${at})` };
}
