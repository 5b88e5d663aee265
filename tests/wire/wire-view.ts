import type { HttpRequest } from '#lib/request/draft.ts';
import type { Snippet } from '#lib/snippets/target.ts';
import type { WireCase } from './cases.ts';
import type { Arrived } from './recorder.ts';
import { secrets } from './run-snippets.ts';

/** What a snippet must reproduce: the request line, the body, and the headers that the draft sets. */
export interface View {
	method: string;
	target: string;
	body: string;
	headers: Record<string, string[]>;
	authorization: string | undefined;
}

export function wireView(arrived: readonly Arrived[], request: HttpRequest): View[] {
	const names = request.headers.map(([name]) => name.toLowerCase());
	const set = [...new Set([...names, 'content-type'])].sort();
	return arrived.map(({ method, target: line, headers, body }) => {
		const valuesOf = (name: string) =>
			headers.filter(([other]) => other === name).map(([, value]) => value);
		return {
			method,
			target: line,
			body: body.toString('latin1'),
			headers: Object.fromEntries(set.map((name) => [name, valuesOf(name)])),
			authorization: valuesOf('authorization')[0]
		};
	});
}

/** Takes out of both what a warning of the snippet says will differ. */
export function forgive({ warnings }: Snippet, wanted: View[], came: View[]) {
	for (const { id, values } of warnings) {
		const views = [...wanted, ...came];
		if (/^(dot-segments|url-requoted)/.test(id)) for (const view of views) view.target = '';
		const names = values?.names?.toLowerCase().split(', ') ?? [];
		if (id.startsWith('header-'))
			for (const view of views) for (const name of names) delete view.headers[name];
	}
}

/** The Authorization header that must arrive. */
export function authorizationOf(
	{ auth, options }: WireCase,
	password: string = secrets.AIRFLOW_PASSWORD
): string | undefined {
	const { kind, username = secrets.AIRFLOW_USERNAME } = auth;
	if (kind === 'none') return undefined;
	if (kind === 'bearer') return `Bearer ${options.secret ?? secrets.AIRFLOW_TOKEN}`;
	const pair = `${username}:${options.secret ?? password}`;
	return `Basic ${Buffer.from(pair).toString('base64')}`;
}
