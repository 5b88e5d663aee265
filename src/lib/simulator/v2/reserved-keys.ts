import { valueError } from './model.ts';
import { isRecord, type Reader } from './readers.ts';

/** @source airflow/_shared/serialization/__init__.py `FORBIDDEN_XCOM_KEYS` */
const RESERVED = [
	'__cache__',
	'__classname__',
	'__data__',
	'__id__',
	'__source',
	'__type',
	'__var',
	'__version__'
];

/** Any JSON, but none that would be read as an object of Airflow's own. @source datamodels/xcom.py */
export const xcomValue: Reader<unknown> = (input, loc) => {
	const wrong = reservedIn(input, 'value');
	return wrong === undefined ? { value: input } : valueError(wrong, loc, input);
};

function reservedIn(value: unknown, path: string): string | undefined {
	if (typeof value === 'string') {
		const decoded = decode(value);
		return typeof decoded === 'object' && decoded !== null ? reservedIn(decoded, path) : undefined;
	}
	if (Array.isArray(value)) {
		for (const [index, item] of (value as unknown[]).entries()) {
			const wrong = reservedIn(item, `${path}[${index}]`);
			if (wrong !== undefined) return wrong;
		}
		return undefined;
	}
	if (!isRecord(value)) return undefined;
	const found = RESERVED.filter((key) => Object.hasOwn(value, key));
	if (found.length > 0) {
		return (
			`XCom ${path} contains reserved serialization keys: ${found.join(', ')}. ` +
			'These keys are reserved for internal use.'
		);
	}
	for (const [key, item] of Object.entries(value)) {
		const wrong = reservedIn(item, `${path}.${key}`);
		if (wrong !== undefined) return wrong;
	}
	return undefined;
}

function decode(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		if (cause instanceof SyntaxError) return undefined;
		throw cause;
	}
}
