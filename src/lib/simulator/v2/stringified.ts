import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { pythonText } from '#lib/simulator/python-text.ts';
import { isRecord } from './readers.ts';

/**
 * What a serialized value looks like to people: objects of a class as one text, all else as it is.
 * @source airflow/serialization/stringify.py
 */
export function stringified(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(stringified);
	if (!isRecord(value)) return value;
	const { __classname__: name, __version__: version, __data__: inner } = value;
	if (typeof name !== 'string' || typeof version !== 'number') {
		return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, stringified(item)]));
	}
	if (Array.isArray(inner) && /^builtins\.(tuple|set|frozenset)$/.test(name)) {
		return `(${inner.map((item) => pythonText(stringified(item))).join(',')})`;
	}
	return `${name}@version=${version}(${insides(inner)})`;
}

function insides(inner: unknown): string {
	if (Array.isArray(inner)) return inner.map((item) => pythonText(stringified(item))).join(',');
	if (!isRecord(inner)) return inner === null || inner === undefined ? '' : pythonText(inner);
	return Object.entries(inner)
		.map(([key, item]) => {
			const shown = typeof item === 'string' ? pythonRepr(item) : pythonText(stringified(item));
			return `${key}=${shown}`;
		})
		.join(', ');
}
