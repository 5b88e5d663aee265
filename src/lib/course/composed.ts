import { packText, unpackText } from '#lib/request/pack.ts';
import { checkOf, GOAL_KINDS, type Goal } from './goals.ts';
import type { Exercise, GivenRequest, InBoth, WalkStep } from './lesson.ts';
import { checksOf, stepOf } from './walk.ts';

/** An exercise that an instructor made without code: nothing in it but text and data. */
export interface Composed {
	api: 'v1' | 'v2';
	scenario: string;
	/** In one language or both; an empty text stands in for by the other. */
	title: InBoth;
	task: InBoth;
	hints: InBoth[];
	/** May be empty where there are steps: then these are the goals. */
	goals: Goal[];
	start: GivenRequest;
	/** Shared requests, one after the other. */
	steps?: WalkStep[];
}

/** Why a text holds no exercise. `at` names the field. */
export interface ComposedIssue {
	id: 'no-json' | 'another-file' | 'newer' | 'field' | 'too-long';
	at?: string;
}

const FORMAT = 'windsock-exercise';
/** The second has steps: whoever knows only the first refuses it, and does not lose them in silence. */
const VERSIONS = [1, 2];
const LONGEST = 200_000;
const LONGEST_TEXT = 5_000;
const MOST = 20;
const OPERATION = /^(GET|POST|PATCH|PUT|DELETE) \/[\w/{}~.-]*$/;

const versionOf = ({ steps }: Composed) => (steps ? 2 : 1);

export const writeComposed = (composed: Composed): string =>
	`${JSON.stringify({ format: FORMAT, version: versionOf(composed), ...composed }, undefined, '\t')}\n`;

/** The fragment of a link to the exercise, without `#`. */
export async function packComposed(composed: Composed): Promise<string> {
	const version = versionOf(composed);
	return `x=${version}.${await packText(JSON.stringify({ format: FORMAT, version, ...composed }))}`;
}

/** Reads such a fragment. A stranger may have written it. */
export async function unpackComposed(
	fragment: string
): Promise<Composed | { issue: ComposedIssue }> {
	const packed = /^#?x=[12]\.([\w-]+)$/.exec(fragment)?.[1];
	if (packed === undefined) return { issue: { id: 'another-file' } };
	try {
		return readComposed(await unpackText(packed, LONGEST));
	} catch {
		// Cut off on its way, or no such packing.
		return { issue: { id: 'no-json' } };
	}
}

/** Reads an exercise's file; every field is checked, and nothing else is taken. */
export function readComposed(text: string): Composed | { issue: ComposedIssue } {
	if (text.length > LONGEST) return { issue: { id: 'too-long' } };
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { issue: { id: 'no-json' } };
	}
	if (!isRecord(value) || value.format !== FORMAT) return { issue: { id: 'another-file' } };
	if (!VERSIONS.includes(Number(value.version))) return { issue: { id: 'newer' } };
	return checked(value);
}

/** The exercise that the lab can show; its world and its id are made of what it says. */
export function exerciseOf(composed: Composed): Exercise {
	const { api, scenario, title, task, hints, goals, start, steps } = composed;
	const parts = [api, scenario, title, task, goals, start, ...(steps ? [steps] : [])];
	const id = `own.${hashOf(JSON.stringify(parts))}`;
	return {
		id,
		world: id.replace('.', '-'),
		scenario,
		api,
		title: both(title),
		task: both(task),
		hints: hints.map(both),
		start,
		...(steps ? { walk: steps.map(({ says, request }) => ({ says: both(says), request })) } : {}),
		checks: goals.length > 0 ? goals.map(checkOf) : checksOf(steps ?? []),
		solution: [],
		wrong: []
	};
}

const both = ({ ru, en }: InBoth): InBoth => ({ ru: ru || en, en: en || ru });

