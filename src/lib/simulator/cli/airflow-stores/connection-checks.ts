import { readJson } from '#lib/simulator/cli/airflow-core/json.ts';
import type { Line } from '#lib/simulator/cli/airflow-core/command.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isDict, repr } from '#lib/simulator/cli/airflowctl-python.ts';
import { warnInPython } from './python-warning.ts';

const LONGEST_ID = 200;

/** Why a text is no key. @source airflow/utils/helpers.py `validate_key` */
export function keyRefusal(key: string, line: Line): string | undefined {
	const named = line === '3' ? `The key: ${key}` : 'The key';
	if ([...key].length > LONGEST_ID) return `${named} has to be less than ${LONGEST_ID} characters`;
	if (/^[\w.-]+$/u.test(key)) return undefined;
	return `The key ${repr(key)} has to be made of alphanumeric characters, dashes, dots and underscores exclusively`;
}

/**
 * An extra that is no JSON object: Airflow 2 warns of it, 3 refuses it.
 * @source airflow/models/connection.py `_validate_extra`
 */
export function checkExtra(session: Session, id: string, extra: string): void {
	const read = readJson(extra);
	const isJson = 'value' in read;
	if (isJson && isDict(read.value)) return;
	const [name, isOld] = [repr(id), session.line === '2'];
	const words = isJson
		? `Encountered JSON value in \`extra\` which does not parse as a dictionary in connection ${name}. ` +
			`${isOld ? 'From Airflow 3.0, the' : 'The'} \`extra\` field must contain a JSON representation of a Python dict.`
		: `Encountered non-JSON in \`extra\` field for connection ${name}.` +
			(isOld ? ' Support for non-JSON `extra` will be removed in Airflow 3.0' : '');
	if (!isOld) session.crash('ValueError', words);
	const at: [string, number] = isJson
		? ['airflow/cli/commands/connection_command.py', 277]
		: ['airflow/models/connection.py', 378];
	warnInPython(session, 'RemovedInAirflow3Warning', words, at);
}
