import { brief, dump, isObject, kindOf, Raised, type Json } from './value.ts';
import { compare, equals } from './order.ts';

/** What a key, an index or a slice leads to. */
export function getIndex(value: Json, key: Json): Json {
	if (isObject(key)) return getSlice(value, key);
	if (value === null && (key === null || typeof key === 'string' || typeof key === 'number'))
		return null;
	if (isObject(value) && typeof key === 'string') return value.get(key) ?? null;
	if (Array.isArray(value) && typeof key === 'number') {
		const at = Math.floor(key);
		return value[at < 0 ? at + value.length : at] ?? null;
	}
	if (Array.isArray(value) && Array.isArray(key)) return indicesOf(value, key);
	throw new Raised(cannotIndex(value, key));
}

const cannotIndex = (value: Json, key: Json) =>
	typeof key === 'string'
		? `Cannot index ${kindOf(value)} with string ${dump(key)}`
		: `Cannot index ${kindOf(value)} with ${kindOf(key)}`;

/** Where a list, or a value, stands in a list. */
export function indicesOf(list: Json[], wanted: Json[]): Json[] {
	const found: Json[] = [];
	for (let at = 0; wanted.length > 0 && at + wanted.length <= list.length; at++)
		if (wanted.every((one, offset) => equals(one, list[at + offset] ?? null))) found.push(at);
	return found;
}

function bounds(length: number, key: ReadonlyMap<string, Json>): [number, number] {
	const read = (name: string, otherwise: number) => {
		const given = key.get(name) ?? null;
		if (given === null) return otherwise;
		if (typeof given !== 'number')
			throw new Raised('Start and end indices of an array slice must be numbers');
		return given < 0 ? given + length : given;
	};
	const from = Math.max(0, Math.min(length, Math.floor(read('start', 0))));
	const to = Math.max(from, Math.min(length, Math.ceil(read('end', length))));
	return [from, to];
}

function getSlice(value: Json, key: ReadonlyMap<string, Json>): Json {
	if (value === null) return null;
	if (typeof value === 'string') {
		const points = [...value];
		const [from, to] = bounds(points.length, key);
		return points.slice(from, to).join('');
	}
	if (!Array.isArray(value)) throw new Raised(`Cannot index ${kindOf(value)} with object`);
	const [from, to] = bounds(value.length, key);
	return value.slice(from, to);
}

export function getPath(value: Json, path: readonly Json[]): Json {
	let at = value;
	for (const key of path) {
		if (at === null) return null;
		at = getIndex(at, key);
	}
	return at;
}

export function setPath(value: Json, path: readonly Json[], made: Json): Json {
	const [key, ...rest] = path;
	if (key === undefined) return made;
	return setIndex(value, key, setPath(getIndex(value, key), rest, made));
}

function setIndex(value: Json, key: Json, made: Json): Json {
	if (typeof key === 'string' && (value === null || isObject(value)))
		return new Map(value ?? []).set(key, made);
	if (typeof key === 'number' && (value === null || Array.isArray(value))) {
		const list = [...(value ?? [])];
		const at = key < 0 ? key + list.length : Math.floor(key);
		if (at < 0) throw new Raised('Out of bounds negative array index');
		while (list.length < at) list.push(null);
		list[at] = made;
		return list;
	}
	if (isObject(key) && (value === null || Array.isArray(value))) {
		if (!Array.isArray(made))
			throw new Raised('A slice of an array can only be assigned another array');
		const list = [...(value ?? [])];
		const [from, to] = bounds(list.length, key);
		list.splice(from, to - from, ...made);
		return list;
	}
	throw new Raised(cannotIndex(value, key));
}

/** Without what those paths lead to; the last one goes first, so that the others stay right. */
export function deletePaths(value: Json, paths: readonly Json[]): Json {
	return paths.toSorted(compare).reduceRight<Json>((left, path) => {
		if (!Array.isArray(path)) throw new Raised('Path must be specified as an array');
		return deletePath(left, path);
	}, value);
}

function deletePath(value: Json, path: readonly Json[]): Json {
	const [key, ...rest] = path;
	if (key === undefined || value === null) return null;
	if (rest.length > 0) {
		const inner = getIndex(value, key);
		return inner === null ? value : setIndex(value, key, deletePath(inner, rest));
	}
	if (isObject(value) && typeof key === 'string') {
		const left = new Map(value);
		left.delete(key);
		return left;
	}
	if (Array.isArray(value) && typeof key === 'number') {
		const at = key < 0 ? key + value.length : key;
		return value.filter((_, index) => index !== at);
	}
	if (Array.isArray(value) && isObject(key)) {
		const [from, to] = bounds(value.length, key);
		return value.filter((_, index) => index < from || index >= to);
	}
	throw new Raised(
		typeof key === 'string'
			? `Cannot delete field at object index of ${kindOf(value)}`
			: `Cannot delete field at array index of ${kindOf(value)}`
	);
}

/** The values in a list or an object, with their keys. */
export function entriesOf(value: Json): [Json, Json][] {
	if (Array.isArray(value)) return value.map((one, at) => [at, one]);
	if (isObject(value)) return [...value];
	throw new Raised(`Cannot iterate over ${value === null ? 'null (null)' : brief(value)}`);
}
