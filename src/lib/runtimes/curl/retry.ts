import type { CurlOptions } from './options.ts';
import { headerOf, type Transfer } from './transfer.ts';

/** A wait before another try. */
export interface Pause {
	seconds: number;
	/** As curl names it. */
	why: string;
}

const TRANSIENT = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Whether curl tries once more, and after how long: one second, doubled each time up to ten minutes, or what
 * `--retry-delay` or the answer's Retry-After says. Undefined = it does not.
 * @param count tries made before this one
 * @source curl 7.88 src/tool_operate.c `post_per_transfer`
 */
export function pauseBefore(
	done: Transfer,
	failure: readonly [number, string] | undefined,
	{ switches, values }: CurlOptions,
	count: number,
	elapsedMs: number
): Pause | undefined {
	const why = reason(done, failure, switches);
	if (why === undefined) return undefined;
	const delay = Number(values.get('retry-delay') ?? 0);
	const after = Number(headerOf(done.answers.at(-1)?.headers ?? [], 'retry-after'));
	const seconds = after > 0 ? after : delay > 0 ? delay : Math.min(600, 2 ** count);
	const limit = Number(values.get('retry-max-time') ?? 0);
	return limit > 0 && elapsedMs / 1000 + seconds > limit ? undefined : { seconds, why };
}

function reason(
	{ exitCode, answers }: Transfer,
	failure: readonly [number, string] | undefined,
	switches: CurlOptions['switches']
): string | undefined {
	const status = answers.at(-1)?.status ?? 0;
	if (exitCode === 28) return 'timeout';
	if (exitCode === 0 && TRANSIENT.has(status)) return 'HTTP error';
	if (exitCode === 7 && switches.has('retry-connrefused')) return 'connection refused';
	if (failure && switches.has('retry-all-errors')) return '(retrying all errors)';
	return undefined;
}
