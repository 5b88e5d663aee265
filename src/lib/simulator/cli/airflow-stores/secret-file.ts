import type { Line } from '#lib/simulator/cli/airflow-core/command.ts';
import { parseDocument } from 'yaml';
import { readJson } from '#lib/simulator/cli/airflow-core/json.ts';
import { isDict } from '#lib/simulator/cli/airflowctl-python.ts';

/** Why a file of variables or connections cannot be read, in Airflow's words. */
export class SecretFileError extends Error {
	/** Airflow 3's class for it. */
	readonly exception: 'AirflowUnsupportedFileTypeException' | 'AirflowFileParseException';
	constructor(exception: SecretFileError['exception'], message: string) {
		super(message);
		this.exception = exception;
	}
}

interface Fault {
	line: number;
	message: string;
}

type Read = { values: Record<string, unknown> } | { faults: Fault[] };

/**
 * A file of secrets: `.env` (lists of texts, for a key may come twice), `.json`, `.yaml` or `.yml`.
 * @throws {SecretFileError}
 * @source airflow/secrets/local_filesystem.py
 */
export function readSecretFile(
	file: string,
	text: string,
	program: Line
): { values: Record<string, unknown>; format: string } {
	const format = /\.([^./]*)$/.exec(file)?.[1]?.toLowerCase() ?? '';
	const reader = READERS[format];
	if (!reader)
		throw new SecretFileError(
			'AirflowUnsupportedFileTypeException',
			'Unsupported file format. The file must have one of the following extensions: .env .json .yaml .yml'
		);
	const read = reader(text, program);
	if ('values' in read) return { values: read.values, format };
	const faults = read.faults.map(({ line, message }, index) => {
		const rule = '='.repeat(20);
		const head = `${rule} Parse error ${String(index + 1).padStart(3)} ${rule}\n`;
		return `${head}${message}\n${line ? `Line number:  ${line}\n` : ''}`;
	});
	throw new SecretFileError(
		'AirflowFileParseException',
		`Failed to load the secret file.\nFilename: ${file}\n\n${faults.join('')}`
	);
}

const READERS: Readonly<Record<string, (text: string, program: Line) => Read>> = {
	env: readEnv,
	json: readJsonFile,
	yaml: readYaml,
	yml: readYaml
};

function readEnv(text: string, program: Line): Read {
	const values: Record<string, string[]> = {};
	const faults: Fault[] = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line === '' || /^\s*#/.test(line)) continue;
		const at = line.indexOf('=');
		const fault =
			at < 0
				? 'The line should contain at least one equal sign ("=").'
				: at === 0 && program === '3'
					? 'Key is empty.'
					: at === line.length - 1
						? 'Value is empty.'
						: undefined;
		if (fault === undefined) (values[line.slice(0, at)] ??= []).push(line.slice(at + 1));
		else faults.push({ line: index + 1, message: `Invalid line format. ${fault}` });
	}
	return faults.length > 0 ? { faults } : { values };
}

const wrong = (message: string, line = 1): Read => ({ faults: [{ line, message }] });

function readJsonFile(text: string): Read {
	if (text === '') return wrong('The file is empty.');
	const read = readJson(text);
	if ('error' in read) return wrong(read.message, read.line);
	return isDict(read.value) ? { values: read.value } : wrong('The file should contain the object.');
}

function readYaml(text: string): Read {
	if (text === '') return wrong('The file is empty.');
	const document = parseDocument(text, { version: '1.1' });
	const [error] = document.errors;
	if (error) return wrong(error.message, (error.linePos?.[0].line ?? 1) - 1);
	const value: unknown = document.toJS();
	return isDict(value) ? { values: value } : wrong('The file should contain the object.');
}
