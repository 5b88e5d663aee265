import type { Reply, ServerRequest } from './call.ts';
import { settingOf } from './cfg.ts';
import type { World } from './world.ts';

/** What `[api] access_control_allow_*` say. */
interface Allowed {
	origins: string;
	methods: string;
	headers: string;
}

/**
 * The headers that Airflow 2 adds to whatever an operation answers, asked for or not, preflights too.
 * Origins are parted by spaces; a comma makes one odd origin of two. Without `Origin` the first is named.
 * @source airflow/www/extensions/init_views.py `set_cors_headers_on_response`
 */
export function corsHeadersV1(world: World, request: ServerRequest): Record<string, string> {
	const { origins, methods, headers } = allowed(world);
	const list = origins.split(' ');
	const origin = request.headers['origin'] ?? list[0] ?? '';
	const named =
		origins === '*' ? '*' : origins !== '' && list.includes(origin) ? origin : undefined;
	return {
		...(headers === '' ? {} : { 'access-control-allow-headers': headers }),
		...(methods === '' ? {} : { 'access-control-allow-methods': methods }),
		...(named === undefined ? {} : { 'access-control-allow-origin': named })
	};
}

/** Why an Airflow 3 with these origins does not come up. @source airflow/api_fastapi/core_api/app.py `init_config` */
export const hasWildcardOrigin = (world: World) => listOf(allowed(world).origins).includes('*');

/**
 * What Airflow 3 answers to a preflight by itself, wherever it goes; undefined when it is none, or when
 * nothing of CORS is set.
 * @source starlette/middleware/cors.py `CORSMiddleware.preflight_response`
 */
export function preflightV2(world: World, request: ServerRequest): Reply | undefined {
	const { origin, 'access-control-request-method': method } = request.headers;
	if (request.method !== 'OPTIONS' || origin === undefined || method === undefined)
		return undefined;
	if (!isOn(world)) return undefined;
	const { origins, methods, headers } = allowed(world);
	const asked = request.headers['access-control-request-headers'];
	const isAllowedOrigin = listOf(origins).includes(origin);
	const allowedMethods = listOf(methods).includes('*') ? ALL_METHODS : listOf(methods);
	const allowsAll = listOf(headers).includes('*');
	const allowedHeaders = [...new Set([...SAFE_HEADERS, ...listOf(headers)])].sort();
	const lower = allowedHeaders.map((name) => name.toLowerCase());
	const strays = asked?.split(',').some((name) => !lower.includes(name.trim().toLowerCase()));
	const failures = [
		...(isAllowedOrigin ? [] : ['origin']),
		...(allowedMethods.includes(method) ? [] : ['method']),
		...(!allowsAll && strays ? ['headers'] : []),
		...('access-control-request-private-network' in request.headers ? ['private-network'] : [])
	];
	const named = allowsAll ? asked : allowedHeaders.join(', ');
	return {
		status: failures.length > 0 ? 400 : 200,
		headers: {
			vary: 'Origin',
			'access-control-allow-methods': allowedMethods.join(', '),
			'access-control-max-age': '600',
			...(named === undefined ? {} : { 'access-control-allow-headers': named }),
			'access-control-allow-credentials': 'true',
			...(isAllowedOrigin ? { 'access-control-allow-origin': origin } : {}),
			'content-type': 'text/plain; charset=utf-8'
		},
		body: failures.length > 0 ? `Disallowed CORS ${failures.join(', ')}` : 'OK'
	};
}

/** What Airflow 3 adds to every answer to a request that names its origin. @source the same, `send` */
export function corsHeadersV2(world: World, request: ServerRequest): Record<string, string> {
	const { origin } = request.headers;
	if (origin === undefined || !isOn(world)) return {};
	const credentials = { 'access-control-allow-credentials': 'true' };
	if (!listOf(allowed(world).origins).includes(origin)) return credentials;
	return { ...credentials, 'access-control-allow-origin': origin, vary: 'Origin' };
}

const ALL_METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
const SAFE_HEADERS = ['Accept', 'Accept-Language', 'Content-Language', 'Content-Type'];

function allowed(world: World): Allowed {
	const setting = (what: string) => settingOf(world, 'api', `access_control_allow_${what}`).trim();
	return { origins: setting('origins'), methods: setting('methods'), headers: setting('headers') };
}

/** Any of the three is enough. */
function isOn(world: World): boolean {
	const { origins, methods, headers } = allowed(world);
	return origins + methods + headers !== '';
}

/** Airflow 3 parts by commas. */
const listOf = (text: string) => (text === '' ? [] : text.split(',').map((item) => item.trim()));
