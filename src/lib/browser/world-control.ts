import type { Reply, ServerRequest } from '#lib/simulator/call.ts';
import { chronicleOf, isFault, isRun, readChronicle } from '#lib/simulator/timeline/chronicle.ts';
import { RATES } from '#lib/simulator/timeline/clock.ts';
import type { Control } from '#lib/simulator/timeline/deed.ts';
import { present, presentMs } from '#lib/simulator/timeline/life.ts';
import type { WorldKeep } from './world-keep.ts';
import { exchangeWith, isProgramRequest } from './world-exchange.ts';
import { stepsOf, type Beginning } from './world-steps.ts';
import { labReply } from './wire.ts';

export interface ControlOptions {
	keep: WorldKeep;
	/** How the world begins when it is not born yet. */
	beginning: Beginning;
	/** Milliseconds since the epoch. */
	wallMs(): number;
	/** Resolves after so many milliseconds. */
	wait(ms: number): Promise<void>;
	describe?(api: 'v1' | 'v2'): Promise<string>;
}

export const isControlPath = (path: string) => path.startsWith('/_lab/');

/** Whether a control call only reads: a program's request says so itself. */
export const isReadingControl = ({ method, path, body }: ServerRequest): boolean =>
	method === 'GET' || (path === '/_lab/exchange' && /"method":"(GET|HEAD|OPTIONS)"/.test(body));

/**
 * The lab's own calls of a world, all with JSON bodies: `GET world`, `GET file`, `POST file`, `reset`,
 * `advance {ms}`, `step`, `clock {rate}`, `undo`, `return {toMs}`, `cfg {text}`, `faults {faults}`,
 * `scheduler {isDown}`, `expire-tokens`; and what programs in the page do: `exchange {method, url, headers, body}`,
 * `program {line, argv, env, files, stdin}`, `GET now`.
 */
export async function controlCall(
	name: string,
	{ method, path, body }: ServerRequest,
	options: ControlOptions
): Promise<Reply> {
	const { keep, beginning } = options;
	const wallMs = options.wallMs();
	const asks = readJson(body);
	if (!asks) return bad('The body must be a JSON object.');
	const steps = stepsOf(name, wallMs, { ...beginning, ...beginningOf(asks) });
	const control = async (what: Control) => {
		await keep.change(name, steps.control(what));
		return json({ world: name });
	};

	switch (`${method} ${path.slice('/_lab/'.length)}`) {
		case 'GET world': {
			const kept = await keep.read(name);
			if (!kept) return labReply(404, 'No such world', `World '${name}' is not born yet.`);
			return json(present(kept.life, wallMs));
		}
		case 'GET file': {
			const kept = await keep.read(name);
			if (!kept) return labReply(404, 'No such world', `World '${name}' is not born yet.`);
			const { birth } = kept.life;
			return json(chronicleOf(birth, kept.deeds, present(kept.life, wallMs).nowMs));
		}
		case 'POST file': {
			const read = readChronicle(body);
			if ('wrong' in read) return bad(`This is no world's file: ${read.wrong}`);
			await keep.rewrite(name, steps.become(read.chronicle));
			return json({ world: name });
		}
		case 'POST reset': {
			const { scenario, seed } = await keep.rewrite(name, steps.reset());
			return json({ world: name, scenario, seed });
		}
		case 'POST advance': {
			const { ms } = asks;
			if (!isDuration(ms)) return bad("'ms' must be a number, zero or more.");
			return json({ world: name, nowMs: await keep.change(name, steps.jump(ms)) });
		}
		case 'POST step':
			return json({ world: name, nowMs: await keep.change(name, steps.step()) });
		case 'POST clock': {
			const rate = RATES.find((one) => one === asks.rate);
			if (rate === undefined) return bad(`'rate' must be one of ${RATES.join(', ')}.`);
			return json({ world: name, nowMs: await keep.change(name, steps.pace(rate)) });
		}
		case 'POST undo':
			return json({ world: name, undone: (await keep.rewrite(name, steps.undo())) ?? null });
		case 'POST return': {
			const { toMs } = asks;
			if (!isDuration(toMs)) return bad("'toMs' must be a virtual time in milliseconds.");
			return json({ world: name, nowMs: await keep.rewrite(name, steps.returnTo(toMs)) });
		}
		case 'POST cfg':
			return typeof asks.text === 'string'
				? control({ do: 'cfg', text: asks.text })
				: bad("'text' must be the text of an airflow.cfg.");
		case 'POST faults':
			return Array.isArray(asks.faults) && asks.faults.every(isFault)
				? control({ do: 'faults', faults: asks.faults })
				: bad("'faults' must be a list of faults.");
		case 'POST scheduler':
			return typeof asks.isDown === 'boolean'
				? control({ do: 'scheduler', isDown: asks.isDown })
				: bad("'isDown' must be true or false.");
		case 'POST expire-tokens':
			return control({ do: 'expire-tokens' });
		case 'POST exchange':
			return isProgramRequest(asks)
				? json(await exchangeWith(name, asks, options))
				: bad('The body must be a request: method, url, headers, perhaps body.');
		case 'POST program':
			return isRun(asks)
				? json(await keep.change(name, steps.run(asks)))
				: bad('The body must be a run: line, argv, env, files, stdin.');
		case 'GET now': {
			const kept = await keep.read(name);
			return json({ nowMs: kept ? presentMs(kept.life, wallMs) : wallMs });
		}
		default:
			return labReply(404, 'No such control call', `${method} ${path}`);
	}
}

const bad = (detail: string) => labReply(400, 'Bad control call', detail);

const isDuration = (value: unknown): value is number =>
	typeof value === 'number' && Number.isFinite(value) && value >= 0;

function readJson(body: string): Record<string, unknown> | undefined {
	try {
		const asks: unknown = body === '' ? {} : JSON.parse(body);
		return typeof asks === 'object' && asks !== null && !Array.isArray(asks)
			? (asks as Record<string, unknown>)
			: undefined;
	} catch {
		// Said as a 400 by the caller.
		return undefined;
	}
}

const beginningOf = ({ scenario, seed, timetable }: Record<string, unknown>): Beginning => ({
	...(typeof scenario === 'string' ? { scenario } : {}),
	...(Number.isSafeInteger(seed) ? { seed: seed as number } : {}),
	...(timetable === 'trigger' || timetable === 'data_interval' ? { timetable } : {})
});

/** Maps go out as objects and endless numbers as text: for reading, not for reading back. */
function json(value: unknown): Reply {
	const body = JSON.stringify(value, (_key, part: unknown) => {
		if (part instanceof Map) return Object.fromEntries(part);
		return part === Infinity ? 'Infinity' : part;
	});
	return { status: 200, headers: { 'content-type': 'application/json' }, body };
}
