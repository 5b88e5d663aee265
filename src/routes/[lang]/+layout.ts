import { error } from '@sveltejs/kit';
import type { LayoutLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

export const load: LayoutLoad = ({ params }) => {
	if (params.lang !== 'ru' && params.lang !== 'en') error(404, 'No such language');
	return { language: params.lang as 'ru' | 'en' };
};
