import type { JournalEntry } from '#lib/simulator/world.ts';

/** Airflow refused it, nobody answered, or a browser kept the answer back. */
export const isRefused = ({ status, blocked }: JournalEntry): boolean =>
	status >= 400 || status === 0 || blocked !== undefined;

export const isTaken = (entry: JournalEntry): boolean => !isRefused(entry) && entry.status < 300;

/** Whether an operation, if it is carried out, changes something. */
export const isWriting = (operation: string): boolean =>
	!/^(GET|HEAD|OPTIONS) |^\w+ \/auth\/|\/(list|dry_run)$/.test(operation);

/** Whether it was meant to change something, taken or not. */
export const isChange = ({ method, path }: JournalEntry) => isWriting(`${method} ${path}`);

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a body that is a JSON object; undefined when it is none, or was not kept. */
export function fieldsOf({
	body
}: Pick<JournalEntry, 'body'>): Record<string, unknown> | undefined {
	if (body === undefined) return undefined;
	try {
		const value: unknown = JSON.parse(body);
		return isObject(value) ? value : undefined;
	} catch (cause) {
		if (cause instanceof SyntaxError) return undefined;
		throw cause;
	}
}

/** As code in a sentence, no longer than a line. */
export function code(text: string): string {
	const plain = text.replaceAll('`', "'");
	return `\`${plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain}\``;
}
const LONGEST = 160;

export const requestOf = ({ method, path }: JournalEntry): string => code(`${method} ${path}`);

/** Somebody asked again since, or did otherwise what was refused. */
export function isOver(entry: JournalEntry, later: readonly JournalEntry[]): boolean {
	const { operation, method, path, status } = entry;
	return later.some((next) => {
		const [one, other] = [thingOf(entry), thingOf(next)];
		const isSame = one === undefined || other === undefined || one === other;
		// Whom the server did not let do it to one thing may have done it to another: the first is still to do.
		if (!isSame && (status === 401 || status === 403)) return false;
		if (next.method === method && next.path === path) return true;
		if (operation === undefined) return next.method === method && isTaken(next);
		if (next.operation === operation) return true;
		if (next.operation === undefined || !isTaken(next) || !isSame) return false;
		const areWrites = isWriting(operation) && isWriting(next.operation);
		return areWrites && subjectOf(operation) === subjectOf(next.operation);
	});
}

/** The name of what a request is about, where it tells. */
function thingOf({ operation = '', params, body }: JournalEntry): string | undefined {
	const param = /\{(\w+)\}$/.exec(operation)?.[1];
	if (param !== undefined) return params[param];
	const fields = fieldsOf(body === undefined ? {} : { body }) ?? {};
	const name = NAMES.map((field) => fields[field]).find((value) => typeof value === 'string');
	return typeof name === 'string' ? name : undefined;
}
const NAMES = ['dag_run_id', 'name', 'key', 'connection_id', 'username'];

/** `dagRuns` of `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}`. */
export const subjectOf = (operation: string) =>
	operation.split('/').findLast((word) => !word.startsWith('{'));
