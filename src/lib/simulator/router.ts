import type { Handler, Resource } from './call.ts';

/** An operation that a method and a path were found to mean. */
export interface Match {
	/** The spec's own words: `GET /dags/{dag_id}`. */
	key: string;
	handler: Handler;
	/** Decoded. */
	params: Record<string, string>;
}

/** `405` carries the methods that the path does have. */
export type Found = Match | { allowed: string[] } | undefined;

export interface Router {
	/** `path` is without the API's prefix and still percent-encoded. */
	find(method: string, path: string): Found;
}

interface Route {
	method: string;
	key: string;
	handler: Handler;
	words: Word[];
}

/** A part of a path: a word that must be there, or a parameter. */
interface Word {
	literal?: string;
	name: string;
	isGreedy: boolean;
	mayBeEmpty: boolean;
}

/**
 * Routes by the keys of resources. Where several fit, the one with words instead of parameters wins,
 * from the left. Parameters named in `greedy` take slashes too and must come last in their path;
 * with a `?` after the name they may be empty.
 */
export function createRouter(
	resources: readonly Resource[],
	greedy: readonly string[] = []
): Router {
	const routes = resources
		.flatMap((resource) => Object.entries(resource))
		.map(([key, handler]): Route => {
			const [method = '', path = ''] = key.split(' ');
			const words = path.split('/').slice(1);
			return { method, key, handler, words: words.map((word) => readWord(word, greedy)) };
		})
		.sort(byWords);

	// All begin with a word; what begins with another one need not be looked at.
	const byFirst = new Map<string, Route[]>();
	for (const route of routes) {
		const first = route.words[0]?.literal ?? '';
		byFirst.set(first, [...(byFirst.get(first) ?? []), route]);
	}

	return {
		find(method, path) {
			// WSGI and ASGI both decode the path before it is routed, so %2F is a slash.
			const segments = decode(path).split('/').slice(1);
			const allowed = new Set<string>();
			for (const { method: own, key, handler, words } of byFirst.get(segments[0] ?? '') ?? []) {
				const params = matchWords(words, segments);
				if (!params) continue;
				if (own === method) return { key, handler, params };
				allowed.add(own);
			}
			return allowed.size > 0 ? { allowed: [...allowed] } : undefined;
		}
	};
}

function readWord(word: string, greedy: readonly string[]): Word {
	const name = /^\{(.+)\}$/.exec(word)?.[1];
	if (name === undefined) return { literal: word, name: '', isGreedy: false, mayBeEmpty: false };
	const mayBeEmpty = greedy.includes(`${name}?`);
	return { name, isGreedy: mayBeEmpty || greedy.includes(name), mayBeEmpty };
}

function matchWords(
	words: readonly Word[],
	segments: readonly string[]
): Record<string, string> | undefined {
	const params: Record<string, string> = {};
	for (const [index, word] of words.entries()) {
		const segment = segments[index];
		if (segment === undefined) return undefined;
		if (word.literal !== undefined) {
			if (word.literal !== segment) return undefined;
			continue;
		}
		if (word.isGreedy && index === words.length - 1) {
			const rest = segments.slice(index).join('/');
			params[word.name] = rest;
			return rest === '' && !word.mayBeEmpty ? undefined : params;
		}
		if (segment === '') return undefined;
		params[word.name] = segment;
	}
	return words.length === segments.length ? params : undefined;
}

function byWords(a: Route, b: Route): number {
	const shape = (words: Word[]) =>
		words.map(({ literal }) => (literal === undefined ? '1' : '0')).join('');
	const [left, right] = [shape(a.words), shape(b.words)];
	return left < right ? -1 : left > right ? 1 : 0;
}

function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch (cause) {
		// A stray percent sign is not an encoding: the path is then taken as it stands.
		if (cause instanceof URIError) return path;
		throw cause;
	}
}
