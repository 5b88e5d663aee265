import type { Header, HttpRequest } from '#lib/request/draft.ts';
import type { Send } from '#lib/request/exchange.ts';
import { tokenExpiryMs } from '#lib/request/jwt.ts';
import type { SnippetAuth } from '#lib/snippets/target.ts';
import {
	baseUrlOf,
	noServer,
	type OwnServer,
	type SimLogin,
	type SimUser,
	type TargetId
} from './target.ts';

export interface ServerPorts {
	/** Base URL of the simulator's world, `https://site/airflow/main`. */
	simulatorUrl(): string;
	send: Send;
	/** Keeps or forgets the learner's server; called only when `keep` is asked for or taken back. */
	remember(server: OwnServer | undefined): void;
}

/** The answer of a log-in: a token, or the status that the server gave. */
export type LoginOutcome = { ok: true } | { ok: false; status: number; text: string };

const TOKEN_PATH = '/auth/token';

/** Which server is the target, who we are there, and what it takes to say so. */
export class Servers {
	readonly #ports: ServerPorts;
	#target = $state<TargetId>('sim-v2');
	#simUser = $state<SimUser>('admin');
	#own = $state<OwnServer>({ ...noServer });
	#simLogin = $state<SimLogin>({ name: '', password: '', token: '' });
	#simToken = $state<{ of: string; token: string }>();
	#isSimRefused = $state(false);

	constructor(ports: ServerPorts) {
		this.#ports = ports;
	}

	get target() {
		return this.#target;
	}
	get simUser() {
		return this.#simUser;
	}
	get simLogin(): Readonly<SimLogin> {
		return this.#simLogin;
	}
	get own(): Readonly<OwnServer> {
		return this.#own;
	}