function checked(value: Record<string, unknown>): Composed | { issue: ComposedIssue } {
	const wrong = (at: string) => ({ issue: { id: 'field' as const, at } });
	const { api, scenario, title, task, hints, goals, start, steps } = value;
	if (api !== 'v1' && api !== 'v2') return wrong('api');
	if (typeof scenario !== 'string' || !/^[\w-]{1,60}$/.test(scenario)) return wrong('scenario');
	if (!isText(title)) return wrong('title');
	if (!isText(task)) return wrong('task');
	if (!Array.isArray(hints) || hints.length > MOST || !hints.every(isText)) return wrong('hints');
	const walk = steps === undefined ? undefined : walkOf(steps);
	if (steps !== undefined && !walk) return wrong('steps');
	if (!Array.isArray(goals) || goals.length > MOST) return wrong('goals');
	if (goals.length === 0 && !walk) return wrong('goals');
	const known = goals.map(goalOf);
	const bad = known.indexOf(undefined);
	if (bad >= 0) return wrong(`goals[${bad}]`);
	if (!isGiven(start)) return wrong('start');
	return {
		api,
		scenario,
		title: textOf(title),
		task: textOf(task),
		hints: hints.map((hint) => textOf(hint as InBoth)),
		goals: known.filter((goal) => goal !== undefined),
		start: requestOf(start),
		...(walk ? { steps: walk } : {})
	};
}

/** Steps as {@link stepOf} takes them in: a stranger's may hold secrets; headers are none of its parts. */
function walkOf(value: unknown): WalkStep[] | undefined {
	if (!Array.isArray(value) || value.length === 0 || value.length > MOST) return undefined;
	const steps = value.map((step: unknown) => {
		if (!isRecord(step) || !isRecord(step.says) || !isGiven(step.request)) return undefined;
		const { ru, en } = step.says;
		if (!isShort(ru) || !isShort(en) || 'headers' in step.request) return undefined;
		const { path = {}, query = {}, ...rest } = requestOf(step.request);
		return { ...stepOf({ ...rest, path, query, headers: {} }), says: { ru, en } };
	});
	const known = steps.filter((step) => step !== undefined);
	return known.length === steps.length ? known : undefined;
}

const requestOf = ({ operation, path, query, body }: GivenRequest): GivenRequest => ({
	operation,
	...(path ? { path } : {}),
	...(query ? { query } : {}),
	...(body === undefined ? {} : { body })
});

/** The fields of each kind of goal: what must be there, and what may. */
const FIELDS: Record<
	Goal['kind'],
	Record<string, 'text' | 'text?' | 'number' | 'number?' | 'flag'>
> = {
	run: { dag: 'text', state: 'text?', id: 'text?', conf: 'text?' },
	task: { dag: 'text', task: 'text', state: 'text' },
	paused: { dag: 'text', is: 'flag' },
	pool: { name: 'text', slots: 'number?' },
	variable: { key: 'text', value: 'text?' },
	connection: { id: 'text', host: 'text?' },
	'no-run': { dag: 'text', state: 'text' },
	asked: { operation: 'text', status: 'number' }
};

function goalOf(value: unknown): Goal | undefined {
	if (!isRecord(value)) return undefined;
	const kind = GOAL_KINDS.find((one) => one === value.kind);
	if (!kind) return undefined;
	const goal: Record<string, unknown> = { kind };
	for (const [name, type] of Object.entries(FIELDS[kind])) {
		const field = value[name];
		if (field === undefined && type.endsWith('?')) continue;
		const isRight =
			type === 'flag'
				? typeof field === 'boolean'
				: type.startsWith('text')
					? isShort(field) && field !== ''
					: Number.isSafeInteger(field);
		if (!isRight) return undefined;
		goal[name] = field;
	}
	return goal as unknown as Goal;
}

function isGiven(value: unknown): value is GivenRequest {
	if (!isRecord(value)) return false;
	const { operation, path, query, body } = value;
	if (typeof operation !== 'string' || !OPERATION.test(operation)) return false;
	if (path !== undefined && !(isRecord(path) && Object.values(path).every(isShort))) return false;
	const areLists = (one: unknown) => Array.isArray(one) && one.every(isShort);
	if (query !== undefined && !(isRecord(query) && Object.values(query).every(areLists)))
		return false;
	return body === undefined || isShort(body);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isShort = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= LONGEST_TEXT;
const isText = (value: unknown): value is InBoth =>
	isRecord(value) && isShort(value.ru) && isShort(value.en) && `${value.ru}${value.en}` !== '';
const textOf = ({ ru, en }: InBoth): InBoth => ({ ru, en });

/** FNV-1a: no secret, only a name that is the same for the same exercise. */
function hashOf(text: string): string {
	let hash = 0x811c9dc5;
	for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
	return (hash >>> 0).toString(36);
}
