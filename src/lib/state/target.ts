/** Where requests go. The simulators are worlds on this site; `own` is the learner's server. */
export type TargetId = 'sim-v1' | 'sim-v2' | 'own';

/** Who asks the simulator: somebody whose password is the name, nobody, or as the learner writes. */
export type SimUser = 'admin' | 'op' | 'user' | 'viewer' | 'none' | 'other' | 'token';

/** What the learner writes for the callers `other` and `token`; of simulated people, and never kept. */
export interface SimLogin {
	name: string;
	password: string;
	token: string;
}

/** The learner's own Airflow. Secrets stay in memory unless `keep`, and belong to this one base URL. */
export interface OwnServer {
	baseUrl: string;
	api: 'v1' | 'v2';
	auth: 'none' | 'basic' | 'bearer';
	username: string;
	password: string;
	token: string;
	keep: boolean;
}

export const noServer: OwnServer = {
	baseUrl: '',
	api: 'v2',
	auth: 'bearer',
	username: '',
	password: '',
	token: '',
	keep: false
};

/** A base URL as the lab uses it, or undefined when the text is no http(s) address. */
export function baseUrlOf(text: string): string | undefined {
	const trimmed = text.trim();
	if (!URL.canParse(trimmed)) return undefined;
	const url = new URL(trimmed);
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
	if (url.username !== '' || url.password !== '') return undefined;
	return `${url.origin}${url.pathname}`.replace(/\/(api\/v[12]\/?)?$/, '').replace(/\/$/, '');
}
