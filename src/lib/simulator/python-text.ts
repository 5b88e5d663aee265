import { pythonRepr } from './python-repr.ts';

/** A JSON value as Python's `str` has it: a text as it is, anything else as its `repr`. */
export const pythonText = (value: unknown): string =>
	typeof value === 'string' ? value : pythonRepr(value);

/** Whether Python takes it for true: an empty list or object it does not. */
export const isTruthy = (value: unknown): boolean =>
	typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
