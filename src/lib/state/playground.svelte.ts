import type { ApiDescription, Operation } from '#lib/openapi/operation.ts';
import { exampleBody } from '#lib/openapi/example.ts';
import type { HttpRequest, RequestDraft } from '#lib/request/draft.ts';
import { badHeader } from '#lib/request/bad-header.ts';
import { encodeRequest, missingPathParameters } from '#lib/request/encode.ts';
import type { Exchange, Send } from '#lib/request/exchange.ts';
import type { Servers } from './servers.svelte.ts';

export interface PlaygroundPorts {
	send: Send;
	/** Loads the prepared description of one of the bundled specs. */
	describe(api: 'v1' | 'v2'): Promise<ApiDescription>;
	/** Finds out why no answer came; ids only. */
	diagnose(request: HttpRequest, error: unknown): Promise<Trouble>;
	/** Virtual-clock-free wall time, ms; only for the history's labels. */
	nowMs(): number;
	/** Keeps the learner's choice of language for the next visit. */
	keepCode(id: string): void;
}

/** Why no answer came. `id` picks the sentence, `values` fill it, `mend` is text to paste. */
export interface Trouble {
	id: string;
	values?: Record<string, string>;
	mend?: readonly { label: string; text: string }[];
}

export type Answer =
	| { kind: 'none' }
	| { kind: 'waiting' }
	| { kind: 'reply'; exchange: Exchange; request: HttpRequest; api: 'v1' | 'v2' | 'other' }
	| { kind: 'trouble'; trouble: Trouble; request: HttpRequest };

/** One line of the history: the draft and what came of it. Never a credential. */
export interface Sent {
	atMs: number;
	api: 'v1' | 'v2' | 'other';
	draft: RequestDraft;
	method: string;
	url: string;
	status?: number;
	elapsedMs?: number;
}

export type AnswerViewName = 'pretty' | 'raw' | 'headers';

const HISTORY_LIMIT = 50;

/** The request being built, the answer to the last one, and what was sent before. */
export class Playground {
	readonly #ports: PlaygroundPorts;
	readonly servers: Servers;
	#description = $state.raw<ApiDescription>();
	#foreign = $state.raw<ApiDescription>();
	#key = $state<string>();
	#drafts = $state<Record<string, RequestDraft>>({});
	#answer = $state.raw<Answer>({ kind: 'none' });
	#sent = $state.raw<readonly Sent[]>([]);
	#code = $state('curl');
	#stop: AbortController | undefined;
	/** How the answer is shown; a link may choose it. */
	view = $state<AnswerViewName>('pretty');

	constructor(ports: PlaygroundPorts, servers: Servers) {
		this.#ports = ports;
		this.servers = servers;
	}

