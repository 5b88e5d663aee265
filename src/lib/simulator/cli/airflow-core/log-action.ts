import { repr } from '#lib/simulator/cli/airflowctl-python.ts';
import { logEvent } from '#lib/simulator/event-log.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';
import { isSensitive } from '#lib/simulator/v2/redact.ts';
import { textOf, type Values } from './argument.ts';
import type { Line } from './command.ts';
import { readJson } from './json.ts';
import logged from './logged.json' with { type: 'json' };
import { maskedUri } from './masked-uri.ts';
import type { Session } from './session.ts';

const PROGRAM = '/home/airflow/.local/bin/airflow';
const STARS = '*'.repeat(8);

/** Airflow's function behind a command, where it is written down when somebody calls it. */
const FUNCTIONS: Readonly<Record<'both' | Line, Readonly<Record<string, string>>>> = logged;

/**
 * Writes a command down in the event log before it is carried out, with its secrets masked.
 * @source airflow/utils/cli.py `action_cli`, `_build_metrics`; airflow/utils/cli_action_loggers.py
 */
export function logAction(
	session: Session,
	name: string,
	values: Values,
	argv: readonly string[]
): void {
	const { world, line } = session;
	const action = FUNCTIONS[line][name] ?? FUNCTIONS.both[name];
	if (action === undefined) return;
	const full_command = repr(masked(session, [PROGRAM, ...argv]));
	const [dagId, taskId] = [textOf(values, 'dag_id'), textOf(values, 'task_id')];
	const date = textOf(values, line === '2' ? 'execution_date' : 'logical_date');
	const logical = date === undefined ? undefined : parseInstant(date);
	logEvent(world, {
		event: `cli_${action}`,
		owner: 'airflow',
		extra: dumps({ host_name: 'airflow', full_command }),
		...(dagId === undefined ? {} : { dagId }),
		...(taskId === undefined ? {} : { taskId }),
		...(logical === undefined ? {} : { logicalDateMs: logical.ms })
	});
}

const SECRET_FLAGS = ['-p', '--password', '--conn-password'];

function masked(session: Session, words: readonly string[]): string[] {
	const full = [...words];
	const group = full[1];
	const key = full.length > 3 ? full.at(-2) : undefined;
	if (group === 'variables' && key && isSensitive(key, session.line === '2' ? 'v1' : 'v2'))
		full[full.length - 1] = STARS;
	if (group === 'users' || group === 'connections')
		for (const [index, word] of words.entries()) {
			if (SECRET_FLAGS.includes(word)) full[index + 1] = STARS;
			const flag = SECRET_FLAGS.find((one) => word.startsWith(`${one}=`));
			if (flag !== undefined) full[index] = `${flag}=${STARS}`;
		}
	const json = full.indexOf('--conn-json') + 1;
	if (json > 0) full[json] = maskedJson(session, full[json] ?? '');
	const uri = full.indexOf('--conn-uri') + 1;
	if (uri > 0) full[uri] = maskedUri(session, full[uri] ?? '');
	return full;
}

function maskedJson(session: Session, text: string): string {
	const read = readJson(text);
	if ('error' in read) return session.crash('json.decoder.JSONDecodeError', read.error);
	if (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value))
		return text;
	const line = session.line === '2' ? 'v1' : 'v2';
	return dumps(
		Object.fromEntries(
			Object.entries(read.value).map(([key, value]): [string, unknown] => [
				key,
				isSensitive(key, line) ? STARS : value
			])
		)
	);
}
