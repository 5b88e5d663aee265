import type { Control } from '#lib/simulator/timeline/deed.ts';
import type { InBoth } from './lesson.ts';

/** One thing done to a simulated Airflow, to bring a symptom about or to mend it. */
export type Act =
	/** To the machine: settings, faults, the scheduler. */
	| { kind: 'machine'; control: Control; says: InBoth }
	| { kind: 'wait'; ms: number }
	| ({ kind: 'ask' } & Ask);

/** A request, sent as somebody. */
export interface Ask {
	method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
	/** As it goes out, encoded, with its query: `/api/v1/dags?limit=5`. */
	path: string;
	/** Default: admin. `nobody` sends no credentials. */
	as?: 'admin' | 'op' | 'user' | 'viewer' | 'nobody';
	/** Instead of the credentials that `as` would send; `{token}` in it is admin’s own. */
	authorization?: string;
	body?: unknown;
	/** Default: JSON when there is a body; '' sends none. */
	contentType?: string;
	/** A token fetched anew, where the old one is of no use. */
	logsInAgain?: true;
}

/** What the last answer of the acts must show; a status of 0 is a connection that broke. */
export interface Shown {
	status: number;
	/** Stands in the body. */
	holds?: string;
}

export const TOPICS = ['login', 'rights', 'reach', 'runs', 'clear', 'requests', 'answers'] as const;

/** A trouble as a learner meets it. */
export interface Symptom {
	/** Stable for ever: links point at it. */
	id: string;
	topic: (typeof TOPICS)[number];
	/** What is seen, in the learner’s own words. */
	says: InBoth;
	/** How to tell this cause from others. */
	tell: InBoth;
	mend: InBoth;
	scenario: string;
	/** Brings it about. */
	acts: Act[];
	shows: Shown;
	/** Mends it, in the same world. */
	cure: Act[];
	cured: Shown;
}
