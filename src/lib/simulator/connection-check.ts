import type { Connection } from './world-tables.ts';
import { isTruthy } from './python-text.ts';

type Checked = Pick<Connection, 'connType' | 'host' | 'port' | 'schema' | 'extra'>;

/** What testing a connection came to. */
export interface Verdict {
	status: boolean;
	message: string;
}

/** Types of connections that a plain Airflow 2 has hooks for. */
export const V1_HOOKS = ['fs', 'package_index', 'ftp', 'http', 'imap', 'smtp', 'sqlite'] as const;

/** The same of a plain Airflow 3. */
export const V2_HOOKS = ['fs', 'package_index', 'smtp'] as const;

/**
 * Tests a connection as a server does that reaches no other machine: what needs none succeeds or says
 * what is wrong, the rest fails to connect.
 * @source airflow/models/connection.py `test_connection`, `get_hook`; the hooks of the providers
 */
export function checkConnection(
	connection: Checked,
	hooks: readonly (keyof typeof CHECKS)[]
): Verdict {
	const { connType } = connection;
	// Listed without a class: the form knows them, nothing can be imported.
	if (connType === 'generic' || connType === 'email') {
		return failed("'NoneType' object has no attribute 'rsplit'");
	}
	const hook = hooks.find((name) => name === connType);
	return hook ? CHECKS[hook](connection) : failed(`Unknown hook type "${connType}"`);
}

const CHECKS = {
	fs: ({ extra }: Checked): Verdict => {
		const path = fieldOf(extra, 'path');
		if (!isTruthy(path)) return failed('File Path is undefined.');
		if (typeof path !== 'string') {
			return failed(`expected str, bytes or os.PathLike object, not ${pythonType(path)}`);
		}
		return PLACES.includes(path.replace(/(?<=.)\/+$/, ''))
			? { status: true, message: `Path ${path} is existing.` }
			: failed(`Path ${path} does not exist.`);
	},
	// It would run a command that is not there.
	package_index: ({ host }: Checked) =>
		failed(host ? "[Errno 2] No such file or directory: 'pip'" : 'Please provide an index URL.'),
	// Without a host nobody is called, and that goes well.
	ftp: ({ host }: Checked) => (host ? failed(silence(host)) : SUCCESS),
	http: (connection: Checked) => failed(httpTrouble(connection)),
	imap: () => failed("Hook ImapHook doesn't implement or inherit test_connection method"),
	smtp: ({ host }: Checked) => failed(host ? silence(host) : 'please run connect() first'),
	sqlite: ({ host }: Checked): Verdict => {
		const folder = /^(\/.*)?\/[^/]*$/.exec(host ?? '');
		const isThere = !folder || PLACES.includes(folder[1] ?? '/');
		return isThere ? SUCCESS : failed('unable to open database file');
	}
};

const SUCCESS: Verdict = { status: true, message: 'Connection successfully tested' };

function failed(message: string): Verdict {
	return { status: false, message };
}

/** Files and folders that the server has. */
const PLACES = [
	'/',
	'/tmp',
	'/opt',
	'/opt/airflow',
	'/opt/airflow/dags',
	'/opt/airflow/logs',
	'/opt/airflow/plugins',
	'/opt/airflow/airflow.cfg',
	'/opt/airflow/airflow.db'
];

const isLocal = (host: string) => /^(localhost|127(\.\d+){3}|0\.0\.0\.0|::1)$/i.test(host);
const isAddress = (host: string) => /^\d+(\.\d+){3}$/.test(host);

const REFUSED = '[Errno 111] Connection refused';
const UNKNOWN_NAME = '[Errno -2] Name or service not known';
const NO_ROUTE = '[Errno 113] No route to host';

function silence(host: string): string {
	if (isLocal(host)) return REFUSED;
	return isAddress(host) ? NO_ROUTE : UNKNOWN_NAME;
}

/** @source requests/adapters.py, urllib3/connection.py */
function httpTrouble({ host = '', port, schema }: Checked): string {
	const [, written, rest = ''] = /^(?:(\w+):\/\/)?(.*)$/s.exec(host) ?? [];
	const scheme = written ?? (schema || 'http');
	const name = rest.split(/[:/]/)[0] ?? '';
	if (name === '') return `Invalid URL '${scheme}://': No host supplied`;
	const kind = scheme === 'https' ? 'HTTPS' : 'HTTP';
	const at = port ?? (Number(/:(\d+)/.exec(rest)?.[1]) || (scheme === 'https' ? 443 : 80));
	const object = `<urllib3.connection.${kind}Connection object at 0x7f5a1c0d8e50>`;
	const trouble = silence(name);
	const cause =
		trouble === UNKNOWN_NAME
			? `NameResolutionError("${object}: Failed to resolve '${name}' (${trouble})")`
			: `NewConnectionError('${object}: Failed to establish a new connection: ${trouble}')`;
	return `${kind}ConnectionPool(host='${name}', port=${at}): Max retries exceeded with url: / (Caused by ${cause})`;
}

/** What is no JSON object has no fields. */
function fieldOf(extra: string | undefined, field: string): unknown {
	try {
		const parsed = JSON.parse(extra || '{}') as unknown;
		const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
		return isObject ? (parsed as Record<string, unknown>)[field] : undefined;
	} catch (cause) {
		if (cause instanceof SyntaxError) return undefined;
		throw cause;
	}
}

function pythonType(value: unknown): string {
	if (typeof value === 'boolean') return 'bool';
	if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
	return Array.isArray(value) ? 'list' : 'dict';
}
