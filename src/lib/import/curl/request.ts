import type { Header } from '#lib/request/draft.ts';
import {
	authOfHeader,
	authOfOpenPair,
	authOfPair,
	headerOfAuth,
	variableName
} from '#lib/import/auth.ts';
import { ImportError } from '#lib/import/import-error.ts';
import type { ImportedAuth, ImportedRequest, ImportWarning } from '#lib/import/imported.ts';
import { textOf, textOrBytes } from '#lib/import/shell/byte-text.ts';
import type { ShellCommand, ShellWord } from '#lib/import/shell/command.ts';
import { curlAddress, globbed, MOST_ADDRESSES, userIn } from './address.ts';
import { Data, withQuery } from './data.ts';
import { BOUNDARY_PARAMETER, FormBody } from './form.ts';
import { readOptions, type CurlGroup } from './options.ts';

/** The requests that one curl command sends. @throws ImportError for what curl itself refuses */
export function curlRequests(command: ShellCommand): {
	requests: ImportedRequest[];
	warnings: ImportWarning[];
} {
	const { groups, left } = readOptions(command);
	const warnings: ImportWarning[] = [...left].map(([id, names]) => ({
		id,
		values: { names: names.join(', ') }
	}));
	const warn = (id: string, values?: Record<string, string>) =>
		void warnings.push(values ? { id, values } : { id });
	const requests = groups.flatMap((group) => new Group(group, command, warn).requests());
	if (requests.length === 0) throw new ImportError('curl-no-url');
	return { requests, warnings };
}

type Warn = (id: string, values?: Record<string, string>) => void;

class Group {
	readonly #group: CurlGroup;
	readonly #warn: Warn;
	readonly #data: Data;
	readonly #form: FormBody;
	readonly #headers: Header[] = [];
	/** Names of headers that the command writes or takes out, in lower case: curl adds none of these. */
	readonly #own = new Set<string>();
	#auth: ImportedAuth | undefined;
	#userAuth: ImportedAuth | undefined;

	constructor(group: CurlGroup, { stdin }: ShellCommand, warn: Warn) {
		this.#group = group;
		this.#warn = warn;
		this.#data = new Data(stdin, warn);
		this.#form = new FormBody(warn);
	}

