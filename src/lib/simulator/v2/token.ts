import { randomOf, uuidOf } from '#lib/simulator/random.ts';
import type { User, World } from '#lib/simulator/world.ts';
import { encodeBase64Url, decodeBase64Url } from './base64-url.ts';
import { isRecord } from './readers.ts';
import { hmacSha512 } from './sha512.ts';

/** Of the terminal's token by default, seconds. @source airflow/config_templates/config.yml `[api_auth]` */
export const CLI_TOKEN_SECONDS = 3_600;
const LEEWAY_SECONDS = 10;

const HEADER = { alg: 'HS512', kid: 'not-used', typ: 'JWT' };
const AUDIENCE = 'apache-airflow';

/** Who a token says it was given to. */
export type Bearer = Pick<User, 'username' | 'role'>;

/** Whoever comes where everybody is an admin. */
export const ANONYMOUS: Bearer = { username: 'Anonymous', role: 'admin' };

/** @source airflow/api_fastapi/auth/tokens.py `JWTGenerator.generate` */
export function signToken(world: World, user: Bearer, nowMs: number, seconds: number): string {
	const now = Math.floor(nowMs / 1000);
	// Nothing of the world is used up by a login, so the journal's length tells two of a moment apart.
	const jti = uuidOf(world.seed, nowMs, 'jti', user.username, seconds, world.journal.length);
	const claims = {
		sub: user.username,
		// Of a user it is written as in the settings, and there is only one that is not.
		role: user.username === ANONYMOUS.username ? 'ADMIN' : user.role,
		teams: [],
		jti: jti.replaceAll('-', ''),
		aud: AUDIENCE,
		nbf: now,
		exp: now + seconds,
		iat: now
	};
	const signed = `${encodeJson(HEADER)}.${encodeJson(claims)}`;
	return `${signed}.${signature(world, signed)}`;
}

/** @source airflow/api_fastapi/auth/tokens.py `JWTValidator.avalidated_claims` */
export function readToken(
	world: World,
	token: string,
	nowMs: number
): Bearer | 'invalid' | 'expired' {
	const claims = verified(world, token);
	if (!claims) return 'invalid';
	const now = Math.floor(nowMs / 1000);
	const { sub, role, exp, nbf, iat, aud, jti } = claims;
	const lower = typeof role === 'string' ? role.toLowerCase() : role;
	if (typeof sub !== 'string' || !isRole(lower) || aud !== AUDIENCE) return 'invalid';
	if (typeof exp !== 'number' || typeof nbf !== 'number') return 'invalid';
	if (exp <= now - LEEWAY_SECONDS || isOutdated(world, iat)) return 'expired';
	if (world.revokedTokens?.includes(String(jti))) return 'invalid';
	return nbf > now + LEEWAY_SECONDS ? 'invalid' : { username: sub, role: lower };
}

/** A token that is good no more, as after a logout. */
export function revoke(world: World, token: string): void {
	const jti = verified(world, token)?.jti;
	if (typeof jti === 'string') (world.revokedTokens ??= []).push(jti);
}

/** Given out before somebody had all tokens expire. */
const isOutdated = ({ tokensExpiredMs }: World, issuedAt: unknown) =>
	tokensExpiredMs !== undefined && Number(issuedAt) * 1000 <= tokensExpiredMs;

type Claims = Record<string, unknown>;

/** Signatures that were found good: one is worth thousands of other steps of a request. */
const found = new WeakMap<World, Map<string, Claims>>();
const MOST_FOUND = 50;

/** What a token claims, when this world has signed it. */
function verified(world: World, token: string): Claims | undefined {
	const known = found.get(world) ?? new Map<string, Claims>();
	found.set(world, known);
	const seen = known.get(token);
	if (seen) return seen;
	const [header = '', body = '', mark, ...rest] = token.split('.');
	const claims = decodeJson(body);
	if (rest.length > 0 || !claims || mark !== signature(world, `${header}.${body}`)) {
		return undefined;
	}
	if (known.size >= MOST_FOUND) known.clear();
	known.set(token, claims);
	return claims;
}

const isRole = (value: unknown): value is User['role'] =>
	['admin', 'op', 'user', 'viewer'].some((role) => role === value);

/** One secret for each world: a token of one is no good in another. */
function signature(world: World, signed: string): string {
	const key = `${world.name} ${randomOf(world.seed, 'jwt_secret')}`;
	return encodeBase64Url(hmacSha512(encodeText(key), encodeText(signed)));
}

const encodeText = (text: string) => new TextEncoder().encode(text);
const encodeJson = (value: unknown) => encodeBase64Url(encodeText(JSON.stringify(value)));

function decodeJson(word: string): Record<string, unknown> | undefined {
	const bytes = decodeBase64Url(word);
	if (!bytes) return undefined;
	try {
		const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return isRecord(value) ? value : undefined;
	} catch (cause) {
		if (cause instanceof SyntaxError) return undefined;
		throw cause;
	}
}
