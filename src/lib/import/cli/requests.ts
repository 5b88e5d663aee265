import { ImportError } from '#lib/import/import-error.ts';
import type { ImportedRequest, ImportWarning, Read } from '#lib/import/imported.ts';
import { readBash } from '#lib/import/shell/bash.ts';
import { programOf, type ShellCommand } from '#lib/import/shell/command.ts';
import { percentEncode } from '#lib/request/encode.ts';
import { writeAt } from '#lib/request/json-edit.ts';
import { airflow2, airflow3 } from './airflow.ts';
import { airflowctl } from './airflowctl.ts';
import { readArguments, type Given } from './arguments.ts';
import type { CliCommand, CliCommands } from './command.ts';

type Api = 'v1' | 'v2';

/** Where a request goes when its command names no server. */
const SERVER = 'http://localhost:8080';

/**
 * The requests that do what `airflow` and `airflowctl` commands do. `airflow` itself asks no API: where a command is
 * spelled alike in 2.x and 3.x, `api` decides.
 * @throws ImportError when there is no such command, or no request for it
 */
export function cliRequests(source: string, api: Api): Read {
	const commands = readBash(source).commands.flatMap(airflowIn);
	if (commands.length === 0) throw new ImportError('no-cli');
	const warnings: ImportWarning[] = [];
	const requests = commands.map((command) => requestFor(command, api, warnings));
	return { requests, warnings };
}

// `docker compose exec scheduler airflow dags list`, `python -m airflow …`
function airflowIn(command: ShellCommand): ShellCommand[] {
	const at = command.words.findIndex(({ text }) => /^(.*[\\/])?airflow(ctl)?(\.exe)?$/.test(text));
	return at < 0 ? [] : [{ ...command, words: command.words.slice(at) }];
}

function requestFor(command: ShellCommand, api: Api, warnings: ImportWarning[]): ImportedRequest {
	const isCtl = programOf(command) === 'airflowctl';
	const words = command.words.slice(1);
	for (const { unknown } of words)
		for (const text of unknown) warnings.push({ id: 'shell-variable', values: { text } });
	const texts = words.map(({ text }) => text);
	const newer: [Api, CliCommands] = ['v2', airflow3];
	const older: [Api, CliCommands] = ['v1', airflow2];
	const lines = isCtl
		? [['v2', airflowctl] as [Api, CliCommands]]
		: api === 'v1'
			? [older, newer]
			: [newer, older];
	const found = lines.flatMap(([line, commands]) => {
		const name = [texts.slice(0, 2).join(' '), texts[0] ?? ''].find((one) =>
			Object.hasOwn(commands, one)
		);
		const known = name === undefined ? undefined : commands[name];
		if (!known || name === undefined) return [];
		return [
			{ line, name, known, given: readArguments(known, texts.slice(name.split(' ').length)) }
		];
	});
	// `--exec-date` belongs to one line, `--logical-date` to the other.
	const [best] = found.toSorted((a, b) => a.given.left.length - b.given.left.length);
	if (!best) throw new ImportError('cli-unknown', { command: texts.slice(0, 2).join(' ') });
	return built(best.name, best.known, best.given, best.line, warnings);
}

function built(
	name: string,
	{ operation, fixed = {}, differs, warning }: CliCommand,
	{ values: given, left }: Given,
	api: Api,
	warnings: ImportWarning[]
): ImportedRequest {
	const values = new Map([...Object.entries(fixed), ...given]);
	// A text takes the place of a JSON value of the same name.
	for (const slot of given.keys())
		if (slot.startsWith('body.')) values.delete(slot.replace('body.', 'json.'));
	const [method = 'GET', template = ''] = operation.split(' ');
	const mapped = values.has('path.map_index')
		? template.replace('{task_id}', '{task_id}/{map_index}')
		: template;
	const missing: string[] = [];
	const path = (mapped + (values.get('suffix') ?? '')).replace(/\{(\w+)\}/g, (_, slot: string) => {
		const value = values.get(`path.${slot}`);
		if (value === undefined) missing.push(slot);
		return percentEncode(value ?? '');
	});
	if (missing.length > 0)
		throw new ImportError('cli-lacks', { command: name, names: missing.join(', ') });

	if (left.length > 0) warnings.push({ id: 'cli-lost', values: { names: left.join(', ') } });
	if (differs) warnings.push({ id: 'cli-differs', values: { command: name } });
	if (warning !== undefined) warnings.push({ id: warning });
	const server = values.get('server')?.replace(/\/+$/, '');
	if (server === undefined) warnings.push({ id: 'cli-no-server', values: { url: SERVER } });
	const query = [...values]
		.filter(([slot]) => slot.startsWith('query.'))
		.map(([slot, value]) => `${percentEncode(slot.slice(6))}=${percentEncode(value)}`);
	const prefix = path.startsWith('/auth/') ? '' : `/api/${api}`;
	const body = bodyOf(values);
	return {
		method,
		url: `${server ?? SERVER}${prefix}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
		headers: body === undefined ? [] : [['Content-Type', 'application/json']],
		...(body === undefined ? {} : { body }),
		name: `${name}`
	};
}

function bodyOf(values: ReadonlyMap<string, string>): string | undefined {
	let body: string | undefined;
	const set = (name: string, json: string) => void (body = writeAt(body ?? '', [name], json));
	for (const [slot, value] of values) {
		const [place, name = ''] = slot.split('.');
		if (place === 'body') {
			const from = /^\{(path\.\w+)\}$/.exec(value)?.[1];
			set(name, JSON.stringify(from === undefined ? value : (values.get(from) ?? '')));
		} else if (place === 'json') set(name, checked(name, value));
		else if (place === 'value') set(name, isJson(value) ? value : JSON.stringify(value));
		else if (place === 'tasks') set('task_ids', JSON.stringify(taskIds(value)));
		else if (place === 'role') set('roles', JSON.stringify([{ name: value }]));
	}
	return body;
}

function checked(name: string, json: string): string {
	if (!isJson(json)) throw new ImportError('cli-json', { name });
	return json;
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

// `^load$`, `^(extract|load)$`; a pattern that stands for more stays what it is.
function taskIds(pattern: string): string[] {
	const inner = /^\^\(?(.*?)\)?\$$/.exec(pattern)?.[1] ?? pattern;
	return inner.split('|').map((one) => one.replace(/\\([\\^$.*+?()[\]{}|])/g, '$1'));
}
