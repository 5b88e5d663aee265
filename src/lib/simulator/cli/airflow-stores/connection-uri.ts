import { isDict } from '#lib/simulator/cli/airflowctl-python.ts';
import { readJson } from '#lib/simulator/cli/airflow-core/json.ts';
import type { Line } from '#lib/simulator/cli/airflow-core/command.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';
import type { Connection } from '#lib/simulator/world.ts';
import { splitAuthority, splitUrl } from './url.ts';

type Details = Omit<Connection, 'id' | 'connectionId'>;

const EXTRA_KEY = '__extra__';

/** Why a URI is none of a connection. */
export class UriError extends Error {
	readonly isPort: boolean;
	constructor(message: string, isPort = false) {
		super(message);
		this.isPort = isPort;
	}
}

/**
 * A connection written as a URI.
 * @throws {UriError}
 * @source airflow/models/connection.py `_parse_from_uri`
 */
export function readUri(uri: string, line: Line): Details {
	const count = uri.split('://').length - 1;
	const invalid = `Invalid connection string${line === '2' ? `: ${uri}` : ''}.`;
	if (count > 2) throw new UriError(invalid);
	const hasProtocol = count === 2;
	const { scheme } = splitUrl(uri);
	const rest = uri.replaceAll(`${scheme}://`, hasProtocol ? '' : '//');
	if (hasProtocol && /[@:]/.test(rest.split('://')[0] ?? '')) throw new UriError(invalid);
	const parts = splitUrl(rest);
	const { login, password, host, port } = splitAuthority(parts.authority);
	if (port !== undefined && !/^\d+$/.test(port))
		throw new UriError(`Port could not be cast to integer value as '${port}'`, true);
	if (Number(port ?? 0) > 65535) throw new UriError('Port out of range 0-65535', true);

	const query = readQuery(parts.query);
	const name = unquote(host ?? '');
	return {
		connType: normalType(scheme),
		host: hasProtocol && name !== '' ? `${parts.scheme}://${name}` : name,
		schema: unquote(parts.path.slice(1)),
		...(login === undefined ? {} : { login: unquote(login) }),
		...(password ? { password: unquote(password) } : {}),
		...(port ? { port: Number(port) } : {}),
		...(parts.query === '' ? {} : { extra: extraOf(query, line) })
	};
}

/** @source airflow/models/connection.py `_normalize_conn_type` */
export const normalType = (type: string) =>
	type === 'postgresql' ? 'postgres' : type.replaceAll('-', '_');

function extraOf(query: Readonly<Record<string, string>>, line: Line): string {
	const whole = query[EXTRA_KEY];
	if (whole !== undefined) return whole;
	if (line === '2') return dumps(query);
	return dumps(
		Object.fromEntries(
			Object.entries(query).map(([key, text]) => {
				const read = readJson(text);
				return [key, text !== '' && 'value' in read ? read.value : text];
			})
		)
	);
}

/** @source airflow/models/connection.py `get_uri` */
export function writeUri(connection: Connection, line: Line): string {
	const { connType, host, login, password, port, schema, extra } = connection;
	const [protocol, name] = protocolAndHost(host, connType, line);
	const scheme = connType === '' ? '//' : `${connType.toLowerCase().replaceAll('_', '-')}://`;
	const secret = password === undefined ? '' : `:${quote(password)}`;
	const who = `${login === undefined ? '' : quote(login)}${secret}`;
	const authority = who === '' ? '' : `${who}@`;
	const at = name ? quote(name) : '';
	const numbered = port ? `${at === '' && authority === '' ? '@' : ''}${at}:${port}` : at;
	const path = schema ? `/${quote(schema)}` : '';
	const uri = `${scheme}${protocol}${authority}${numbered}${path}`;
	return extra ? `${uri}${schema ? '?' : '/?'}${queryOf(extra, line)}` : uri;
}

function protocolAndHost(host: string | undefined, type: string, line: Line) {
	const [, protocol, rest] = /^(.*?):\/\/(.*)$/s.exec(host ?? '') ?? [];
	if (protocol === undefined) return ['', host];
	return line === '3' && protocol === type ? ['', host] : [`${protocol}://`, rest];
}

/** The fields one by one, if they come back the same, else the whole text. */
function queryOf(extra: string, line: Line): string {
	const whole = `${EXTRA_KEY}=${quotePlus(extra)}`;
	const read = readJson(extra);
	const fields = 'value' in read && isDict(read.value) ? Object.entries(read.value) : [];
	const isFlat = fields.length > 0 && fields.every(([, value]) => typeof value === 'string');
	const isWhole = line === '3' || fields.every(([, value]) => value !== '' || isFlat);
	if (!isFlat || !isWhole) return whole;
	return fields.map(([key, value]) => `${quotePlus(key)}=${quotePlus(String(value))}`).join('&');
}

/** Python's `urllib.parse.quote(text, safe='')`. */
export const quote = (text: string) =>
	encodeURIComponent(text).replace(
		/[!'()*]/g,
		(char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
	);

const quotePlus = (text: string) => quote(text).replaceAll('%20', '+');

/** Python's `urllib.parse.unquote`: what is no code stays as it is. */
function unquote(text: string): string {
	return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
		const bytes = codes.match(/[0-9a-f]{2}/gi) ?? [];
		return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => parseInt(byte, 16)));
	});
}

function readQuery(query: string): Record<string, string> {
	const pairs = query
		.split('&')
		.filter((pair) => pair !== '')
		.map((pair) => {
			const at = pair.indexOf('=');
			const text = (part: string) => unquote(part.replaceAll('+', ' '));
			return at < 0 ? [text(pair), ''] : [text(pair.slice(0, at)), text(pair.slice(at + 1))];
		});
	return Object.fromEntries(pairs) as Record<string, string>;
}
