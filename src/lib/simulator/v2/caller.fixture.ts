import { answer } from '#lib/simulator/airflow.ts';
import type { Reply } from '#lib/simulator/call.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import type { World } from '#lib/simulator/world.ts';

/** A world with callers in it, for tests: every call takes ten virtual milliseconds. */
export class Lab {
	readonly world: World;
	nowMs = Date.UTC(2026, 10, 23, 12);
	readonly #tokens = new Map<string, string>();

	constructor() {
		this.world = createWorld({
			name: 'main',
			scenario: 'course',
			seed: 7,
			nowMs: this.nowMs,
			timetable: 'trigger'
		});
	}

	/** `call` is `GET /dags?limit=1`, below /api/v2; without a user nobody is logged in. */
	call(call: string, body?: unknown, user: string | null = 'admin'): Reply {
		const token = user === null ? undefined : this.token(user);
		return this.send(call, typeof body === 'string' ? body : JSON.stringify(body), {
			...(token && { authorization: `Bearer ${token}` }),
			...(body !== undefined && { 'content-type': 'application/json' })
		});
	}

	send(call: string, body: string | undefined, headers: Record<string, string>): Reply {
		this.nowMs += 10;
		const [method = '', target = ''] = call.split(/ (.*)/s);
		const [path = '', query = ''] = target.split(/\?(.*)/s);
		const full = path.startsWith('/auth/') ? path : `/api/v2${path}`;
		const request = { method, path: full, query, headers, body: body ?? '' };
		return answer(this.world, request, this.nowMs);
	}

	token(user: string): string {
		const known = this.#tokens.get(user);
		if (known) return known;
		const login = JSON.stringify({ username: user, password: user });
		const reply = this.send('POST /auth/token', login, { 'content-type': 'application/json' });
		const { access_token: token } = reply.body as { access_token: string };
		this.#tokens.set(user, token);
		return token;
	}
}
