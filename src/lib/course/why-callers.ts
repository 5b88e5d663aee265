import { authenticationOf, type Authentication } from '#lib/simulator/v1/auth-backends.ts';
import { needsOf } from '#lib/simulator/v1/needs.ts';
import { mayCall as mayCallV1, permissionsOf, roleNames } from '#lib/simulator/v1/permissions.ts';
import { mayCall, roleFor } from '#lib/simulator/v2/access.ts';
import type { JournalEntry, User } from '#lib/simulator/world.ts';
import type { InBoth } from './lesson.ts';
import { code, requestOf } from './why-entry.ts';
import type { Sight } from './why-sight.ts';

/** Of a 401: the server does not say who asks. */
export function unauthenticated(entry: JournalEntry): InBoth {
	const request = requestOf(entry);
	if (entry.path.startsWith('/auth/')) {
		return {
			ru: `${request} ответил 401: имя и пароль не сошлись, токена не дали.`,
			en: `${request} answered 401: name and password do not match, and no token was given.`
		};
	}
	if (entry.reason?.detail === 'Token Expired') {
		return {
			ru: `${request} получил 401: срок этого токена истёк. Нужен новый, и тот же запрос ещё раз.`,
			en: `${request} got 401: this token has expired. It takes a new one, and the same request once more.`
		};
	}
	if (entry.reason?.detail === 'Not authenticated') {
		return {
			ru: `${request} получил 401: запрос ушёл без токена, и сервер не знает, от кого он.`,
			en: `${request} got 401: it was sent without a token, and the server does not know whose it is.`
		};
	}
	return {
		ru: `${request} получил 401: сервер не узнал, от кого запрос.`,
		en: `${request} got 401: the server did not learn whose request it is.`
	};
}

/** Of a 403: who asked and what it takes, or that nobody was recognised; undefined when they may by now. */
export function forbidden(entry: JournalEntry, { world }: Sight): InBoth | undefined {
	const request = requestOf(entry);
	if (entry.user === undefined) return nobody(entry, authenticationOf(world));
	const user = world.users.get(entry.user);
	const isV1 = !entry.path.startsWith('/api/v2');
	const name = code(entry.user);
	if (!user || entry.operation === undefined) {
		return {
			ru: `${request}: 403, для ${name} закрыто.`,
			en: `${request}: 403, closed to ${name}.`
		};
	}
	if (isV1) {
		const needs = needsOf(entry.operation) ?? [];
		const { dag_id: dagId } = entry.params;
		const dag = dagId === '~' ? undefined : dagId;
		if (mayCallV1(world, permissionsOf(world, user), needs, dag)) return undefined;
		return tooLittle(request, name, roleNames(user).join(', ') || '—');
	}
	const least = roleFor(entry.operation);
	// Where the role would do for some of it, what more it takes depends on the body.
	const needed = least !== undefined && !mayCall(user, least) ? least : undefined;
	return tooLittle(request, name, user.role, needed);
}

function nobody(entry: JournalEntry, { trouble, readsBasic }: Authentication): InBoth | undefined {
	const request = requestOf(entry);
	if (entry.path.startsWith('/api/v2')) {
		if (entry.reason?.detail !== 'Invalid JWT token') return undefined;
		return {
			ru: `${request} получил 403, потому что токен не годится: он испорчен, отозван или выдан не этим сервером.`,
			en: `${request} got 403 because the token is no good: it is damaged, revoked, or not from this server.`
		};
	}
	if (trouble !== undefined || !entry.path.startsWith('/api/v1')) return undefined;
	if (!readsBasic) {
		return {
			ru: `${request} получил 403 как безымянный: имя и пароль этот сервер сейчас не читает, по его auth_backends дело до basic_auth не доходит.`,
			en: `${request} got 403 as from nobody: this server reads no names and passwords now, as its auth_backends never come to a basic_auth.`
		};
	}
	return {
		ru: `${request} получил 403 как безымянный: сервер никого не узнал. Так v1 отвечает и без имени с паролем, и на неверные.`,
		en: `${request} got 403 as from nobody: the server recognised no one. So v1 answers both without a name and password and to wrong ones.`
	};
}

function tooLittle(request: string, name: string, roles: string, needed?: User['role']): InBoth {
	const [ru, en] =
		needed === undefined
			? ['', '']
			: [`; она доступна с роли ${code(needed)}`, `; it takes the role ${code(needed)} at least`];
	return {
		ru: `${request}: 403. Сервер узнал ${name}, но роли ${code(roles)} эта операция не позволена${ru}.`,
		en: `${request}: 403. The server recognised ${name}, but the role ${code(roles)} may not do this${en}.`
	};
}
