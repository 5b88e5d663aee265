/**
 * Turns a request into code and code into a request, as HAR 1.2 has requests.
 *
 *   npm run -s convert -- --to curl < request.json      a HAR request object → code; warnings on stderr
 *   npm run -s convert -- --from curl < command.txt     code → a HAR request object with its `warnings`
 *
 * With `--ndjson` one JSON value a line: `{"id","request"}` → `{"id","code","warnings"}`, `{"id","text"}` →
 * `{"id","request","warnings"}`, and `{"id","error"}` for a line that cannot be converted; the run goes on.
 */
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { targetOf, targets } from '#lib/snippets/targets.ts';
import { convertCode, convertRequest, type Converted, type Wishes } from './convert-request.ts';
import { FORMATS, isFormat } from './convert-formats.ts';

const USAGE = `npm run -s convert -- --to <target> [options]    a HAR request (JSON) → code
npm run -s convert -- --from <format> [--api v1|v2]     code → a HAR request (JSON)
npm run -s convert -- --list                            the targets, one a line

  --from      ${FORMATS.join(', ')}
  --ndjson    one JSON value a line, in and out
  --lang      ru or en, for warnings and errors (default en)
  with --to:  --long  --lines fit|one|many  --check  --wait  --jq <filter>  --show-secrets`;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	// Whoever read the output has read enough.
	process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const wishes = wishesOf();
const convert = (value: unknown): Promise<Converted> =>
	wishes.to === undefined ? convertCode(value, wishes) : convertRequest(value, wishes);
if (wishes.isNdjson) await convertLines();
else await convertOne();

async function convertOne(): Promise<void> {
	const source = (await buffer(process.stdin)).toString('utf8').replace(/^\ufeff/, '');
	const key = wishes.to === undefined ? 'text' : 'request';
	const converted = await convert({ [key]: wishes.to === undefined ? source : parsed(source) });
	if ('error' in converted) refuse(converted.error);
	if ('code' in converted) {
		for (const { text } of converted.warnings) console.error(`warning: ${text}`);
		if (!converted.available) process.exit(1);
		process.stdout.write(`${converted.code}\n`);
		return;
	}
	const { request, requests, warnings } = converted;
	const all = requests ?? [request];
	const shown = all.map((one) => ({ ...one, warnings }));
	process.stdout.write(`${JSON.stringify(shown.length === 1 ? shown[0] : shown, null, 2)}\n`);
}

async function convertLines(): Promise<void> {
	const decoder = new TextDecoder();
	let rest = '';
	for await (const chunk of process.stdin) {
		// Not readline, which takes U+2028 for the end of a line.
		const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) await convertLine(line);
	}
	await convertLine(rest + decoder.decode());
}

async function convertLine(line: string): Promise<void> {
	if (line.trim() === '') return;
	let id: unknown = null;
	let converted: Converted;
	try {
		const value: unknown = JSON.parse(line);
		id = (value as { id?: unknown } | null)?.id ?? null;
		converted = await convert(value);
	} catch (error) {
		converted = { error: error instanceof Error ? error.message : String(error) };
	}
	if (!process.stdout.write(`${JSON.stringify({ id, ...converted })}\n`))
		await once(process.stdout, 'drain');
}

function parsed(source: string): unknown {
	try {
		return JSON.parse(source);
	} catch (error) {
		return refuse(
			`The input is no JSON: ${error instanceof Error ? error.message : String(error)}. --to takes one HAR request object.`
		);
	}
}

function wishesOf(): Wishes & { isNdjson: boolean } {
	let values;
	try {
		({ values } = parseArgs({
			options: {
				to: { type: 'string' },
				from: { type: 'string' },
				list: { type: 'boolean' },
				ndjson: { type: 'boolean', default: false },
				api: { type: 'string' },
				lang: { type: 'string', default: 'en' },
				long: { type: 'boolean' },
				lines: { type: 'string', default: 'fit' },
				check: { type: 'boolean', default: false },
				wait: { type: 'boolean', default: false },
				jq: { type: 'string' },
				'show-secrets': { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h' }
			}
		}));
	} catch (error) {
		return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
	}
	const { to, from, lines, lang, api } = values;
	if (values.help) {
		console.log(USAGE);
		process.exit(0);
	}
	if (values.list) {
		for (const { id } of targets) console.log(id);
		process.exit(0);
	}
	if ((to === undefined) === (from === undefined)) refuse(`Either --to or --from.\n\n${USAGE}`);
	if (to !== undefined && !targetOf(to, 'other'))
		refuse(`There is no target ${to}; --list names them all.`);
	if (from !== undefined && !isFormat(from)) refuse(`--from takes ${FORMATS.join(', ')}.`);
	if (lines !== 'fit' && lines !== 'one' && lines !== 'many')
		return refuse('--lines takes fit, one or many.');
	if (lang !== 'ru' && lang !== 'en') return refuse('--lang takes ru or en.');
	if (api !== undefined && api !== 'v1' && api !== 'v2') return refuse('--api takes v1 or v2.');
	return {
		to,
		from: from !== undefined && isFormat(from) ? from : 'auto',
		api,
		language: lang,
		isNdjson: values.ndjson,
		code: {
			flags: values.long ? 'long' : 'short',
			lines,
			checksErrors: values.check,
			waits: values.wait,
			...(values.jq === undefined ? {} : { jq: values.jq }),
			showsSecret: values['show-secrets']
		}
	};
}

function refuse(what: string): never {
	console.error(what);
	process.exit(2);
}
