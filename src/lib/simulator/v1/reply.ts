import type { Reply } from '#lib/simulator/call.ts';
import { printJson } from './json.ts';

/** The release whose answers these are. */
export const AIRFLOW_VERSION = '2.11.2';

const ERRORS = `https://airflow.apache.org/docs/apache-airflow/${AIRFLOW_VERSION}/stable-rest-api-ref.html#section/Errors/`;

/** @source airflow/api_connexion/exceptions.py `EXCEPTIONS_LINK_MAP` */
const ERROR_NAMES: Record<number, string> = {
	400: 'BadRequest',
	401: 'Unauthenticated',
	403: 'PermissionDenied',
	404: 'NotFound',
	405: 'MethodNotAllowed',
	409: 'AlreadyExists',
	500: 'Unknown'
};

export function ok(body: unknown): Reply {
	return { status: 200, headers: { 'content-type': 'application/json' }, body: printJson(body) };
}

/** An empty 204; the type is the one that each endpoint happens to send. */
export function noContent(contentType = 'text/html; charset=utf-8'): Reply {
	return { status: 204, headers: { 'content-type': contentType } };
}

/** RFC 7807. `blank` is for what the framework refuses before Airflow sees it. */
export function problem(
	status: number,
	title: string | null,
	detail: string | null = null,
	blank = false
): Reply {
	const name = ERROR_NAMES[status];
	const type = blank || name === undefined ? 'about:blank' : ERRORS + name;
	return {
		status,
		headers: { 'content-type': 'application/problem+json' },
		body: printJson({ detail, status, title, type })
	};
}

export const badRequest = (detail: string | null) => problem(400, 'Bad Request', detail);
export const notFound = (title = 'Not Found', detail: string | null = null) =>
	problem(404, title, detail);
export const forbidden = () => problem(403, 'Forbidden');
export const conflict = (detail: string) => problem(409, 'Conflict', detail);

export const noSuchUrl = () =>
	problem(
		404,
		'Not Found',
		'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
		true
	);

/** Where Airflow itself falls over: the real one sends a web page too. */
export function crash(contentType = 'text/html; charset=utf-8'): Reply {
	return {
		status: 500,
		headers: { 'content-type': contentType },
		body: '<!DOCTYPE html>\n<html lang="en"><body><h1>Ooops!</h1></body></html>\n'
	};
}

/** What the web framework refuses by itself comes as a page. */
export const brokenRequest = (): Reply => ({
	status: 400,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	body:
		'<!doctype html>\n<html lang=en>\n<title>400 Bad Request</title>\n<h1>Bad Request</h1>\n' +
		'<p>The browser (or proxy) sent a request that this server could not understand.</p>\n'
});

export const isReply = (value: unknown): value is Reply =>
	typeof value === 'object' && value !== null && 'status' in value && 'headers' in value;
