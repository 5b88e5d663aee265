import type { JournalEntry } from '#lib/simulator/world.ts';
import type { Exercise, RequestStep } from './lesson.ts';

/** One thing that was sent otherwise than a solution sends it. */
export interface Difference {
	/** `operation`, `caller`, `body`, or a name: `path.dag_id`, `query.limit`, `body.conf.region`. */
	what: string;
	/** As text; undefined = not sent. */
	sent: string | undefined;
	/** Undefined = a solution does not send it. */
	expected: string | undefined;
}

/**
 * The last request in a journal beside the step of the solution that it comes nearest to; undefined when there is
 * nothing to compare. However the request was made, its journal entry is the same.
 */
export function compareLast(
	{ solution }: Pick<Exercise, 'solution'>,
	journal: readonly JournalEntry[]
): Difference[] | undefined {
	const steps = solution.filter((step): step is RequestStep => 'operation' in step);
	const entry = journal.findLast(({ path }) => !path.startsWith('/auth/token'));
	if (!entry || steps.length === 0) return undefined;
	const same = steps.filter(({ operation }) => operation === entry.operation);
	const done = new Set(
		journal.filter(({ status }) => status < 400).map(({ operation }) => operation)
	);
	const next = steps.find(({ operation }) => !done.has(operation)) ?? steps[0];
	const candidates = same.length > 0 ? same : next ? [next] : [];
	const compared = candidates.map((step) => differences(step, entry));
	return compared.toSorted((a, b) => a.length - b.length)[0];
}

function differences(step: RequestStep, entry: JournalEntry): Difference[] {
	if (step.operation !== entry.operation) {
		const sent = entry.operation ?? `${entry.method} ${entry.path}`;
		return [{ what: 'operation', sent, expected: step.operation }];
	}
	const path = Object.entries(step.path ?? {}).map(([name, expected]): Difference => ({
		what: `path.${name}`,
		sent: entry.params[name],
		expected
	}));
	const query = new URLSearchParams(entry.query ?? '');
	const names = new Set([...Object.keys(step.query ?? {}), ...query.keys()]);
	const queries = [...names].map((name): Difference => ({
		what: `query.${name}`,
		sent: query.has(name) ? query.getAll(name).join(',') : undefined,
		expected: step.query?.[name]
	}));
	const caller = callerOf(step);
	const callers: Difference[] =
		caller === undefined || entry.status === 401
			? []
			: [{ what: 'caller', sent: entry.user, expected: caller === 'nobody' ? undefined : caller }];
	const all = [...path, ...queries, ...callers, ...bodies(step.body, entry.body)];
	return all.filter(({ sent, expected }) => sent !== expected);
}

function callerOf({ as }: RequestStep): string | undefined {
	if (as === undefined || as === 'nobody') return as;
	return 'name' in as ? as.name : undefined;
}

function bodies(expected: unknown, sent: string | undefined): Difference[] {
	if (expected === undefined && sent === undefined) return [];
	if (sent === undefined)
		return [{ what: 'body', sent: undefined, expected: JSON.stringify(expected) }];
	let body: unknown;
	try {
		body = JSON.parse(sent);
	} catch {
		// Shown as it was sent: that it is no JSON is the difference.
		return [{ what: 'body', sent, expected: JSON.stringify(expected) }];
	}
	const [wanted, given] = [leaves(expected), leaves(body)];
	return [...new Set([...wanted.keys(), ...given.keys()])].map((name) => ({
		what: name,
		sent: given.get(name),
		expected: wanted.get(name)
	}));
}

/** Values by their place: `body.conf.region` → `"apac"`. */
function leaves(value: unknown, place = 'body'): Map<string, string> {
	if (typeof value !== 'object' || value === null)
		return value === undefined ? new Map() : new Map([[place, JSON.stringify(value)]]);
	const parts = Object.entries(value);
	if (parts.length === 0) return new Map([[place, JSON.stringify(value)]]);
	return new Map(parts.flatMap(([name, part]) => [...leaves(part, `${place}.${name}`)]));
}
