import { prepare } from '#lib/openapi/prepare.ts';
import { error, json } from '@sveltejs/kit';
import { readFile } from 'node:fs/promises';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

const FILES: Record<string, string> = {
	v1: 'static/openapi/airflow-2.11.2.json',
	v2: 'static/openapi/airflow-3.3.2.json'
};

export const entries: EntryGenerator = () => Object.keys(FILES).map((api) => ({ api }));

/** The bundled specs, prepared while the site is built: the page parses no YAML and dereferences nothing. */
export const GET: RequestHandler = async ({ params }) => {
	const file = FILES[params.api];
	if (file === undefined) error(404, 'No such API');
	return json(prepare(JSON.parse(await readFile(file, 'utf8'))));
};
