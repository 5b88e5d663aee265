import type { Header } from './draft.ts';

/** @source RFC 9110, section 5.6.2 (token) and 5.5 (field-value: visible ASCII, space, tab, obs-text) */
const NAME = /^[!#$%&'*+.^_`|~\w-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** The name of the first header that HTTP cannot carry (a line break, an emoji); undefined when all can go. */
export function badHeader(headers: readonly Header[]): string | undefined {
	return headers.find(([name, value]) => !NAME.test(name) || !VALUE.test(value))?.[0];
}
