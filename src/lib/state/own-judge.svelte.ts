import type { Exercise } from '#lib/course/lesson.ts';
import { observe } from '#lib/course/observe.ts';
import { leftovers, scopeOf, type Scope } from '#lib/course/own-airflow.ts';
import { ownEntry } from '#lib/course/own-journal.ts';
import { isMoved, isUnderWay, NoSight, sight, type Sighting } from '#lib/course/sighting.ts';
import type { HttpRequest } from '#lib/request/draft.ts';
import type { Exchange, Send } from '#lib/request/exchange.ts';
import type { JournalEntry, World } from '#lib/simulator/world.ts';
import type { Trouble } from './playground.svelte.ts';
import type { Servers } from './servers.svelte.ts';

export interface OwnJudgePorts {
	send: Send;
	/** Finds out why no answer came. */
	diagnose(request: HttpRequest, error: unknown): Promise<Trouble>;
	/** Milliseconds. */
	nowMs(): number;
}

/** Why the learner's Airflow cannot be looked at: it refused a path, or no answer came. */
export type OwnTrouble =
	{ kind: 'refused'; path: string; status: number } | { kind: 'silent'; trouble: Trouble };

const PATIENCE_MS = 30_000;

/** Judges an exercise by what the learner's own Airflow answers, from the moment it was chosen. */
export class OwnJudge {
	readonly #exercise: Exercise;
	readonly #ports: OwnJudgePorts;
	readonly #servers: Servers;
	readonly #scope: Scope;
	#isChosen = $state(false);
	#beganMs = $state(0);
	#nowMs = $state(0);
	#began = $state.raw<Sighting>();
	#now = $state.raw<Sighting>();
	#journal = $state.raw<readonly JournalEntry[]>([]);
	#trouble = $state.raw<OwnTrouble>();
	#last: HttpRequest | undefined;
	/** Looks that were begun; only the newest counts. */
	#looks = 0;

	/** @param servers the exercise's own, aimed at the learner's Airflow by {@link choose}. */
	constructor(exercise: Exercise, servers: Servers, ports: OwnJudgePorts) {
		this.#exercise = exercise;
		this.#servers = servers;
		this.#ports = ports;
		this.#scope = scopeOf(exercise);
	}

	/** The world to be judged; undefined until the server was seen. */
	readonly world = $derived.by((): World | undefined => {
		const [began, now] = [this.#began, this.#now];
		if (!began || !now) return undefined;
		const observed = { began, now, beganMs: this.#beganMs, nowMs: this.#nowMs };
		return observe(this.#exercise, { ...observed, journal: this.#journal });
	});

	/** DAGs of the exercise that the server lacks. */
	readonly missing = $derived.by(() => {
		const now = this.#now;
		return now ? this.#scope.dags.filter((dag) => !now.dags.has(dag)) : [];
	});

	/** Names that the exercise gives and that were there before it began. */
	readonly leftovers = $derived.by(() =>
		this.#began ? leftovers(this.#exercise, this.#began) : []
	);

	/** Whether the learner has done anything, here or beside. */
	readonly hasBegun = $derived.by(() => {
		const [began, now] = [this.#began, this.#now];
		return this.#journal.length > 0 || (!!began && !!now && isMoved(began, now));
	});

	get isChosen() {
		return this.#isChosen;
	}
	get trouble() {
		return this.#trouble;
	}
	/** Milliseconds; what was done before does not count. */
	get beganMs() {
		return this.#beganMs;
	}
	get isUnderWay() {
		return this.#now !== undefined && isUnderWay(this.#now);
	}

	/** Aims at the learner's Airflow and begins there. */
	async choose() {
		this.#isChosen = true;
		await this.begin();
	}

	leave() {
		this.#isChosen = false;
		this.#forget();
	}

	/** What is there now is the beginning. */
	async begin() {
		this.#forget();
		const look = ++this.#looks;
		const began = await this.#sight(look);
		if (!began) return;
		this.#beganMs = this.#nowMs = this.#ports.nowMs();
		this.#began = this.#now = began;
	}

	async look() {
		if (!this.#began) return;
		const look = ++this.#looks;
		const now = await this.#sight(look, this.#began, this.#now);
		if (!now) return;
		this.#nowMs = this.#ports.nowMs();
		this.#now = now;
	}

	/** Takes down what the form sent there. */
	heard(operation: string, path: Record<string, string>, sent: HttpRequest, got: Exchange) {
		const { method, url, body } = sent;
		const user = this.#caller;
		const entry = ownEntry(
			{
				...{ method, url, operation, path, status: got.status, text: got.text },
				...(body === undefined ? {} : { body }),
				...(user === undefined ? {} : { user }),
				atMs: this.#ports.nowMs()
			},
			this.#servers.baseUrl ?? url
		);
		this.#journal = [...this.#journal, entry];
	}

	/** Whom the server is asked as, so far as it is known. In v1 nobody at all would be somebody else than a token. */
	get #caller(): string | undefined {
		const { auth, username, api } = this.#servers.own;
		if (auth === 'basic') return username;
		return auth === 'bearer' && api === 'v1' ? 'Bearer …' : undefined;
	}

	#forget() {
		this.#looks += 1;
		this.#began = this.#now = undefined;
		this.#journal = [];
		this.#trouble = undefined;
	}

	/** Undefined when it failed, or when another look was begun meanwhile: that one tells then. */
	async #sight(look: number, began?: Sighting, last?: Sighting): Promise<Sighting | undefined> {
		try {
			const seen = await sight((path) => this.#ask(path), this.#scope, began, last);
			if (look !== this.#looks) return undefined;
			this.#trouble = undefined;
			return seen;
		} catch (error) {
			const trouble = await this.#troubleOf(error);
			if (look === this.#looks) this.#trouble = trouble;
			return undefined;
		}
	}

	async #troubleOf(error: unknown): Promise<OwnTrouble> {
		if (error instanceof NoSight)
			return { kind: 'refused', path: error.path, status: error.status };
		if (!this.#last) throw error;
		return { kind: 'silent', trouble: await this.#ports.diagnose(this.#last, error) };
	}

	async #ask(path: string) {
		const { api } = this.#scope;
		const signal = AbortSignal.timeout(PATIENCE_MS);
		const url = `${this.#servers.baseUrl ?? ''}/api/${api}${path}`;
		this.#last = { method: 'GET', url, headers: [['Accept', 'application/json']] };
		const header = await this.#servers.authorization(signal);
		const headers = [...(header ? [header] : []), ...this.#last.headers];
		return this.#ports.send({ ...this.#last, headers }, { signal });
	}
}
