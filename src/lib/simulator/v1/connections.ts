import type { Reply, Resource } from '#lib/simulator/call.ts';
import { settingOf } from '#lib/simulator/cfg.ts';
import { checkConnection, V1_HOOKS } from '#lib/simulator/connection-check.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { knownSecrets } from '#lib/simulator/known-secrets.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { shownExtra } from '#lib/simulator/v2/shown-secrets.ts';
import type { Connection, World } from '#lib/simulator/world.ts';
import { applySorting, checkLimit } from './collection.ts';
import { formErrors, type FormSpec } from './form.ts';
import { badRequest, conflict, crash, isReply, noContent, notFound, ok } from './reply.ts';
import { rule, type V1Call } from './rule.ts';

const text = { type: 'string', nullable: true };
const body: JsonSchema = {
	properties: {
		connection_id: { type: 'string' },
		conn_type: { type: 'string' },
		description: text,
		host: text,
		login: text,
		schema: text,
		port: { type: 'integer', nullable: true },
		password: { type: 'string', format: 'password' },
		extra: text
	}
};
const form: FormSpec = {
	connection_id: { required: true },
	conn_type: { required: true },
	description: {},
	host: {},
	login: {},
	schema: {},
	port: {},
	password: { notNull: true },
	extra: {}
};
const patchForm: FormSpec = {
	...form,
	connection_id: { notNull: true },
	conn_type: { notNull: true }
};

/** @source airflow/api_connexion/endpoints/connection_endpoint.py */
export const connections = {
	'GET /connections': rule({
		role: 'op',
		query: { limit: 'integer', offset: 'offset', order_by: 'string' },
		answer(world, { args }) {
			const limit = checkLimit(args.number('limit'), world);
			if (isReply(limit)) return limit;
			const all = [...world.connections.values()];
			const sorted = applySorting(all, args.text('order_by') ?? 'id', {
				connection_id: ({ connectionId }) => connectionId,
				conn_type: ({ connType }) => connType,
				description: ({ description }) => description,
				host: ({ host }) => host,
				port: ({ port }) => port,
				id: ({ id }) => id
			});
			if (isReply(sorted)) return sorted;
			const page = pageOf(sorted, limit, args.number('offset') ?? 0);
			return ok({ connections: page.map(showBriefly), total_entries: sorted.length });
		}
	}),
	'POST /connections': rule({ role: 'op', body, answer: postConnection }),
	'POST /connections/test': rule({ role: 'op', body, answer: testConnection }),
	'GET /connections/{connection_id}': rule({
		role: 'op',
		query: {},
		answer(world, { param }) {
			const found = world.connections.get(param('connection_id'));
			return found ? shown(world, found) : unknownConnection(param('connection_id'));
		}
	}),
	'PATCH /connections/{connection_id}': rule({
		role: 'op',
		query: { update_mask: 'array' },
		body,
		answer: patchConnection
	}),
	'DELETE /connections/{connection_id}': rule({
		role: 'op',
		query: {},
		answer: (world, { param }) =>
			world.connections.delete(param('connection_id'))
				? noContent('application/json')
				: unknownConnection(param('connection_id'))
	})
} satisfies Resource;

function testConnection(world: World, { form: sent }: V1Call): Reply {
	if (settingOf(world, 'core', 'test_connection').trim().toLowerCase() !== 'enabled') {
		return {
			status: 403,
			headers: { 'content-type': 'text/html; charset=utf-8' },
			body: 'Testing connections is disabled in Airflow configuration. Contact your deployment admin to enable it.'
		};
	}
	const errors = formErrors(sent, form);
	if (errors) return badRequest(errors);
	const connection = newConnection(0, sent);
	return ok(checkConnection(connection, V1_HOOKS));
}

function postConnection(world: World, { form: sent }: V1Call): Reply {
	const errors = formErrors(sent, form);
	if (errors) return badRequest(errors);
	const name = String(sent.connection_id);
	if (!/^[\w.-]+$/.test(name)) {
		return badRequest(
			`The key ${pythonRepr(name)} has to be made of alphanumeric characters, dashes, dots and underscores exclusively`
		);
	}
	if (world.connections.has(name)) return conflict(`Connection already exist. ID: ${name}`);
	const connection = newConnection(world.nextId++, sent);
	world.connections.set(name, connection);
	return shown(world, connection);
}

function newConnection(id: number, sent: Record<string, unknown>): Connection {
	const connection: Connection = {
		id,
		connectionId: String(sent.connection_id),
		connType: String(sent.conn_type)
	};
	setFields(connection, sent, FIELDS);
	return connection;
}

function patchConnection(world: World, { param, form: sent, args }: V1Call): Reply {
	const errors = formErrors(sent, patchForm);
	if (errors) return badRequest(errors);
	const name = param('connection_id');
	const connection = world.connections.get(name);
	if (!connection) return unknownConnection(name);
	if (sent.connection_id !== undefined && sent.connection_id !== name) {
		return badRequest('The connection_id cannot be updated.');
	}
	const mask = args.list('update_mask')?.map((field) => field.trim());
	const stray = mask?.find((field) => !(field in sent) || field === 'connection_id');
	if (stray !== undefined) return badRequest(`'${stray}' is unknown or cannot be updated.`);
	const fields = mask ?? Object.keys(sent);
	if (fields.includes('conn_type')) connection.connType = String(sent.conn_type);
	setFields(connection, sent, fields);
	return shown(world, connection);
}

/** Extra that is JSON but no object cannot be shown: Airflow falls over it once it is stored. */
function shown(world: World, connection: Connection): Reply {
	const { extra } = connection;
	const isList = extra !== undefined && /^\s*[[0-9"tfn-]/.test(extra) && isJson(extra);
	return isList ? crash('text/html') : ok(show(world, connection));
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		// Then it is shown as it is.
		return false;
	}
}

const FIELDS = ['description', 'host', 'login', 'schema', 'port', 'password', 'extra'];

function setFields(
	connection: Connection,
	sent: Record<string, unknown>,
	fields: readonly string[]
): void {
	for (const field of FIELDS) {
		if (!fields.includes(field) || !(field in sent)) continue;
		if (sent[field] === null) delete connection[field as 'host'];
		else Object.assign(connection, { [field]: sent[field] });
	}
}

function showBriefly(connection: Connection) {
	return {
		conn_type: connection.connType,
		connection_id: connection.connectionId,
		description: connection.description ?? null,
		host: connection.host ?? null,
		login: connection.login ?? null,
		port: connection.port ?? null,
		schema: connection.schema ?? null
	};
}

function show(world: World, connection: Connection) {
	return { ...showBriefly(connection), extra: redacted(world, connection.extra) };
}

/** What is no JSON is shown as it is. @source schemas/connection_schema.py `serialize_extra` */
const redacted = (world: World, extra: string | undefined): string | null =>
	extra === undefined ? null : shownExtra(extra, 'v1', knownSecrets(world, 1));

const unknownConnection = (name: string) =>
	notFound('Connection not found', `The Connection with connection_id: \`${name}\` was not found`);
