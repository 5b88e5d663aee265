import { json } from '@sveltejs/kit';
import { searchEntries } from './entries.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = () => [{ lang: 'ru' }, { lang: 'en' }];

/** What the search page searches; made while the site is built, fetched when somebody searches. */
export const GET: RequestHandler = async ({ params }) =>
	json(await searchEntries(params.lang === 'en' ? 'en' : 'ru'));