	requests(): ImportedRequest[] {
		for (const { name, value } of this.#group.options) {
			this.#warnUnknown(name, value);
			this.#data.take(name, value.text);
			this.#form.take(name, value.text);
			if (name === 'header') this.#header(value);
			else if (name === 'user') this.#userAuth = this.#user(value);
			else if (name === 'oauth2-bearer')
				this.#userAuth = withVariable(`Bearer ${value.text}`, value.unknown);
		}
		this.#refuseTwo();
		this.#addDefaults();
		return this.#group.urls.flatMap((url) => {
			this.#warnUnknown('url', url);
			return this.#addresses(textOf(url.text)).map((address) => this.#request(address));
		});
	}

	#request(address: string): ImportedRequest {
		const inAddress = userIn(address);
		const auth =
			this.#auth ??
			this.#userAuth ??
			(inAddress === undefined ? undefined : this.#pair(inAddress, []));
		const query = this.#has('get') ? this.#data.text() : this.#data.query();
		const url = curlAddress(
			query === undefined ? address : withQuery(address, lowered(query)),
			this.#has('path-as-is')
		);
		const target = this.#last('request-target');
		const data = this.#has('get') ? undefined : this.#data.text();
		const body = data ?? this.#form.text();
		return {
			method: this.#method(),
			url: target === undefined ? url : url.replace(/^([^/]+:\/\/[^/?#]*).*$/s, `$1${target}`),
			headers: this.#headers,
			...(body === undefined ? {} : { body: textOrBytes(body) }),
			...(auth === undefined ? {} : { auth })
		};
	}

	#method(): string {
		const method = this.#last('request');
		if (method !== undefined && method !== '') return method;
		if (this.#has('head')) return 'HEAD';
		if (this.#has('upload-file')) return 'PUT';
		return (this.#data.isGiven && !this.#has('get')) || this.#form.isGiven ? 'POST' : 'GET';
	}

	#addresses(url: string): string[] {
		const bare = url.replace(/^[\0- ]+|[\0- ]+$/g, '');
		if (/[\0- ]/.test(bare)) this.#warn('url-blank', { url });
		const plain = bare.replace(/[\0- ]/g, (char) => encodeURIComponent(char));
		if (this.#has('globoff')) return [plain];
		const urls = globbed(plain);
		if (urls === undefined) throw new ImportError('curl-glob', { url });
		if (urls.length > 1) this.#warn('curl-globbed', { count: String(urls.length) });
		if (urls.length === MOST_ADDRESSES)
			this.#warn('too-many-requests', { count: String(MOST_ADDRESSES) });
		return urls;
	}

	// @source curl's manual page, -H: `Name:` takes a header out, `Name;` sends it empty
	#header({ text, unknown }: ShellWord): void {
		if (text.startsWith('@')) return this.#warn('file', { names: `-H ${text}` });
		const line = textOf(text);
		const colon = line.indexOf(':');
		const empty = /^([^:;]+);\s*$/.exec(line)?.[1];
		const name = empty ?? line.slice(0, colon);
		const value = line.slice(colon + 1).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
		if (empty === undefined && colon < 0) return this.#warn('curl-no-header', { text: line });
		this.#own.add(name.toLowerCase());
		if (empty !== undefined) this.#headers.push([name, '']);
		else if (name.toLowerCase() === 'authorization' && value !== '')
			this.#auth = this.#auth ? joined(this.#auth, value) : withVariable(value, unknown);
		else if (value !== '') this.#headers.push([name, value]);
	}

	#user({ text, unknown }: ShellWord): ImportedAuth {
		return this.#pair(textOf(text), unknown);
	}

	#pair(pair: string, unknown: readonly string[]): ImportedAuth {
		if (unknown.length === 0 && pair.includes(':')) return authOfPair(pair);
		const auth = authOfOpenPair(pair, unknown);
		if (auth.kind === 'basic' && auth.password === undefined && auth.variable === undefined)
			this.#warn('password-asked', { name: pair });
		return auth;
	}

	#addDefaults(): void {
		const front: Header[] = [];
		const add = (name: string, value: string | undefined, list = this.#headers) => {
			if (value !== undefined && value !== '' && !this.#own.has(name.toLowerCase()))
				list.push([name, value]);
		};
		const cookies = this.#all('cookie').filter((text) => text.includes('='));
		for (const text of this.#all('cookie'))
			if (!text.includes('=')) this.#warn('cookie-jar', { names: `-b ${text}` });
		add('User-Agent', this.#last('user-agent'), front);
		add('Referer', this.#last('referer')?.replace(/;auto$/, ''), front);
		add('Cookie', cookies.length > 0 ? cookies.join(';') : undefined, front);
		const range = this.#last('range');
		add('Range', range === undefined ? undefined : `bytes=${range}`, front);
		this.#headers.unshift(...front);
		if (this.#data.isJson) {
			add('Content-Type', 'application/json');
			add('Accept', 'application/json');
		} else if (this.#data.isGiven && !this.#has('get'))
			add('Content-Type', 'application/x-www-form-urlencoded');
		else if (this.#form.isGiven) {
			add('Content-Type', this.#form.type);
			this.#headers.forEach(([name, value], i) => {
				if (name.toLowerCase() === 'content-type' && !value.includes(BOUNDARY_PARAMETER))
					this.#headers[i] = [name, `${value}; ${BOUNDARY_PARAMETER}`];
			});
		}
	}

	#refuseTwo(): void {
		const kinds = [
			this.#data.isGiven && !this.#has('get'),
			this.#form.isGiven,
			this.#has('head'),
			this.#has('upload-file') && !this.#data.isGiven
		].filter(Boolean);
		if (kinds.length > 1) throw new ImportError('curl-two-methods');
	}

	#warnUnknown(name: string, { text, unknown }: ShellWord): void {
		const isSecret = name === 'user' || name === 'oauth2-bearer' || /^authorization:/i.test(text);
		for (const one of unknown)
			this.#warn(isSecret ? 'secret-variable' : 'shell-variable', { text: one });
	}

	#has(name: string): boolean {
		return this.#group.options.some((option) => option.name === name);
	}

	#all(name: string): string[] {
		return this.#group.options
			.filter((option) => option.name === name)
			.map(({ value }) => textOf(value.text));
	}

	#last(name: string): string | undefined {
		return this.#all(name).at(-1);
	}
}

// @source curl, lib/urlapi.c: what is appended to a query has its escapes in lower case
const lowered = (query: string) => query.replace(/%[\dA-F]{2}/gi, (code) => code.toLowerCase());

// curl sends both; a browser makes one of them.
function joined(auth: ImportedAuth, value: string): ImportedAuth {
	return { kind: 'header', value: `${headerOfAuth(auth) ?? ''}, ${value}` };
}

function withVariable(value: string, unknown: readonly string[]): ImportedAuth {
	const variable = unknown[0] === undefined ? undefined : variableName(unknown[0]);
	return authOfHeader(textOf(value), variable);
}