	readonly api = $derived.by((): 'v1' | 'v2' => {
		if (this.#target === 'own') return this.#own.api;
		return this.#target === 'sim-v1' ? 'v1' : 'v2';
	});

	/** Undefined while the learner's server has no usable address. */
	get baseUrl(): string | undefined {
		if (this.#target !== 'own') return this.#ports.simulatorUrl();
		return baseUrlOf(this.#own.baseUrl);
	}

	/** Address for snippets: the simulator lives in the browser, so they name Airflow's usual address. */
	get snippetBaseUrl(): string {
		return this.#target === 'own'
			? (this.baseUrl ?? 'http://localhost:8080')
			: 'http://localhost:8080';
	}

	get snippetAuth(): SnippetAuth {
		if (this.#target === 'own')
			return this.#own.auth === 'basic'
				? { kind: 'basic', username: this.#own.username || 'admin' }
				: { kind: this.#own.auth };
		if (this.#simUser === 'none') return { kind: 'none' };
		if (this.api === 'v2' || this.#simUser === 'token') return { kind: 'bearer' };
		return { kind: 'basic', username: this.#simNamed.name };
	}

	/** The secret of {@link snippetAuth}, to be written out when the learner asks; undefined when there is none here. */
	get snippetSecret(): string | undefined {
		const { auth, password, token } = this.#own;
		if (this.#target === 'own') return (auth === 'basic' ? password : token) || undefined;
		if (this.#simUser === 'token') return this.#simLogin.token || undefined;
		return this.api === 'v1' && this.#simUser !== 'none' ? this.#simNamed.password : undefined;
	}

	/** When the learner's token expires, ms since the epoch; undefined when it does not say. */
	get tokenExpiryMs(): number | undefined {
		return this.#own.auth === 'bearer' ? tokenExpiryMs(this.#own.token) : undefined;
	}

	choose(target: TargetId) {
		this.#target = target;
	}

	become(user: SimUser) {
		this.#simUser = user;
		this.#isSimRefused = false;
	}

	/** Changes what the callers `other` and `token` send. */
	writeSimLogin(part: Partial<SimLogin>) {
		this.#simLogin = { ...this.#simLogin, ...part };
		this.#isSimRefused = false;
	}

	/** The caller's token for API v2 of the simulator: none was fetched, it was refused, or when it expires (ms). */
	get simToken(): 'none' | 'refused' | number {
		if (this.#isSimRefused) return 'refused';
		if (this.#simToken?.of !== this.#simKey) return 'none';
		return tokenExpiryMs(this.#simToken.token) ?? 'none';
	}

	/** Fetches a new token for the simulator, whatever is left of the old one. */
	async logInAgain(signal: AbortSignal) {
		this.forgetSimulatorToken();
		await this.authorization(signal);
	}

	/** Changes the learner's server. Another address drops the secrets: they belong to one base URL. */
	change(part: Partial<OwnServer>) {
		const before = baseUrlOf(this.#own.baseUrl);
		const moved = part.baseUrl !== undefined && baseUrlOf(part.baseUrl) !== before;
		const forget = moved ? { password: '', token: '', keep: false } : {};
		const kept = this.#own.keep;
		this.#own = { ...this.#own, ...forget, ...part };
		if (this.#own.keep) this.#ports.remember($state.snapshot(this.#own));
		else if (kept) this.#ports.remember(undefined);
	}

	/** Takes a kept server back in, unasked for nothing else than that. */
	restore(server: OwnServer) {
		this.#own = { ...noServer, ...server };
	}

	/** Logs in to the learner's 3.x server once and keeps the token in memory. */
	async logIn(signal: AbortSignal): Promise<LoginOutcome> {
		const { username, password } = this.#own;
		const base = baseUrlOf(this.#own.baseUrl) ?? '';
		const exchange = await this.#ports.send(tokenRequest(base, username, password), { signal });
		const token = accessToken(exchange.text);
		if (exchange.status !== 201 || token === undefined)
			return { ok: false, status: exchange.status, text: exchange.text };
		this.change({ token, password: '' });
		return { ok: true };
	}

	/** The Authorization header for the target, or none. Logs in to the simulator when it must. */
	async authorization(signal: AbortSignal): Promise<Header | undefined> {
		if (this.#target === 'own') return this.#ownAuthorization();
		if (this.#simUser === 'none') return undefined;
		if (this.#simUser === 'token') return bearer(this.#simLogin.token);
		const { name, password } = this.#simNamed;
		if (this.api === 'v1') return basic(name, password);
		return this.#simulatorToken(signal);
	}

	/**
	 * What programs in the page find in their environment, as the snippets name it. The secrets are the chosen
	 * caller's; empty ones are left out.
	 */
	async environment(signal: AbortSignal): Promise<Record<string, string>> {
		const [name, password, token] = await this.#credentials(signal);
		const all = {
			AIRFLOW: this.snippetBaseUrl,
			AIRFLOW_USERNAME: name,
			AIRFLOW_USER: name,
			AIRFLOW_PASSWORD: password,
			AIRFLOW_TOKEN: token
		};
		return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
	}

	async #credentials(signal: AbortSignal): Promise<[string, string, string]> {
		if (this.#target === 'own') return [this.#own.username, this.#own.password, this.#own.token];
		if (this.#simUser === 'none') return ['', '', ''];
		if (this.#simUser === 'token') return ['', '', this.#simLogin.token];
		const { name, password } = this.#simNamed;
		const [, value = ''] = this.api === 'v2' ? ((await this.#simulatorToken(signal)) ?? []) : [];
		return [name, password, value.replace(/^Bearer /, '')];
	}

	/** Forget the simulator's token, for instance after its world was reset. */
	forgetSimulatorToken() {
		this.#simToken = undefined;
		this.#isSimRefused = false;
	}

	get #simNamed() {
		const user = this.#simUser;
		return user === 'other' ? this.#simLogin : { name: user, password: user };
	}

	get #simKey() {
		const { name, password } = this.#simNamed;
		return JSON.stringify([name, password]);
	}

	#ownAuthorization(): Header | undefined {
		const { auth, username, password, token } = this.#own;
		if (auth === 'basic') return basic(username, password);
		return auth === 'bearer' ? bearer(token) : undefined;
	}

	async #simulatorToken(signal: AbortSignal): Promise<Header | undefined> {
		const { name, password } = this.#simNamed;
		const of = this.#simKey;
		if (this.#simToken?.of !== of) {
			const request = tokenRequest(this.#ports.simulatorUrl(), name, password);
			const token = accessToken((await this.#ports.send(request, { signal })).text);
			this.#isSimRefused = token === undefined;
			this.#simToken = token === undefined ? undefined : { of, token };
		}
		return this.#simToken && bearer(this.#simToken.token);
	}
}

function tokenRequest(baseUrl: string, username: string, password: string): HttpRequest {
	return {
		method: 'POST',
		url: `${baseUrl}${TOKEN_PATH}`,
		headers: [['Content-Type', 'application/json']],
		body: JSON.stringify({ username, password })
	};
}

function accessToken(text: string): string | undefined {
	try {
		const body: unknown = JSON.parse(text);
		const token = (body as { access_token?: unknown } | null)?.access_token;
		return typeof token === 'string' ? token : undefined;
	} catch {
		// Not JSON: some other server answers there; the caller shows its status and text.
		return undefined;
	}
}

function bearer(token: string): Header | undefined {
	return token.trim() === '' ? undefined : ['Authorization', `Bearer ${token.trim()}`];
}

function basic(username: string, password: string): Header {
	const bytes = new TextEncoder().encode(`${username}:${password}`);
	return ['Authorization', `Basic ${btoa(String.fromCharCode(...bytes))}`];
}
