import { percentEncode } from '#lib/request/encode.ts';

type Warn = (id: string, values?: Record<string, string>) => void;

/** What `-d` and its kin send, put together as curl does it. @source curl's manual page, -d, --data-urlencode, --json */
export class Data {
	readonly #stdin: string | undefined;
	readonly #warn: Warn;
	#text: string | undefined;
	#query: string | undefined;
	/** True after the first option for data, also when its text is in a file and stays there. */
	isGiven = false;
	isJson = false;

	constructor(stdin: string | undefined, warn: Warn) {
		this.#stdin = stdin;
		this.#warn = warn;
	}

	take(name: string, text: string): void {
		if (name === 'url-query') return this.#takeQuery(text);
		if (name === 'upload-file') return this.#takeUpload(text);
		if (name !== 'json' && !/^data(-.+)?$/.test(name)) return;
		this.isGiven = true;
		if (name === 'json') this.isJson = true;
		const isEncoded = name === 'data-urlencode';
		const value =
			name === 'data-raw'
				? text
				: isEncoded
					? this.#encoded(text, name)
					: text.startsWith('@')
						? this.#file(text.slice(1), name, name !== 'data-binary' && name !== 'json')
						: text;
		if (value === undefined) return;
		if (this.#text === undefined) this.#text = value;
		else this.#text += name === 'json' ? value : `&${value}`;
	}

	/** The body, or the query with `-G`; undefined when there is none, or none that is known. */
	text(): string | undefined {
		return this.#text;
	}

	query(): string | undefined {
		return this.#query;
	}

	#takeQuery(text: string): void {
		const value = text.startsWith('+') ? text.slice(1) : this.#encoded(text, 'url-query');
		if (value !== undefined)
			this.#query = this.#query === undefined ? value : `${this.#query}&${value}`;
	}

	#takeUpload(text: string): void {
		const value = this.#file(text, 'upload-file', false);
		if (value !== undefined) this.#text = value;
	}

	// `name=content`, `=content`, `content`, `@file`, `name@file`
	#encoded(text: string, option: string): string | undefined {
		const mark = /[=@]/.exec(text);
		const before = mark ? text.slice(0, mark.index) : '';
		const after = mark ? text.slice(mark.index + 1) : text;
		const value = mark?.[0] === '@' ? this.#file(after, option, false) : after;
		if (value === undefined) return undefined;
		return (before === '' ? '' : `${before}=`) + percentEncode(value).replaceAll('%20', '+');
	}

	#file(name: string, option: string, stripsLines: boolean): string | undefined {
		if ((name === '-' || name === '.') && this.#stdin !== undefined)
			return stripsLines ? this.#stdin.replace(/[\r\n\0]/g, '') : this.#stdin;
		const isInput = name === '-' || name === '.';
		if (isInput) this.#warn('stdin', { names: `--${option} @-` });
		else this.#warn('file', { names: `--${option} ${option === 'upload-file' ? '' : '@'}${name}` });
		return undefined;
	}
}

/** An address with more of a query, before its fragment. */
export function withQuery(url: string, query: string): string {
	const [, before = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(url) ?? [];
	if (query === '') return url;
	const joint = !before.includes('?') ? '?' : /&$|^[^?]*\?$/.test(before) ? '' : '&';
	return before + joint + query + fragment;
}
