import type { Birth } from '#lib/simulator/create-world.ts';
import { FAULT_KINDS, type Fault } from '#lib/simulator/faults.ts';
import { isChange, type Control, type Deed } from './deed.ts';
import { withoutSecrets, type AirflowRun } from './program.ts';

/** A whole world as a file or a link: what it began as and what was done, never credentials. */
export interface Chronicle {
	windsock: 'world';
	version: 1;
	birth: Omit<Birth, 'name'>;
	/** Virtual time at which it was written, milliseconds. */
	nowMs: number;
	/** Changes only, oldest first. */
	deeds: Deed[];
}

/** Longer ones are refused: replaying them would hold up the page. */
export const MOST_DEEDS = 5_000;

const SECRET = /password|passwd|secret|token|authorization|api_?key|private_?key/i;

/** A chronicle without its secrets: values under keys that Airflow would mask become `***`. */
export function chronicleOf(birth: Birth, deeds: readonly Deed[], nowMs: number): Chronicle {
	const { name: _, ...rest } = birth;
	return {
		windsock: 'world',
		version: 1,
		birth: rest,
		nowMs,
		deeds: deeds.filter(isChange).map((deed) => {
			if (deed.kind === 'program') return { ...deed, run: withoutSecrets(deed.run) };
			if (deed.kind !== 'request') return deed;
			const { request } = deed;
			return { ...deed, request: { ...request, body: masked(request.body) } };
		})
	};
}

/** A JSON body with its secrets masked; one that cannot be read is kept only when it names none. */
function masked(body: string): string {
	if (!SECRET.test(body)) return body;
	try {
		const hide = (key: string, value: unknown) =>
			SECRET.test(key) && typeof value === 'string' ? '***' : value;
		const value = JSON.parse(body, hide) as unknown;
		// A variable keeps its secret under `value`, and tells so by its key.
		if (isRecord(value) && SECRET.test(String(value.key ?? ''))) value.value = '***';
		return JSON.stringify(value);
	} catch {
		return '';
	}
}

/**
 * Reads a chronicle from text that anybody may have written.
 * @returns what is wrong with it, in English and for the programmer, when it cannot be used
 */
export function readChronicle(text: string): { chronicle: Chronicle } | { wrong: string } {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { wrong: 'not JSON' };
	}
	if (!isRecord(value) || value.windsock !== 'world') return { wrong: 'not a Windsock world' };
	if (value.version !== 1) return { wrong: `version ${String(value.version)}` };
	const { birth, nowMs, deeds } = value;
	if (!isBirth(birth)) return { wrong: 'birth' };
	if (!isTime(nowMs)) return { wrong: 'nowMs' };
	if (!Array.isArray(deeds)) return { wrong: 'deeds' };
	if (deeds.length > MOST_DEEDS) return { wrong: `more than ${MOST_DEEDS} deeds` };
	let lastMs = birth.nowMs;
	for (const [index, deed] of deeds.entries()) {
		if (!isDeed(deed) || deed.atMs < lastMs || deed.atMs > nowMs)
			return { wrong: `deeds[${index}]` };
		lastMs = deed.atMs;
	}
	const { scenario, seed, timetable, cfg, nowMs: bornMs } = birth;
	return {
		chronicle: {
			windsock: 'world',
			version: 1,
			birth: {
				scenario,
				seed,
				nowMs: bornMs,
				...(timetable ? { timetable } : {}),
				...(cfg === undefined ? {} : { cfg })
			},
			nowMs,
			deeds: deeds as Deed[]
		}
	};
}

function isBirth(value: unknown): value is Omit<Birth, 'name'> {
	if (!isRecord(value)) return false;
	const { scenario, seed, nowMs, timetable, cfg } = value;
	const isTimetable = [undefined, 'data_interval', 'trigger'].includes(timetable as string);
	if (!(isTimetable && (cfg === undefined || isCfg(cfg)))) return false;
	return typeof scenario === 'string' && isWhole(seed) && isTime(nowMs);
}

function isDeed(value: unknown): value is Deed {
	if (!isRecord(value) || !isTime(value.atMs)) return false;
	if (value.kind === 'control') return isControl(value.control);
	if (value.kind === 'program') return isWhole(value.exitCode) && isRun(value.run);
	if (value.kind !== 'request' || !isWhole(value.status)) return false;
	const { request, user } = value;
	if (!isRecord(request) || !(user === undefined || typeof user === 'string')) return false;
	const { method, path, query, headers, body } = request;
	return (
		typeof method === 'string' &&
		/^[A-Z]{3,7}$/.test(method) &&
		typeof path === 'string' &&
		path.startsWith('/') &&
		[query, body].every((part) => typeof part === 'string' && part.length < 200_000) &&
		isRecord(headers) &&
		Object.values(headers).every((header) => typeof header === 'string')
	);
}

/** Whether a value from outside is a run of `airflow`. */
export function isRun(value: unknown): value is AirflowRun {
	if (!isRecord(value)) return false;
	const { line, argv, env, files, stdin } = value;
	const isText = (part: unknown) => typeof part === 'string' && part.length < 200_000;
	return (
		(line === '2' || line === '3') &&
		Array.isArray(argv) &&
		argv.length < 1_000 &&
		[...argv, stdin].every(isText) &&
		[env, files].every((texts) => isRecord(texts) && Object.values(texts).every(isText))
	);
}

function isControl(value: unknown): value is Control {
	if (!isRecord(value)) return false;
	switch (value.do) {
		case 'cfg':
			return isCfg(value.text);
		case 'faults':
			return Array.isArray(value.faults) && value.faults.length < 50 && value.faults.every(isFault);
		case 'scheduler':
			return typeof value.isDown === 'boolean';
		default:
			return value.do === 'expire-tokens';
	}
}

/** Whether a value from outside is a fault. */
export function isFault(value: unknown): value is Fault {
	if (!isRecord(value) || !FAULT_KINDS.some((kind) => kind === value.kind)) return false;
	const isText = (part: unknown) => part === undefined || typeof part === 'string';
	const isCount = (part: unknown) => part === undefined || (isWhole(part) && part >= 0);
	const { times, ms, retryAfterS, method, path } = value;
	return [times, ms, retryAfterS].every(isCount) && [method, path].every(isText);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isCfg = (value: unknown): value is string =>
	typeof value === 'string' && value.length < 100_000;
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
/** Within the years that a scenario can be in. */
const isTime = (value: unknown): value is number =>
	isWhole(value) && value > Date.UTC(2020, 0) && value < Date.UTC(2100, 0);
