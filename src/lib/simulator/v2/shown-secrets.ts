import { isNumberMark, readJson, writeJson } from './python-numbers.ts';
import { isRecord } from './readers.ts';
import { isSensitive } from './redact.ts';

type Line = 'v1' | 'v2';

const STARS = '***';

/**
 * A variable's value as the API shows it: JSON is written anew, what has a telling name is starred, and
 * so is what is known as a secret from elsewhere.
 * @source airflow/api_fastapi/core_api/datamodels/variables.py `VariableResponse.redact_val`
 */
export function shownValue(key: string, value: string, secrets?: RegExp): string {
	const isSecret = isSensitive(key);
	const read = readJson(value);
	if (!read) return isSecret ? STARS : without(value, secrets);
	return writeJson(isSecret ? star(read.value, 0) : conceal(read.value, 'v2', secrets));
}

/** The same of a connection's extra; what is no JSON stays as it is. */
export function shownExtra(extra: string, line: Line, secrets?: RegExp): string {
	const read = readJson(extra);
	return read ? writeJson(conceal(read.value, line, secrets)) : extra;
}

/** One JSON text laid over another, which stays what the stars in the first stand for. */
export function mergeJson(sent: string, kept: string): string {
	const [above, below] = [readJson(sent), readJson(kept)];
	return above && below ? writeJson(withKept(above.value, below.value)) : sent;
}

/**
 * What was sent, with the stars of telling names turned back into what is kept there.
 * @source secrets_masker.py `_merge`
 */
function withKept(sent: unknown, kept: unknown, isSecret = false): unknown {
	if (Array.isArray(sent) && Array.isArray(kept)) {
		return sent.map((item, at) => (at < kept.length ? withKept(item, kept[at], isSecret) : item));
	}
	if (!isRecord(sent) || !isRecord(kept)) return isSecret && sent === STARS ? kept : sent;
	return Object.fromEntries(
		Object.entries(sent).map(([name, value]) => [
			name,
			Object.hasOwn(kept, name) ? withKept(value, kept[name], isSecret || isSensitive(name)) : value
		])
	);
}

/** As far down Airflow looks at texts; below a telling name it shows nothing from there on. */
const DEEPEST = 5;

function conceal(value: unknown, line: Line, secrets: RegExp | undefined, depth = 0): unknown {
	if (typeof value === 'string') return depth > DEEPEST ? value : without(value, secrets);
	if (Array.isArray(value)) return value.map((item) => conceal(item, line, secrets, depth + 1));
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, item]) => [
			name,
			isSensitive(name, line) ? star(item, depth + 1) : conceal(item, line, secrets, depth + 1)
		])
	);
}

const without = (text: string, secrets: RegExp | undefined) =>
	secrets && !isNumberMark(text) ? text.replace(secrets, STARS) : text;

/** Every text below the name; numbers stay as they are. */
function star(value: unknown, depth: number): unknown {
	if (depth > DEEPEST) return STARS;
	if (typeof value === 'string') return isNumberMark(value) ? value : STARS;
	if (Array.isArray(value)) return value.map((item) => star(item, depth + 1));
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, item]) => [name, star(item, depth + 1)])
	);
}
