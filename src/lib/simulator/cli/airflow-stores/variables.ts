import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { readJson, sorted } from '#lib/simulator/cli/airflow-core/json.ts';
import { printAs } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isDict, repr, str } from '#lib/simulator/cli/airflowctl-python.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';
import { finishExport } from './export-file.ts';
import { readSecretFile, SecretFileError } from './secret-file.ts';
import { setVariable, variablesOf, warnOfShortSecrets } from './variable-rows.ts';

/** @source airflow/cli/commands/variable_command.py */
export const VARIABLE_COMMANDS: readonly Command[] = [
	{ name: 'variables list', run: listVariables },
	{ name: 'variables get', run: getVariable },
	{
		name: 'variables set',
		run(session, values) {
			const key = textOf(values, 'key') ?? '';
			const value = textOf(values, 'value') ?? '';
			setVariable(session, key, isOn(values, 'json') ? dumps(value) : value, {
				description: textOf(values, 'description')
			});
			session.print(`Variable ${key} created`);
		}
	},
	{
		name: 'variables delete',
		run(session, values) {
			const key = textOf(values, 'key') ?? '';
			session.world.variables.delete(key);
			session.print(`Variable ${key} deleted`);
		}
	},
	{ name: 'variables import', run: importVariables },
	{ name: 'variables export', run: exportVariables }
];

function listVariables(session: Session, values: Values): void {
	const showsValues = isOn(values, 'show_values');
	const hides = isOn(values, 'hide_sensitive');
	if (hides && !showsValues) session.fail('--hide-sensitive can only be used with --show-values');
	const all = variablesOf(session);
	// Airflow 3 asks the index for the keys alone, which has them in order.
	if (session.line === '3' && !showsValues) all.sort((a, b) => (a.key < b.key ? -1 : 1));
	const rows = all.map(({ key, value }) =>
		showsValues ? { key, val: hides ? '***' : value } : { key }
	);
	printAs(session, rows, textOf(values, 'output') ?? 'table');
}

function getVariable(session: Session, values: Values): void {
	const key = textOf(values, 'key') ?? '';
	const otherwise = textOf(values, 'default');
	const value = session.world.variables.get(key)?.value;
	if (value === undefined && otherwise !== undefined) session.print(otherwise);
	else if (value === undefined)
		session.fail(`Variable ${key} does not exist${session.line === '3' ? '.' : ''}`);
	else if (isOn(values, 'json')) {
		const read = readJson(value);
		if ('error' in read) session.fail(read.error);
		session.print(str(read.value));
	} else session.print(value);
}

function importVariables(session: Session, values: Values): void {
	const file = textOf(values, 'file') ?? '';
	const found = readVariables(session, file);
	const { variables } = session.world;
	const existing = Object.keys(found).filter((key) => variables.has(key));
	const action = textOf(values, 'action_on_existing_key');
	const known = repr(existing.toSorted());
	if (action === 'fail' && existing.length > 0)
		session.fail(`Failed. These keys: ${known} already exists.`);
	const count = Object.keys(found).length;
	let done = 0;
	for (const [key, held] of Object.entries(found)) {
		if (action === 'skip' && existing.includes(key)) continue;
		const isDescribed = session.line === '3' && isDict(held) && 'value' in held;
		const value = isDescribed ? held.value : held;
		const description = isDescribed ? held.description : undefined;
		setVariable(session, key, typeof value === 'string' ? value : dumps(value, '  '), {
			description: typeof description === 'string' ? description : undefined
		});
		done++;
	}
	session.print(`${done} of ${count} variables successfully updated.`);
	if (action === 'skip' && existing.length > 0)
		session.print(
			`The variables with these keys: ${known} were skipped because they already exists`
		);
}

function readVariables(session: Session, file: string): Record<string, unknown> {
	const text = session.files.get(session.resolve(file));
	if (text === undefined) session.fail('Missing variables file.');
	if (session.line === '2') {
		const read = readJson(text);
		if ('error' in read) session.fail('Invalid variables file.');
		if (!isDict(read.value))
			session.crash('AttributeError', "'list' object has no attribute 'items'");
		return read.value;
	}
	try {
		const { values, format } = readSecretFile(file, text, session.line);
		if (format !== 'env') return values;
		const doubled = Object.keys(values).filter((key) => (values[key] as string[]).length !== 1);
		if (doubled.length > 0)
			session.fail(`The "${file}" file contains multiple values for keys: ${repr(doubled)}`);
		return Object.fromEntries(
			Object.entries(values).map(([key, lines]) => [key, (lines as string[])[0]])
		);
	} catch (cause) {
		if (cause instanceof SecretFileError) session.fail(cause.message);
		throw cause;
	}
}

function exportVariables(session: Session, values: Values): void {
	const all = variablesOf(session);
	warnOfShortSecrets(session, all);
	const written = Object.fromEntries(
		all.map(({ key, value, description }) => {
			const read = readJson(value);
			const decoded = 'error' in read ? value : read.value;
			if (session.line === '2') return [key, decoded];
			const held = typeof decoded === 'string' ? value : decoded;
			const isAmbiguous = isDict(held) && 'value' in held;
			return description || isAmbiguous
				? [key, { value: held, description: description ?? null }]
				: [key, held];
		})
	);
	finishExport(session, textOf(values, 'file') ?? '', {
		text: dumps(sorted(written), '    '),
		count: all.length,
		what: 'Variables'
	});
}
