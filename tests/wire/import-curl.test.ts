import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headerOfAuth } from '#lib/import/auth.ts';
import { ImportError } from '#lib/import/import-error.ts';
import { importText } from '#lib/import/import-text.ts';
import type { ImportedRequest } from '#lib/import/imported.ts';
import { NASTY, NASTY_MARKS } from './nasty.ts';
import { startRecorder, type Arrived, type Recorder } from './recorder.ts';

const RUNS = Number(process.env.WINDSOCK_IMPORT_RUNS ?? 300);
const SEED = Number(process.env.WINDSOCK_IMPORT_SEED ?? 5);

let recorder: Recorder;
beforeAll(async () => void (recorder = await startRecorder()));
afterAll(() => recorder.close());

it('reads any curl command as bash and curl do', async () => {
	const commands = fc.sample(command().filter(isPlain), { numRuns: RUNS, seed: SEED });
	const lines = commands.map((one, i) => one.replaceAll('BASE', recorder.baseUrl(`c${i}`)));
	await runInBash(lines);

	let count = 0;
	for (const [i, line] of lines.entries()) {
		const arrived = recorder.arrivedIn(`c${i}`);
		// What curl refuses, an import may refuse too, or mend with a warning.
		if (arrived.length === 0) continue;
		const base = recorder.baseUrl(`c${i}`);
		expect({ line, requests: read(line).map((one) => sentBy(one, base)) }).toEqual({
			line,
			requests: arrived.map(arrivedAs)
		});
		count++;
	}
	expect(count).toBeGreaterThan(RUNS * 0.7);
}, 120_000);

function read(line: string): readonly ImportedRequest[] {
	try {
		return importText(line, { format: 'curl' }).requests;
	} catch (error) {
		if (!(error instanceof ImportError)) throw error;
		throw new Error(`${line}\n${error.message}`, { cause: error });
	}
}

async function runInBash(lines: readonly string[]): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'windsock-import-'));
	const script = join(folder, 'script.sh');
	const calm = 'curl() { command curl -s -S -m 5 -o /dev/null "$@" </dev/null; }';
	await writeFile(script, [calm, ...lines, 'true'].join('\n'));
	await promisify(execFile)('bash', [script], { cwd: folder, timeout: 100_000 }).catch(
		() => undefined
	);
	await rm(folder, { recursive: true });
}

/** A request as it must look on the wire; headers that curl adds by itself are left out. */
function sentBy({ method, url, headers, body, auth }: ImportedRequest, base: string) {
	const authorization = auth && headerOfAuth(auth);
	const all = [
		...headers,
		...(authorization === undefined ? [] : [['authorization', authorization] as const])
	];
	return comparable(
		method,
		latin1(url).slice(base.length),
		all.map(([name, value]) => [name.toLowerCase(), latin1(value)] as const),
		typeof body === 'string' ? latin1(body) : Buffer.from(body ?? []).toString('latin1')
	);
}

function arrivedAs({ method, target, headers, body }: Arrived) {
	const own = headers.filter(
		([name, value]) =>
			!/^(host|content-length|accept-encoding|expect)$/.test(name) &&
			!(name === 'user-agent' && value.startsWith('curl/')) &&
			!(name === 'accept' && value === '*/*')
	);
	return comparable(method, target, own, body.toString('latin1'));
}

function comparable(
	method: string,
	target: string,
	headers: readonly (readonly [string, string])[],
	body: string
) {
	const boundary = /boundary=(\S+)/.exec(headers.map(([, value]) => value).join(' '))?.[1] ?? '\0';
	const calm = (text: string) => text.replaceAll(boundary, 'BOUNDARY');
	return {
		method,
		target,
		headers: joined(headers)
			.map(([name, value]) => `${name}: ${calm(value)}`)
			.toSorted(),
		body: calm(body)
	};
}

// Two of these are one, as `fetch` would have it.
function joined(headers: readonly (readonly [string, string])[]) {
	const isAuth = ([name]: readonly [string, string]) => name === 'authorization';
	const values = headers.filter(isAuth).map(([, value]) => value);
	const rest = headers.filter((header) => !isAuth(header));
	return values.length === 0 ? rest : [...rest, ['authorization', values.join(', ')] as const];
}

const latin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

