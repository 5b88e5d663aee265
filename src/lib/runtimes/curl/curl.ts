import { globbed } from '#lib/import/curl/address.ts';
import type { CommandAround, CommandResult, ShellCommand } from '#lib/runtimes/command.ts';
import { Unreadable, readBody, type CurlBody } from './body.ts';
import { CURL_HELP, CURL_VERSION_LINES } from './help.ts';
import { Misuse, readCurl, type CurlOptions } from './options.ts';
import { BadAddress, requestFor, transferOptions } from './request.ts';
import { pauseBefore } from './retry.ts';
import { transfer, type Transfer } from './transfer.ts';
import { writeOut } from './write-out.ts';

const TRY = "curl: try 'curl --help' or 'curl --manual' for more information\n";

/**
 * curl 7.88 over HTTP: its options, its output, its exit codes. Only one thing is left out on purpose: the progress
 * meter that it draws when its output goes elsewhere.
 * @source curl 7.88.1, its manual page and answers of the program itself
 */
export const runCurl: ShellCommand = async (argv, around) => {
	if (argv.length === 0) return { stdout: '', stderr: TRY, exitCode: 2 };
	let groups: CurlOptions[];
	try {
		groups = await readCurl(argv, (path) =>
			path === '-' ? Promise.resolve(around.stdin) : around.read(path)
		);
	} catch (error) {
		if (!(error instanceof Misuse)) throw error;
		return { stdout: '', stderr: `curl: ${error.message}\n${TRY}`, exitCode: 2 };
	}
	const first = groups[0]?.switches;
	if (first?.has('version')) return { stdout: CURL_VERSION_LINES, stderr: '', exitCode: 0 };
	if (
		groups.some(({ values }) => values.has('help')) ||
		argv.includes('-h') ||
		argv.includes('--help')
	)
		return { stdout: CURL_HELP, stderr: '', exitCode: 0 };
	if (!groups.some(({ ordered }) => ordered.some(({ name }) => name === 'url')))
		return { stdout: '', stderr: `curl: no URL specified!\n${TRY}`, exitCode: 2 };

	const out: CommandResult = { stdout: '', stderr: '', exitCode: 0 };
	let number = 0;
	for (const group of groups) number = await runGroup(group, around, out, number);
	return out;
};

async function runGroup(
	group: CurlOptions,
	around: CommandAround,
	out: CommandResult,
	before: number
): Promise<number> {
	const { switches, ordered } = group;
	const says = (line: string) => {
		if (!switches.has('silent') || switches.has('show-error')) out.stderr += `${line}\n`;
	};
	const fail = (code: number, line: string) => {
		says(`curl: (${code}) ${line}`);
		out.exitCode = code;
	};
	let body: CurlBody;
	try {
		body = await readBody(group, around);
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		out.stderr += `curl: ${error.message}\n${TRY}`;
		out.exitCode = 26;
		return before;
	}
	if (!switches.has('silent')) for (const warning of body.warnings) out.stderr += `${warning}\n`;
	const places = ordered.filter(({ name }) => name === 'output' || name === 'remote-name');
	const given = ordered.filter(({ name }) => name === 'url');
	let number = before;
	for (const [at, { value: url }] of given.entries()) {
		const urls = switches.has('globoff') ? [url] : (globbed(url) ?? undefined);
		if (!urls) {
			fail(3, globComplaint(url));
			continue;
		}
		for (const one of urls) {
			const place = places[Math.min(at, places.length - 1)];
			const target = at < places.length || switches.has('remote-name-all') ? place : undefined;
			try {
				await fetchOne(one, group, body, around, out, { target, number, fail, says });
			} catch (error) {
				if (!(error instanceof BadAddress)) throw error;
				fail(error.code, error.message);
			}
			number += 1;
		}
		if (out.exitCode !== 0 && switches.has('fail-early')) return number;
	}
	return number;
}

interface One {
	target: { name: string; value: string } | undefined;
	number: number;
	fail(code: number, line: string): void;
	says(line: string): void;
}

