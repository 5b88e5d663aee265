import { decodeBase64 } from '#lib/simulator/base64.ts';
import type { User, World } from '#lib/simulator/world.ts';

/**
 * Who calls by name (or e-mail address) and password; undefined when that is nobody.
 * @source airflow/providers/fab/auth_manager/api/auth/backend/basic_auth.py
 */
export function callerOf(world: World, authorization: string | undefined): User | undefined {
	const claim = claimOf(world, authorization);
	return claim?.isRight ? claim.user : undefined;
}

/**
 * Keeps count of who logs in and who fails to, as every call does that gets as far as being looked at.
 * @source airflow/providers/fab/auth_manager/security_manager/override.py `update_user_auth_stat`
 */
export function countLogin(world: World, authorization: string | undefined, nowMs: number): void {
	const claim = claimOf(world, authorization);
	if (!claim) return;
	const { user, isRight } = claim;
	user.loginCount ??= 0;
	user.failedLoginCount = isRight ? 0 : (user.failedLoginCount ?? 0) + 1;
	if (!isRight) return;
	user.loginCount++;
	user.lastLoginMs = nowMs;
}

function claimOf(
	world: World,
	authorization: string | undefined
): { user: User; isRight: boolean } | undefined {
	const word = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
	const text = word === undefined ? undefined : decodeBase64(word);
	const colon = text?.indexOf(':') ?? -1;
	if (text === undefined || colon < 1 || colon === text.length - 1) return undefined;
	const name = text.slice(0, colon);
	const user = findUser(world, name) ?? findByEmail(world, name);
	if (!user || user.active === false) return undefined;
	return { user, isRight: user.password === text.slice(colon + 1) };
}

/** Names do not tell capitals apart. */
export function findUser(world: World, name: string): User | undefined {
	const exact = world.users.get(name);
	if (exact) return exact;
	const wanted = name.toLowerCase();
	for (const user of world.users.values()) {
		if (user.username.toLowerCase() === wanted) return user;
	}
	return undefined;
}

export function findByEmail(world: World, email: string): User | undefined {
	for (const user of world.users.values()) if (emailOf(user) === email) return user;
	return undefined;
}

/** Those of a scenario have an address made of their name. */
export const emailOf = ({ email, username }: User) => email ?? `${username}@example.org`;
