import type { Header } from '#lib/request/draft.ts';
import type { CommandAround, CommandResult } from '#lib/runtimes/command.ts';
import type { OutAnswer, OutRequest } from '#lib/runtimes/outside.ts';
import { BadItem, readItems, type Items } from './items.ts';
import { Misuse, readHttpie, type HttpieOptions } from './options.ts';
import { complaintOf, printed } from './print.ts';

/**
 * HTTPie 3.2: `http` and `https`.
 * @source HTTPie 3.2.4 and its documentation; asked
 */
export async function runHttpie(
	program: 'http' | 'https',
	argv: readonly string[],
	around: CommandAround
): Promise<CommandResult> {
	const refuse = (says: string, exitCode = 1) => ({
		stdout: '',
		stderr: `usage:\n    ${program} [METHOD] URL [REQUEST_ITEM ...]\n\nerror:\n    ${says}\n\nfor more information:\n    run '${program} --help' or visit https://httpie.io/docs/cli\n\n`,
		exitCode
	});
	let options: HttpieOptions;
	let items: Items;
	try {
		if (argv.includes('--version')) return { stdout: '3.2.4\n', stderr: '', exitCode: 0 };
		options = readHttpie(argv);
		items = await readItems(options.items, around.read);
	} catch (error) {
		if (error instanceof Misuse) return refuse(error.message, 2);
		if (error instanceof BadItem) return refuse(error.message);
		throw error;
	}
	const { switches, values } = options;
	const body = bodyOf(options, items, around.stdin);
	const request = requestOf(program, options, items, body);
	const asked = around.outside.exchange(request, around.signal);
	const seconds = Number(values.get('--timeout') ?? 0);
	const late =
		seconds > 0
			? around.outside
					.sleep(seconds * 1000, around.signal)
					.then((): OutAnswer => ({ kind: 'none', why: 'timeout' }))
			: undefined;
	const answer = await (late ? Promise.race([asked, late]) : asked);
	if (answer.kind === 'none')
		return {
			stdout: '',
			stderr: `\n${program}: error: ${complaintOf(answer, request, seconds)}\n\n\n`,
			exitCode: answer.why === 'timeout' ? 2 : 1
		};
	const { status, reason } = answer;
	const checks = switches.has('--check-status') && status >= 300;
	const exitCode = checks ? Math.floor(status / 100) : 0;
	const warns = exitCode !== 0 && !around.isTerminal;
	const text = printed(request, answer, options, around.isTerminal);
	const file = values.get('--output');
	if (file !== undefined) await around.write(file, text);
	return {
		stdout: file === undefined ? text : '',
		stderr: warns ? `\n${program}: warning: HTTP ${status} ${reason}\n\n\n` : '',
		exitCode
	};
}

interface Body {
	text: string | undefined;
	type: string | undefined;
}

function bodyOf({ values, switches }: HttpieOptions, { data }: Items, stdin: string): Body {
	const raw = values.get('--raw');
	const isForm = switches.has('--form');
	const type = isForm ? 'application/x-www-form-urlencoded; charset=utf-8' : 'application/json';
	if (raw !== undefined) return { text: raw, type };
	if (!switches.has('--ignore-stdin') && stdin !== '') return { text: stdin, type };
	if (data.length === 0) return { text: undefined, type: undefined };
	if (isForm)
		return {
			text: new URLSearchParams(data.map(({ name, value }) => [name, value])).toString(),
			type
		};
	const fields = data.map(
		({ name, value, isJson }) => `${pythonJson(name)}: ${isJson ? value : pythonJson(value)}`
	);
	return { text: `{${fields.join(', ')}}`, type };
}

/** As Python's `json.dumps` writes a text: all but ASCII is escaped. */
const pythonJson = (text: string): string =>
	JSON.stringify(text).replace(
		/[\u007f-\uffff]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
	);

function requestOf(
	program: 'http' | 'https',
	{ method, url, switches, values }: HttpieOptions,
	{ headers, query }: Items,
	{ text, type }: Body
): OutRequest {
	const address = addressOf(url, values.get('--default-scheme') ?? program);
	const pairs = query.map(
		([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
	);
	const joint = address.includes('?') ? '&' : '?';
	const whole = pairs.length === 0 ? address : address + joint + pairs.join('&');
	const isJson = switches.has('--json') || (text !== undefined && !switches.has('--form'));
	const auth = values.get('--auth');
	const isBearer = values.get('--auth-type') === 'bearer';
	const defaults: Header[] = [
		['User-Agent', 'HTTPie/3.2.4'],
		['Accept-Encoding', 'gzip, deflate'],
		['Accept', isJson ? 'application/json, */*;q=0.5' : '*/*'],
		['Connection', 'keep-alive'],
		...(type === undefined ? [] : [['Content-Type', type] as Header])
	];
	const given = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
	const kept = defaults.filter(([name]) => !given.has(name.toLowerCase()));
	const own = headers.flatMap(([name, value]): Header[] =>
		value === undefined ? [] : [[name, value]]
	);
	const length: Header[] =
		text === undefined ? [] : [['Content-Length', `${new TextEncoder().encode(text).length}`]];
	const authorization: Header[] =
		auth === undefined
			? []
			: [['Authorization', isBearer ? `Bearer ${auth}` : `Basic ${base64(auth)}`]];
	return {
		method: method ?? (text === undefined ? 'GET' : 'POST'),
		url: whole,
		headers: [...kept, ...own, ...length, ...authorization, ['Host', new URL(whole).host]],
		...(text === undefined ? {} : { body: text })
	};
}

function addressOf(url: string, scheme: string): string {
	const [, port, path] = /^:(\d*)(\/.*|\?.*|)$/s.exec(url) ?? [];
	if (port !== undefined) return `${scheme}://localhost${port === '' ? '' : `:${port}`}${path}`;
	const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : `${scheme}://${url}`;
	return /^[a-z]+:\/\/[^/?#]*$/i.test(whole) ? `${whole}/` : whole;
}

const base64 = (text: string): string =>
	btoa(String.fromCharCode(...new TextEncoder().encode(text)));
