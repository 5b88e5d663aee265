import type { Header } from '#lib/request/draft.ts';
import { failed, type CommandResult, type ShellCommand } from '#lib/runtimes/command.ts';

const VALUES: Readonly<Record<string, string>> = {
	'-O': '--output-document',
	'-t': '--tries',
	'-T': '--timeout',
	'-U': '--user-agent',
	'-o': '--output-file'
};
const SWITCHES: Readonly<Record<string, string>> = {
	'-q': '--quiet',
	'-S': '--server-response',
	'-v': '--verbose'
};
const LONG_VALUES = new Set([
	...Object.values(VALUES),
	'--method',
	'--header',
	'--body-data',
	'--body-file',
	'--post-data',
	'--post-file',
	'--user',
	'--password',
	'--http-user',
	'--http-password'
]);
const LONG_SWITCHES = new Set([
	...Object.values(SWITCHES),
	'--no-verbose',
	'--content-on-error',
	'--auth-no-challenge',
	'--no-check-certificate'
]);

/**
 * GNU wget 1.21 with the options that an API needs. Of its report only errors are printed, and with `-S` the answer's
 * headers; it fetches each address once.
 * @source GNU wget 1.21.3, its manual; asked
 */
export const runWget: ShellCommand = async (argv, around) => {
	const values = new Map<string, string>();
	const switches = new Set<string>();
	const given: string[] = [];
	const urls: string[] = [];
	const rest = [...argv];
	const take = (name: string, value: string | undefined) => {
		if (name === '--header') given.push(value ?? '');
		else values.set(name, value ?? '');
	};
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		const [name = '', ...after] = word.split('=');
		if (!word.startsWith('-') || word === '-') urls.push(word);
		else if (LONG_VALUES.has(name)) take(name, after.length > 0 ? after.join('=') : rest.shift());
		else if (LONG_SWITCHES.has(word)) switches.add(word);
		else if (word.startsWith('--'))
			return failed(`wget: unrecognized option '${word}'\n${USAGE}`, 2);
		else
			for (let at = 1; at < word.length; at++) {
				const letter = `-${word[at]}`;
				const long = VALUES[letter];
				if (word.slice(at, at + 2) === 'nv') {
					switches.add('--no-verbose');
					break;
				}
				if (long !== undefined) {
					take(long, word.slice(at + 1) || rest.shift());
					break;
				}
				if (!SWITCHES[letter]) return failed(`wget: invalid option -- '${word[at]}'\n${USAGE}`, 2);
				switches.add(SWITCHES[letter]);
			}
	}
	if (urls.length === 0) return failed(`wget: missing URL\n${USAGE}`, 1);

	const file = values.get('--body-file') ?? values.get('--post-file');
	const body =
		file === undefined
			? (values.get('--body-data') ?? values.get('--post-data'))
			: await around.read(file);
	const isPost = values.has('--post-data') || values.has('--post-file');
	const method = values.get('--method')?.toUpperCase() ?? (isPost ? 'POST' : 'GET');
	const out: CommandResult = { stdout: '', stderr: '', exitCode: 0 };
	for (const one of urls) {
		const url = /^https?:\/\//i.test(one) ? one : `http://${one}`;
		const headers = headersFor(url, given, values, switches, body);
		const answer = await around.outside.exchange(
			{ method, url, headers, ...(body === undefined ? {} : { body }) },
			around.signal
		);
		if (answer.kind === 'none') {
			out.exitCode = answer.why === 'tls' ? 5 : 4;
			if (!switches.has('--quiet')) out.stderr += `${noAnswer(url, answer.why)}\n`;
			if (answer.why === 'browser') out.stderr += `windsock: ${answer.detail}\n`;
			continue;
		}
		const { status, reason } = answer;
		if (switches.has('--server-response'))
			out.stderr += `  HTTP/1.1 ${status} ${reason}\n${answer.headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
		const isBad = status >= 400;
		if (isBad) {
			out.exitCode = status === 401 ? 6 : 8;
			if (!switches.has('--quiet')) out.stderr += `ERROR ${status}: ${reason}.\n`;
		}
		if (isBad && !switches.has('--content-on-error')) continue;
		const place = values.get('--output-document') ?? nameOf(url);
		if (place === '-') out.stdout += answer.body;
		else if (place !== '/dev/null') await around.write(place, answer.body);
	}
	return out;
};

const USAGE = `Usage: wget [OPTION]... [URL]...\n\nTry \`wget --help' for more options.\n`;

function headersFor(
	url: string,
	given: readonly string[],
	values: ReadonlyMap<string, string>,
	switches: ReadonlySet<string>,
	body: string | undefined
): Header[] {
	const user = values.get('--http-user') ?? values.get('--user');
	const password = values.get('--http-password') ?? values.get('--password') ?? '';
	const own = given.flatMap((line): Header[] => {
		const [, name, value = ''] = /^([^:]+):\s*(.*)$/s.exec(line) ?? [];
		return name === undefined ? [] : [[name, value]];
	});
	const isOwn = (name: string) => own.some(([key]) => key.toLowerCase() === name.toLowerCase());
	const all: Header[] = [
		['User-Agent', values.get('--user-agent') ?? 'Wget/1.21.3'],
		['Accept', '*/*'],
		['Accept-Encoding', 'identity'],
		...(user !== undefined && switches.has('--auth-no-challenge')
			? [['Authorization', `Basic ${base64(`${user}:${password}`)}`] as Header]
			: []),
		['Host', new URL(url).host],
		['Connection', 'Keep-Alive'],
		...(body === undefined
			? []
			: ([
					['Content-Type', 'application/x-www-form-urlencoded'],
					['Content-Length', `${new TextEncoder().encode(body).length}`]
				] as Header[]))
	];
	return [...all.filter(([name]) => !isOwn(name)), ...own];
}

function noAnswer(url: string, why: string): string {
	const { hostname, port } = new URL(url);
	if (why === 'dns') return `wget: unable to resolve host address ‘${hostname}’`;
	if (why === 'refused')
		return `Connecting to ${hostname}:${port || 80}... failed: Connection refused.`;
	return why === 'denied' ? 'windsock: you did not let this request go' : 'No data received.';
}

const nameOf = (url: string) => new URL(url).pathname.replace(/^.*\//, '') || 'index.html';

const base64 = (text: string): string =>
	btoa(String.fromCharCode(...new TextEncoder().encode(text)));
