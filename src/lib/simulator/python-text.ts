import { pythonRepr } from './python-repr.ts';

/** A JSON value as Python's `str` has it: a text as it is, anything else as its `repr`. */
export const pythonText = (value: unknown): string =>
	typeof value === 'string' ? value : pythonRepr(value);
