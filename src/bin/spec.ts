/**
 * Takes the OpenAPI documents of a real Airflow and keeps their facts in `static/openapi/airflow-<version>.json`.
 *
 *   npm run spec -- http://admin:admin@host/api/v1/openapi.json http://admin:admin@host/auth/fab/v1/openapi.json   (2.11)
 *   npm run spec -- http://host/openapi.json http://host/auth/openapi.json                                        (3.x)
 *
 * The first document is the API itself, the others are merged into it. Each may be a URL or a file, JSON or YAML.
 * The version is asked of the server (v1's document lags behind: 2.11 still says 2.10.5) or given as `--version 2.11.2`.
 */
import { LabError } from '#lib/lab-error.ts';
import { factsOf } from '#lib/openapi/facts.ts';
import { mergeFacts } from '#lib/openapi/merge-facts.ts';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

const FOLDER = 'static/openapi';
const VERSION_PATHS = ['api/v1/version', 'api/v2/version'];

const { values, positionals } = parseArgs({
	options: { version: { type: 'string' } },
	allowPositionals: true
});
const [first, ...others] = positionals;
if (first === undefined) {
	throw new LabError('spec-no-source', 'No OpenAPI document was given', {
		hint: 'npm run spec -- <url or file> [more urls or files to merge] [--version 3.3.2]'
	});
}

let facts = factsOf(await load(first));
for (const source of others) {
	const part = await load(source);
	facts = mergeFacts(facts, factsOf(part), isFab(source) ? 'Fab' : 'Auth');
}
const version = values.version ?? (await askVersion(first));
facts.info = { ...(facts.info as object), version };

await mkdir(FOLDER, { recursive: true });
const file = `${FOLDER}/airflow-${version}.json`;
await writeFile(file, JSON.stringify(facts, null, '\t') + '\n');
console.log(`${file}: ${Object.keys(facts.paths as object).length} paths`);

async function load(source: string): Promise<unknown> {
	const text = isUrl(source) ? await get(source) : await readFile(source, 'utf8');
	return parse(text, { maxAliasCount: -1 });
}

async function askVersion(source: string): Promise<string> {
	if (isUrl(source)) {
		const { origin, pathname } = new URL(source);
		const base = pathname.replace(/(api\/v\d\/)?openapi\.(json|yaml)$/, '');
		for (const path of VERSION_PATHS) {
			const response = await fetch(new URL(path, origin + base));
			if (!response.ok) continue;
			const { version } = (await response.json()) as { version: string };
			return version;
		}
	}
	throw new LabError('spec-no-version', `Airflow's version is not known for ${source}`, {
		hint: 'Give it: --version 3.3.2'
	});
}

async function get(source: string): Promise<string> {
	const url = new URL(source);
	const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
	const headers: Record<string, string> =
		url.username === ''
			? {}
			: { Authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
	url.username = url.password = '';
	const response = await fetch(url, { headers });
	if (!response.ok) {
		throw new LabError('spec-unreadable', `${url.href} answered ${response.status}`, {
			hint: 'Is Airflow running, and may this user read the document?'
		});
	}
	return response.text();
}

function isUrl(source: string): boolean {
	return /^https?:\/\//.test(source);
}

function isFab(source: string): boolean {
	return source.includes('fab');
}
