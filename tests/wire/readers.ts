import { request } from 'node:http';
import { connect } from 'node:net';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readCmd } from './cmd-line.ts';
import { readPowershell, type Value } from './powershell-line.ts';
import { secrets, started, type Runner } from './run-snippets.ts';
import { strictBash, strictDash } from './runners.ts';

/** cmd puts a variable's text in before it looks for quotes, so a password with one would end the word. */
export const CMD_PASSWORD = "p@ss w$rd'!";

/** Read as cmd.exe reads a batch file and as it reads its prompt; the words it hands on go to the real curl. */
export const cmd: Runner = eachRead(async (code, folder) => {
	const variables = { ...secrets, AIRFLOW_PASSWORD: CMD_PASSWORD };
	const [batch = [], prompt = []] = (['batch', 'prompt'] as const).map((mode) =>
		readCmd(code, variables, mode)
	);
	if (JSON.stringify(batch) !== JSON.stringify(prompt))
		throw new Error(`The prompt and a batch file differ: ${code}`);
	const [{ argv: [program, ...words] = [] } = { argv: [] }, jq, ...more] = batch;
	if (program !== 'curl.exe' || (jq && jq.argv[0] !== 'jq') || more.length > 0)
		throw new Error(`This would start more: ${JSON.stringify(batch)}`);
	return await started(['curl', '-sS', ...words], folder);
});

/** Read as PowerShell reads it; what it pipes into curl.exe goes to the real curl. */
export const curlInPowershell: Runner = eachRead(async (code, folder) => {
	const [first, jq, ...more] = readPowershell(code, secrets);
	if (first?.command !== 'curl.exe' || (jq && jq.command !== 'jq') || more.length > 0)
		throw new Error(`This would start more: ${code}`);
	const lines = first.input.map((line) => `${line}\r\n`).join('');
	return await started(['curl', '-sS', ...first.words], folder, lines);
});

/** Read as PowerShell reads it; what Invoke-RestMethod is told is sent. */
export const restMethod: Runner = eachRead(async (code) => {
	const [{ command, parameters } = { command: '', parameters: new Map() }, ...more] =
		readPowershell(code, secrets);
	if (command !== 'Invoke-RestMethod' || more.length > 0)
		throw new Error(`This would start more: ${code}`);
	const of = (name: string) => parameters.get(name) as Value | undefined;
	const headers = new Map((of('Headers') as ReadonlyMap<string, string> | undefined) ?? []);
	if (of('ContentType') !== undefined) headers.set('Content-Type', of('ContentType') as string);
	const method = (of('Method') ?? of('CustomMethod')) as string;
	const body = of('Body') as Buffer | undefined;
	await send(of('Uri') as string, method, headers, body);
	return '';
});

/** The message goes down a socket as it is, with the secrets in the places that it names. */
export const socket: Runner = eachRead(async (code) => {
	const valueOf = (text: string) =>
		text.replace(/AIRFLOW_\w+/g, (name) => secrets[name as keyof typeof secrets]);
	const filled = code
		.replace(/<base64 of (.*)>/, (_, pair: string) => Buffer.from(valueOf(pair)).toString('base64'))
		.replace(/<(AIRFLOW_TOKEN)>/, (_, name: string) => valueOf(name));
	const [, host = '', port = '80'] = /^Host: ([^:\r]+):?(\d*)\r$/m.exec(code) ?? [];
	await new Promise<void>((done, fail) => {
		const open = connect(Number(port), host, () => open.write(filled));
		open.on('data', () => undefined);
		open.on('close', () => done());
		open.on('error', fail);
	});
	return '';
});

/** The script of the one step or job, in the shell that the pipeline gives it. */
export const githubStep: Runner = (snippets) =>
	strictBash(new Map([...snippets].map(([name, code]) => [name, stepOf(code)])));
export const gitlabJob: Runner = (snippets) =>
	strictDash(new Map([...snippets].map(([name, code]) => [name, jobOf(code)])));

export function stepOf(code: string): string {
	const workflow = parse(code) as {
		jobs: { airflow: { steps: { run: string; env?: Record<string, string> }[] } };
	};
	const [{ run, env = {} } = { run: '' }] = workflow.jobs.airflow.steps;
	for (const [name, value] of Object.entries(env))
		if (value !== `\${{ secrets.${name} }}`) throw new Error(`Not a secret: ${name}: ${value}`);
	// What GitHub itself would put a value in place of.
	if (run.includes('${{')) throw new Error(`An expression stands in ${run}`);
	return run;
}

export function jobOf(code: string): string {
	const { airflow } = parse(code, { version: '1.1' }) as { airflow: { script: string[] } };
	return airflow.script.join('\n');
}

function send(
	url: string,
	method: string,
	headers: ReadonlyMap<string, string>,
	body: Buffer | undefined
): Promise<void> {
	const [, host = '', port = '80', path = ''] = /^http:\/\/([^/:]+):?(\d*)(.*)$/.exec(url) ?? [];
	return new Promise((done, fail) => {
		const sent = request({ host, port, path, method, headers: Object.fromEntries(headers) });
		sent.on('response', (answer) => answer.resume().on('end', done));
		sent.on('error', fail);
		if (body === undefined) sent.end();
		else {
			sent.setHeader('Content-Length', body.length);
			sent.end(body);
		}
	});
}

// Four at a time, each in a folder with the body that its warning says to save; what one throws is its complaint.
function eachRead(read: (code: string, folder: string) => Promise<string>): Runner {
	return async (snippets, bodies) => {
		const root = await mkdtemp(join(tmpdir(), 'windsock-wire-'));
		const waiting = [...snippets];
		const complaints: string[] = [];
		const left: string[] = [];
		const worker = async () => {
			for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
				const [name, code] = next;
				const folder = join(root, name);
				await mkdir(folder);
				const body = bodies?.get(name);
				if (body !== undefined) await writeFile(join(folder, 'body.txt'), body);
				const said = await read(code, folder).catch(String);
				if (said !== '') complaints.push(`${name}: ${said}`);
				left.push(...(await readdir(folder)).filter((file) => file !== 'body.txt'));
			}
		};
		await Promise.all([worker(), worker(), worker(), worker()]);
		await rm(root, { recursive: true });
		return { complaints: complaints.join('\n'), left };
	};
}
