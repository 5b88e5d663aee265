/** One API line: `v1` is Airflow 2, `v2` is Airflow 3. */
export type Api = 'v1' | 'v2';

/** Who asks. The four users have their role's name for a password. */
export type Caller = 'admin' | 'op' | 'user' | 'viewer' | 'nobody';

/** One request of a case, as data. {@link NONCE} in it is replaced by letters of the play's own. */
export interface Step {
	method: string;
	/** From the API's root (`/dags`), or from the server's when it starts with `//` (`//auth/token`). */
	path: string;
	as: Caller;
	/** Sent as it is. */
	body?: string;
	headers: Record<string, string>;
	/** Asked again until the answer's body says yes; only the last answer counts. */
	until?: (body: unknown) => boolean;
	/** Sent in its turn, so that what others left does not matter, and its answer is not compared. */
	prepares?: true;
	/** The first `id` of its answer stands for this word in the paths and bodies that follow. */
	keeps?: string;
	/**
	 * Values of these keys depend on what else was done to the server, and are not compared; `text` is a
	 * body that is no JSON.
	 */
	forgets?: string[];
	/** Tidies up: sent even after a failure, and its answer is not compared. */
	tidies?: true;
}

/** Related cases of one API: a sentence about the server's behaviour → the steps that show it. */
export interface Group {
	name: string;
	api: Api;
	cases: Record<string, Step[]>;
}

/**
 * Stands in ids for letters that differ with every play, so that cases neither meet each other's
 * leavings nor their own; the letters are turned back into this word in every answer.
 */
export const NONCE = 'NONCE';

/** Stands in a path for the run that the latest answer named first. */
export const LAST_RUN = 'LAST_RUN';

/** Stands in a path for the token of the DAG file that the latest answer named. */
export const LAST_FILE = 'LAST_FILE';

/** Stands in a header for the token that the latest answer gave. */
export const LAST_TOKEN = 'LAST_TOKEN';

type Options = Partial<Pick<Step, 'as' | 'headers' | 'until' | 'forgets'>>;

export const get = (path: string, options?: Options) => step('GET', path, undefined, options);
export const post = (path: string, body?: unknown, options?: Options) =>
	step('POST', path, body, options);
export const patch = (path: string, body?: unknown, options?: Options) =>
	step('PATCH', path, body, options);
export const remove = (path: string, options?: Options) => step('DELETE', path, undefined, options);
export const put = (path: string, body?: unknown, options?: Options) =>
	step('PUT', path, body, options);

/** A `DELETE` that tidies up after a case. */
export const tidy = (path: string): Step => ({ ...remove(path), tidies: true });

export const prepare = (step: Step): Step => ({ ...step, prepares: true });
export const keep = (word: string, step: Step): Step => ({ ...step, keeps: word });

/** A body that goes out as it is written, JSON or not. */
export const raw = (text: string) => new RawBody(text);

/** For `until`: the body's `state` is one of these. */
export const stateIs =
	(...states: string[]) =>
	(body: unknown) =>
		states.includes(String((body as { state?: unknown } | null)?.state));

/** Running, and its process has said so: the state comes a moment before pid and rendered fields. */
export const isUnderWay = (body: unknown) => {
	const { pid, rendered_fields: fields } = body as { pid?: unknown; rendered_fields?: object };
	return stateIs('running')(body) && pid !== null && Object.keys(fields ?? {}).length > 0;
};

class RawBody {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

function step(method: string, path: string, body: unknown, options: Options = {}): Step {
	const text =
		body === undefined ? undefined : body instanceof RawBody ? body.text : JSON.stringify(body);
	return {
		method,
		path,
		as: options.as ?? 'admin',
		headers: {
			...(text === undefined ? {} : { 'content-type': 'application/json' }),
			...options.headers
		},
		...(text === undefined ? {} : { body: text }),
		...(options.until ? { until: options.until } : {}),
		...(options.forgets ? { forgets: options.forgets } : {})
	};
}
