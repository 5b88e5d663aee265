import { withQuery } from '#lib/import/curl/data.ts';
import { percentEncode } from '#lib/request/encode.ts';
import type { CommandAround } from '#lib/runtimes/command.ts';
import type { CurlOptions } from './options.ts';

/** What a command sends besides its address and headers. */
export interface CurlBody {
	/** Undefined = none. */
	text: string | undefined;
	isJson: boolean;
	isForm: boolean;
	/** What is added to the address. */
	query: string | undefined;
	warnings: string[];
}

/** A file that cannot be read: curl ends with 26. */
export class Unreadable extends Error {}

/** Puts together what `-d` and its kin say. @source curl's manual page, -d, --data-urlencode, --json, -G, -T */
export async function readBody(
	{ ordered, values, switches }: CurlOptions,
	around: Pick<CommandAround, 'read' | 'stdin'>
): Promise<CurlBody> {
	const warnings: string[] = [];
	const fileText = async (path: string): Promise<string> => {
		const text = path === '-' ? around.stdin : await around.read(path);
		if (text !== undefined) return text;
		warnings.push(`Warning: Couldn't read data from file "${path}", this makes an empty POST.`);
		return '';
	};
	const encoded = async (text: string) => {
		const mark = /[=@]/.exec(text);
		const before = mark ? text.slice(0, mark.index) : '';
		const after = mark ? text.slice(mark.index + 1) : text;
		const value = mark?.[0] === '@' ? await fileText(after) : after;
		return (before === '' ? '' : `${before}=`) + percentEncode(value).replaceAll('%20', '+');
	};
	let text: string | undefined;
	let query: string | undefined;
	let isJson = false;
	for (const { name, value } of ordered) {
		if (name === 'url-query') {
			const part = value.startsWith('+') ? value.slice(1) : await encoded(value);
			query = query === undefined ? part : `${query}&${part}`;
		}
		if (name !== 'json' && !/^data(-.+)?$/.test(name)) continue;
		isJson ||= name === 'json';
		let part = value;
		if (name === 'data-urlencode') part = await encoded(value);
		else if (name !== 'data-raw' && value.startsWith('@')) {
			part = await fileText(value.slice(1));
			if (name === 'data' || name === 'data-ascii') part = part.replace(/[\r\n\0]/g, '');
		}
		if (text === undefined) text = part;
		else text += name === 'json' ? part : `&${part}`;
	}
	const upload = values.get('upload-file');
	if (upload !== undefined) {
		const found = upload === '-' || upload === '.' ? around.stdin : await around.read(upload);
		if (found === undefined) throw new Unreadable(`Can't open '${upload}'!`);
		text = found;
	}
	const isForm = text !== undefined && upload === undefined && !isJson;
	if (switches.has('get') && text !== undefined) {
		query = query === undefined ? text : `${query}&${text}`;
		return { text: undefined, isJson, isForm: false, query, warnings };
	}
	return { text, isJson, isForm, query, warnings };
}

export const addressWith = (url: string, query: string | undefined): string =>
	query === undefined ? url : withQuery(url, query);
