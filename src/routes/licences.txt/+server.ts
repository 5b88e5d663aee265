import { allParts, SEPARATOR, textsOf } from '#bin/bundled-parts.ts';
import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** The licences of all that the site is built from, word for word; read by people and by the licences page. */
export const GET: RequestHandler = () =>
	text(
		textsOf(allParts())
			.map(({ of, text: words }) => `${of.join(', ')}\n\n${words}\n`)
			.join(SEPARATOR)
	);