function command(): fc.Arbitrary<string> {
	const mark = fc.constantFrom(...NASTY_MARKS);
	const text = fc.oneof(
		fc.string({ unit: mark, minLength: 1, maxLength: 12 }),
		fc.constantFrom(...NASTY.filter((one) => !/[\0\ud83d]/.test(one)))
	);
	const line = text.map((one) => one.replace(/[\r\n]/g, ' '));
	const word = text.chain(quoted);
	const lineWord = line.chain(quoted);
	const name = fc.stringMatching(/^X-[A-Za-z]{1,4}$/);
	const header = fc.oneof(
		fc.tuple(name, line).chain(([one, value]) => quoted(`${one}: ${value}`)),
		fc.tuple(name, line).chain(([one, value]) => quoted(`${one}:${value}`)),
		name.chain((one) => quoted(`${one};`)),
		fc.constantFrom(
			"'Content-Type: text/x'",
			"'Content-Type:'",
			"'Accept:'",
			"'User-Agent: x'",
			"'no header'",
			"'Cookie: a=b'",
			"'Authorization: Bearer t'"
		)
	);
	const option = fc.oneof(
		{ weight: 3, arbitrary: header.map((one) => `-H ${one}`) },
		header.map((one) => `--header ${one}`),
		lineWord.map((one) => `-d ${one}`).filter((one) => !/^-d \W{0,3}@/.test(one)),
		word.map((one) => `--data-raw ${one}`),
		word.map((one) => `--data-binary ${one}`).filter((one) => !/binary \W{0,3}@/.test(one)),
		word.map((one) => `--data-urlencode ${one}`).filter((one) => !one.includes('@')),
		fc
			.tuple(name, text)
			.chain(([one, value]) => quoted(`${one}=${value}`))
			.map((one) => `--data-urlencode ${one}`),
		fc
			.tuple(name, line)
			.chain(([one, value]) => quoted(`${one}=${value}`))
			.map((one) => `-F ${one}`)
			.filter((one) => !/[;@<"\\]/.test(one)),
		fc.constantFrom(
			'-X PUT',
			'-XPATCH',
			'-sSXDELETE',
			'--request POST',
			'-G',
			'--get',
			'-I',
			'-k',
			'-L',
			'-f',
			'--compressed',
			'-sS',
			'-v',
			'--http1.1',
			'--max-time 4',
			'-gs',
			'-i',
			'--json \'{"a": 1}\'',
			'--json {}',
			"-u 'a:b c'",
			'-ua:b',
			"--user 'ж:é'",
			'--oauth2-bearer tok',
			"-A 'me/1'",
			'-e http://ref/',
			"-b 'a=b; c=d'",
			"-b 'e=f'",
			"--url-query 'a=b c'",
			"--url-query '+a=%20'",
			'--path-as-is',
			'--head'
		)
	);
	const address = fc.oneof(
		fc.constantFrom(
			'BASE/a',
			"'BASE/a?b=c&d=%20'",
			'"BASE/a/../b/./c"',
			"'BASE/x?y=/../z#f'",
			'BASE/a\\?b=1\\&c',
			"'BASE/[1-3]'",
			"'BASE/{a,b}/[x-y]'",
			"'BASE/%zz%41'",
			'--url BASE/u',
			"'BASE/a' 'BASE/b'",
			'"BASE/?q=a+b"'
		),
		fc
			.string({ unit: fc.constantFrom(...'abc/.?&=%+~!$\'"();,*_-'), maxLength: 12 })
			.chain((one) => quoted(`BASE/${one}`))
	);
	return fc
		.tuple(
			fc.array(option, { maxLength: 4 }),
			address,
			fc.array(option, { maxLength: 2 }),
			fc.constantFrom(' ', ' \\\n  ', '  '),
			fc.constantFrom('', ' | cat', ' # note', ';', ' 2>/dev/null', ' && true', ' > /dev/null')
		)
		.map(
			([before, where, after, joint, end]) => ['curl', ...before, where, ...after].join(joint) + end
		);
}

// A form with another type than a form's, or with parts in parts, is written by curl in a way of its own.
const isPlain = (line: string) =>
	!line.includes('-F ') || !/Content-Type:|=['"\\$]*[()]/.test(line);

/** The text as one word of bash, in any of the ways to write it. */
function quoted(text: string): fc.Arbitrary<string> {
	const single = `'${text.replaceAll("'", `'\\''`)}'`;
	const double = `"${text.replace(/[\\"$`]/g, '\\$&')}"`;
	const ansi = `$'${Array.from(text, ansiChar).join('')}'`;
	const bare = text.replace(/[^\w/.:=é-]/gu, (char) => (char === '\n' ? "'\n'" : `\\${char}`));
	const middle = Math.floor(text.length / 2);
	const isPair = /[\ud800-\udbff]/.test(text[middle - 1] ?? '');
	const halves = isPair
		? single
		: `'${text.slice(0, middle).replaceAll("'", `'\\''`)}'"${text.slice(middle).replace(/[\\"$`]/g, '\\$&')}"`;
	return fc.constantFrom(single, double, ansi, bare, halves);
}

function ansiChar(char: string): string {
	const code = char.codePointAt(0) ?? 0;
	if (char === "'" || char === '\\') return `\\${char}`;
	if (code < 0x20) return `\\x${code.toString(16).padStart(2, '0')}`;
	if (code > 0xffff) return `\\U${code.toString(16).padStart(8, '0')}`;
	if (code > 0x7f) return code % 2 ? `\\u${code.toString(16).padStart(4, '0')}` : char;
	return code % 7 === 0 ? `\\${code.toString(8).padStart(3, '0')}` : char;
}