	readonly description = $derived(this.#foreign ?? this.#description);
	readonly operation = $derived(this.description?.operations.find(({ key }) => key === this.#key));
	readonly draft = $derived(
		this.#key === undefined ? undefined : this.#drafts[this.#id(this.#key)]
	);

	/** The request without credentials, as snippets and links show it. */
	readonly request = $derived.by((): HttpRequest | undefined => {
		if (!this.operation || !this.draft) return undefined;
		return encodeRequest(this.operation, this.draft, this.servers.snippetBaseUrl);
	});

	/** Path parameters that are still empty: the request cannot be sent yet. */
	readonly missing = $derived(
		this.operation && this.draft ? missingPathParameters(this.operation, this.draft) : []
	);

	/** The target whose code is shown: an id of `snippets/targets.ts`. */
	get code() {
		return this.#code;
	}
	get answer() {
		return this.#answer;
	}
	get sent() {
		return this.#sent;
	}
	get isForeign() {
		return this.#foreign !== undefined;
	}
	get isWaiting() {
		return this.#answer.kind === 'waiting';
	}

	/** Loads the description for an API and keeps the operation when the new API has it too. */
	async load(api: 'v1' | 'v2') {
		if (this.#description?.api === api && !this.#foreign) return;
		this.#description = await this.#ports.describe(api);
		this.#foreign = undefined;
		if (this.#key !== undefined) this.open(this.#key);
	}

	/** The description of an API, whichever one is open. */
	describe(api: 'v1' | 'v2'): Promise<ApiDescription> {
		return this.#ports.describe(api);
	}

	/** Shows a foreign document instead of a bundled one, until `load`. */
	show(description: ApiDescription) {
		this.#foreign = description;
		const first = description.operations[0];
		if (first) this.open(first.key);
	}

	/** Opens an operation by its key or operationId; false when the description has none. */
	open(name: string): boolean {
		const operation = this.description?.operations.find(
			({ key, operationId }) => key === name || operationId === name
		);
		if (!operation || !this.description) return false;
		if (this.#key !== operation.key) this.#answer = { kind: 'none' };
		this.#key = operation.key;
		this.#drafts[this.#id(operation.key)] ??= firstDraft(operation, this.description);
		return true;
	}

	/** Replaces the draft of an operation and opens it: from a link, the history or a lesson. */
	take(draft: RequestDraft): boolean {
		if (!this.open(draft.operation)) return false;
		this.#drafts[this.#id(draft.operation)] = structuredClone($state.snapshot(draft));
		return true;
	}

	/** Shows the code of another target, from now on; `isOnce` when a link asked for it. */
	showCode(id: string, isOnce = false) {
		this.#code = id;
		if (!isOnce) this.#ports.keepCode(id);
	}

	setPath(name: string, value: string) {
		if (this.draft) this.draft.path[name] = value;
	}

	/** Sets a query or header parameter; an empty list takes it out of the request. */
	setValues(place: 'query' | 'header', name: string, values: string[]) {
		if (!this.draft) return;
		if (place === 'query') {
			if (values.length === 0) delete this.draft.query[name];
			else this.draft.query[name] = values;
		} else if (values[0] === undefined) delete this.draft.headers[name];
		else this.draft.headers[name] = values[0];
	}

	setBody(text: string) {
		if (this.draft && this.draft.body !== text) this.draft.body = text;
	}

	/** Back to the example the operation opened with. */
	startOver() {
		if (!this.operation || !this.description) return;
		this.#drafts[this.#id(this.operation.key)] = firstDraft(this.operation, this.description);
	}

	/** Sends the draft to the target. Resolves when an answer or the reason for none is shown. */
	async send() {
		const { operation, draft } = this;
		const base = this.servers.baseUrl;
		if (!operation || !draft || base === undefined || this.isWaiting) return;

		const stop = new AbortController();
		this.#stop = stop;
		this.#answer = { kind: 'waiting' };
		const plain = encodeRequest(operation, $state.snapshot(draft), base);
		const api = this.description?.api ?? 'other';
		const bad = badHeader(plain.headers);
		if (bad !== undefined) {
			const trouble = { id: 'bad-header', values: { name: bad } };
			this.#answer = { kind: 'trouble', trouble, request: plain };
			return;
		}
		try {
			const exchange = await this.#exchange(plain, stop.signal);
			this.#answer = { kind: 'reply', exchange, request: plain, api };
			this.#remember(plain, api, exchange);
		} catch (error) {
			const trouble = stop.signal.aborted
				? { id: 'aborted' }
				: await this.#ports.diagnose(plain, error);
			this.#answer = { kind: 'trouble', trouble, request: plain };
			this.#remember(plain, api);
		}
	}

	cancel() {
		this.#stop?.abort();
	}

	forgetSent() {
		this.#sent = [];
	}

	async #exchange(plain: HttpRequest, signal: AbortSignal): Promise<Exchange> {
		const explicit = plain.headers.some(([name]) => name.toLowerCase() === 'authorization');
		const header = explicit ? undefined : await this.servers.authorization(signal);
		const headers = header ? [header, ...plain.headers] : plain.headers;
		return this.#ports.send({ ...plain, headers }, { signal });
	}

	#remember(request: HttpRequest, api: Sent['api'], exchange?: Exchange) {
		if (!this.draft) return;
		const entry: Sent = {
			atMs: this.#ports.nowMs(),
			api,
			draft: structuredClone($state.snapshot(this.draft)),
			method: request.method,
			url: request.url,
			...(exchange ? { status: exchange.status, elapsedMs: exchange.elapsedMs } : {})
		};
		this.#sent = [entry, ...this.#sent].slice(0, HISTORY_LIMIT);
	}

	/** Drafts are kept for each description, so that switching the API loses nothing typed. */
	#id(key: string) {
		const { api = '', version = '' } = this.description ?? {};
		return `${api} ${version} ${key}`;
	}
}

function firstDraft(operation: Operation, description: ApiDescription): RequestDraft {
	const body = operation.body && exampleBody(operation, description);
	const contentType = Object.keys(operation.body?.content ?? {})[0];
	return {
		operation: operation.key,
		path: {},
		query: {},
		headers: {},
		...(body === undefined ? {} : { body }),
		...(contentType === undefined ? {} : { contentType })
	};
}
