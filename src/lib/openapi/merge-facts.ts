import { asObject, mapValues, METHODS, type JsonObject } from './json.ts';

/**
 * Adds the paths and components of `part` to `whole`. A component that has the name of a different one, and an
 * operation that has the id of another one, get the part's suffix.
 */
export function mergeFacts(whole: JsonObject, part: JsonObject, suffix: string): JsonObject {
	const mine = asObject(whole.components);
	const added = renameClashes(mine, asObject(part.components), suffix);
	const ids = new Set(operationsOf(asObject(whole.paths)).map(({ operationId }) => operationId));
	const paths = structuredClone(asObject(redirect(part.paths, added.renamed)));
	for (const operation of operationsOf(paths)) {
		if (ids.has(operation.operationId)) operation.operationId += `_${suffix.toLowerCase()}`;
	}
	const kinds = [...new Set([...Object.keys(mine), ...Object.keys(added.components)])];
	const components = kinds.map((kind) => [
		kind,
		{ ...asObject(mine[kind]), ...asObject(added.components[kind]) }
	]);
	return {
		...whole,
		paths: { ...asObject(whole.paths), ...paths },
		components: Object.fromEntries(components)
	};
}

// Renaming one component changes those that point at it, so the clashes are looked for until none is new.
function renameClashes(mine: JsonObject, theirs: JsonObject, suffix: string) {
	const renamed = new Map<string, string>();
	let known = -1;
	while (renamed.size > known) {
		known = renamed.size;
		for (const [kind, entries] of Object.entries(theirs)) {
			for (const [name, entry] of Object.entries(asObject(entries))) {
				const own = asObject(mine[kind])[name];
				if (own === undefined || isSame(own, redirect(entry, renamed))) continue;
				renamed.set(`#/components/${kind}/${name}`, `#/components/${kind}/${name}${suffix}`);
			}
		}
	}
	const components = mapValues(theirs, (entries, kind) =>
		Object.fromEntries(
			Object.entries(asObject(redirect(entries, renamed))).map(([name, entry]) => [
				renamed.has(`#/components/${kind}/${name}`) ? name + suffix : name,
				entry
			])
		)
	);
	return { components, renamed };
}

function redirect(value: unknown, renamed: Map<string, string>): unknown {
	if (Array.isArray(value)) return value.map((item) => redirect(item, renamed));
	if (value === null || typeof value !== 'object') return value;
	return mapValues(asObject(value), (inner, key) =>
		key === '$ref' && typeof inner === 'string'
			? (renamed.get(inner) ?? inner)
			: redirect(inner, renamed)
	);
}

function operationsOf(paths: JsonObject): JsonObject[] {
	return Object.values(paths).flatMap((item) =>
		Object.entries(asObject(item))
			.filter(([method]) => METHODS.includes(method))
			.map(([, operation]) => asObject(operation))
	);
}

function isSame(left: unknown, right: unknown): boolean {
	return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([left], [right]) => (left < right ? -1 : 1))
			.map(([key, inner]) => [key, sorted(inner)])
	);
}