async function fetchOne(
	url: string,
	group: CurlOptions,
	body: CurlBody,
	around: CommandAround,
	out: CommandResult,
	{ target, number, fail, says }: One
): Promise<void> {
	const { switches, values } = group;
	const request = await requestFor(url, group, body, around);
	const options = transferOptions(group, request);
	const tries = Number(values.get('retry') ?? 0);
	const startMs = await around.outside.nowMs();
	let written = '';
	let done: Transfer;
	for (let left = tries, count = 0; ; left -= 1, count += 1) {
		done = await transfer(url, request, options, around);
		if (switches.has('verbose')) out.stderr += done.trace.map((line) => `${line}\n`).join('');
		written += bodyToWrite(done, group);
		const failure = failureOf(done, group);
		const pause = pauseBefore(
			done,
			failure,
			group,
			count,
			(await around.outside.nowMs()) - startMs
		);
		if (pause === undefined || left <= 0) break;
		if (failure) says(`curl: (${failure[0]}) ${failure[1]}`);
		if (!switches.has('silent'))
			out.stderr += `Warning: Problem: ${pause.why}. Will retry in ${pause.seconds} seconds. ${left} ${left === 1 ? 'retry' : 'retries'} left.\n`;
		if (target) written = '';
		await around.outside.sleep(pause.seconds * 1000, around.signal);
	}
	const dump = values.get('dump-header');
	if (dump !== undefined) {
		if (dump === '-') out.stdout += heads(done);
		else await around.write(dump, heads(done));
	}
	const file = target && (target.name === 'output' ? target.value : remoteName(url));
	if (file === undefined || file === '-') out.stdout += written;
	else if (written !== '' || done.exitCode === 0) {
		try {
			if (file !== '/dev/null') await around.write(file, written);
		} catch {
			// Curl's own words for any reason that a file cannot be written.
			fail(23, 'Failure writing output to destination');
			return;
		}
	}
	const failure = failureOf(done, group);
	if (failure) fail(...failure);
	if (done.remark !== undefined) out.stderr += `${done.remark}\n`;
	const format = values.get('write-out');
	if (format === undefined) return;
	const text = format.startsWith('@') ? ((await around.read(format.slice(1))) ?? '') : format;
	const ended = failure ? { ...done, exitCode: failure[0], complaint: failure[1] } : done;
	const made = writeOut(text, ended, number);
	out.stdout += made.stdout;
	out.stderr += made.stderr;
}

/** How the command fails: curl's exit code and what it says behind it. */
function failureOf(done: Transfer, { switches }: CurlOptions): [number, string] | undefined {
	if (done.exitCode !== 0) return [done.exitCode, done.complaint ?? ''];
	const status = done.answers.at(-1)?.status ?? 0;
	if (status < 400 || !(switches.has('fail') || switches.has('fail-with-body'))) return undefined;
	return [22, `The requested URL returned error: ${status}`];
}

function bodyToWrite(done: Transfer, { switches }: CurlOptions): string {
	const last = done.answers.at(-1);
	const isHidden =
		switches.has('fail') && !switches.has('fail-with-body') && (last?.status ?? 0) >= 400;
	const shows = switches.has('include') || switches.has('head');
	return (shows ? heads(done, isHidden) : '') + (isHidden ? '' : (last?.body ?? ''));
}

const heads = ({ answers }: Transfer, isHidden = false): string =>
	(isHidden ? answers.slice(0, -1) : answers)
		.map(
			({ status, reason, headers }) =>
				`HTTP/1.1 ${status} ${reason}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
		)
		.join('');

const remoteName = (url: string): string =>
	new URL(/^[a-z]+:\/\//i.test(url) ? url : `http://${url}`).pathname.replace(/^.*\//, '') ||
	'curl_response';

function globComplaint(url: string): string {
	const at = Math.max(0, url.search(/[[\]{}]/));
	const bracket = url[at];
	const kind =
		bracket === '{'
			? 'unmatched brace'
			: bracket === '['
				? 'bad range'
				: 'unmatched close brace/bracket';
	return `${kind} in URL position ${at + 1}:\n${url}\n${' '.repeat(at)}^`;
}
