import type { RequestDraft } from '#lib/request/draft.ts';
import { withoutSecrets } from '#lib/request/secrets.ts';
import type { JournalEntry } from '#lib/simulator/world.ts';
import type { Check, GivenRequest, WalkStep } from './lesson.ts';

/** A shared request as a step: its headers stay behind, and a secret in it becomes a blank. */
export function stepOf(draft: RequestDraft): WalkStep {
	const { operation, path, query, body } = withoutSecrets(draft);
	const isFilled = (part: object) => Object.keys(part).length > 0;
	return {
		says: { ru: '', en: '' },
		request: {
			operation,
			...(isFilled(path) ? { path: { ...path } } : {}),
			...(isFilled(query) ? { query: { ...query } } : {}),
			...(body === undefined ? {} : { body })
		}
	};
}

/** Whether a request of the step's operation, about the same thing, was sent and not refused. */
export function isStepDone({ request }: WalkStep, journal: readonly JournalEntry[]): boolean {
	const path = Object.entries(request.path ?? {});
	return journal.some(
		({ operation, status, params }) =>
			operation === request.operation &&
			status >= 200 &&
			status < 400 &&
			path.every(([name, value]) => params[name] === value)
	);
}

/** `POST /dags/hello_api/dagRuns?limit=5`. */
export function lineOf({ operation, path = {}, query = {} }: GivenRequest): string {
	const filled = operation.replaceAll(/\{(\w+)\}/g, (whole, name: string) => path[name] || whole);
	const pairs = Object.entries(query).flatMap(([name, values]) =>
		values.map((value) => [name, value])
	);
	return pairs.length === 0 ? filled : `${filled}?${new URLSearchParams(pairs).toString()}`;
}

/** What a walk without a goal of its own asks for: every step of it. */
export const checksOf = (walk: readonly WalkStep[]): Check[] =>
	walk.map((step) => {
		const line = lineOf(step.request);
		const { ru, en } = step.says;
		return {
			says: { ru: ru || en || `отправлен ${line}`, en: en || ru || `${line} was sent` },
			passes: ({ world }) => isStepDone(step, world.journal)
		};
	});
