import type { Handle } from '@sveltejs/kit';

/** Writes the page's language into `<html lang>` while the page is prerendered. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%lang%', event.params.lang === 'en' ? 'en' : 'ru')
	});
