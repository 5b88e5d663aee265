import {
	authOfHeader,
	authOfOpenPair,
	authOfPair,
	takeAuth,
	variableName
} from '#lib/import/auth.ts';
import { withQuery } from '#lib/import/curl/data.ts';
import { ImportError } from '#lib/import/import-error.ts';
import type { ImportedAuth, ImportedRequest, ImportWarning, Read } from '#lib/import/imported.ts';
import { formText } from '#lib/import/json/form.ts';
import { textOf, textOrBytes } from '#lib/import/shell/byte-text.ts';
import type { Header } from '#lib/request/draft.ts';
import { sentUrl } from '#lib/snippets/sent-request.ts';
import { COMPACT, dumps } from './dumps.ts';
import { readPython, type PyCall } from './script.ts';
import { asPyText, type PyText, type PyValue } from './value.ts';

/**
 * The requests that a Python program sends with `requests` or `httpx`.
 * @throws ImportError when it sends none, or cannot be read
 */
export function pythonRequests(source: string): Read {
	const { calls, warnings } = readPython(source);
	if (calls.length === 0) throw new ImportError('no-python');
	const said: ImportWarning[] = [...warnings];
	const requests = calls.map((call) => new Call(call, said).request());
	return { requests, warnings: said };
}

const LOST = new Map([
	['files', 'file'],
	['proxies', 'proxy'],
	['proxy', 'proxy'],
	['cert', 'certificate'],
	['verify', 'insecure'],
	['hooks', 'aside'],
	['timeout', 'aside'],
	['stream', 'quiet'],
	['allow_redirects', 'quiet'],
	['follow_redirects', 'quiet']
]);
const READ = /^(url|method|params|data|json|content|headers|auth|cookies|base_url)$/;

/** @source requests 2.32, models.py (prepare_*), sessions.py (merge_setting) */
class Call {
	readonly #call: PyCall;
	readonly #warnings: ImportWarning[];

	constructor(call: PyCall, warnings: ImportWarning[]) {
		this.#call = call;
		this.#warnings = warnings;
	}

	request(): ImportedRequest {
		const { method, given, session, library } = this.#call;
		const plain = [...given.plain];
		const verb =
			method === 'request' ? this.#text(given.named.get('method') ?? plain.shift()) : method;
		const address = given.named.get('url') ?? plain.shift();
		if (verb === undefined || address === undefined) throw new ImportError('python-no-url');
		const isBodiless = method === 'get' || method === 'head' || method === 'options';
		// requests.get(url, params), requests.post(url, data, json)
		const second = plain.shift();
		const of = (name: string) => given.named.get(name);
		this.#sayLost();

		const url = this.#text(address) ?? '';
		const base = this.#text(session.get('base_url'));
		const headers = [...this.#headers(session.get('headers')), ...this.#headers(of('headers'))];
		const data = of('data') ?? of('content') ?? (isBodiless ? undefined : second);
		const json = of('json') ?? (isBodiless ? undefined : plain.shift());
		const { body, type } = this.#body(data, json, library);
		const own = lastOfEach(headers);
		if (type !== undefined && !own.some(([name]) => name.toLowerCase() === 'content-type'))
			own.push(['Content-Type', type]);
		this.#cookies(own, [session.get('cookies'), of('cookies')]);
		const auth =
			this.#auth(of('auth') ?? session.get('auth')) ?? this.#headerAuth(session, of('headers'));
		const params = [session.get('params'), of('params') ?? (isBodiless ? second : undefined)]
			.map((one) => this.#query(one))
			.filter((one) => one !== '');
		return {
			method: verb.toUpperCase(),
			// A question mark with nothing behind it goes.
			url: sentUrl(
				withQuery(
					base !== undefined && !/^\w+:\/\//.test(url) ? join(base, url) : url,
					params.join('&')
				)
			).replace(/\?$/, ''),
			headers: takeAuth(own).headers,
			...(body === undefined ? {} : { body }),
			...(auth === undefined ? {} : { auth })
		};
	}

	#text(value: PyValue | undefined): string | undefined {
		if (value === undefined) return undefined;
		const found = asPyText(value);
		this.#sayUnknown(found, 'shell-variable');
		return textOf(found.text);
	}

	#headers(value: PyValue | undefined): Header[] {
		if (value === undefined || isNone(value)) return [];
		if (value.kind !== 'dict') {
			this.#sayUnknown(asPyText(value), 'shell-variable');
			return [];
		}
		return value.entries
			.filter(([, inner]) => !isNone(inner))
			.map(([key, inner]): Header => {
				const name = asPyText(key).text;
				const isSecret = name.toLowerCase() === 'authorization';
				this.#sayUnknown(asPyText(inner), isSecret ? 'secret-variable' : 'shell-variable');
				return [name, textOf(asPyText(inner).text)];
			});
	}

	#headerAuth(session: PyCall['session'], own: PyValue | undefined): ImportedAuth | undefined {
		const all = [session.get('headers'), own].flatMap((one) =>
			one?.kind === 'dict' ? one.entries : []
		);
		const found = all.findLast(
			([key]) => asPyText(key).text.toLowerCase() === 'authorization'
		)?.[1];
		if (!found) return undefined;
		const { text, unknown } = asPyText(found);
		const pair = /^Basic \{([^]*)\}$/.exec(text)?.[1];
		if (pair !== undefined && unknown.length > 0) return authOfOpenPair(pair, unknown);
		return authOfHeader(
			textOf(text),
			unknown[0] === undefined ? undefined : variableName(unknown[0])
		);
	}

	#auth(value: PyValue | undefined): ImportedAuth | undefined {
		if (value === undefined || isNone(value)) return undefined;
		const isBasic = value.kind === 'call' && /(^|\.)(HTTP)?BasicAuth$/.test(value.name);
		const parts = value.kind === 'list' ? value.items : isBasic ? value.given.plain : [];
		const [user, password] = parts.map(asPyText);
		if (!user || !password) {
			this.#warnings.push({ id: 'login', values: { names: `auth=${asPyText(value).text}` } });
			return undefined;
		}
		const unknown = [...user.unknown, ...password.unknown];
		for (const text of unknown) this.#warnings.push({ id: 'secret-variable', values: { text } });
		const pair = `${textOf(user.text)}:${textOf(password.text)}`;
		return unknown.length > 0 ? authOfOpenPair(pair, unknown) : authOfPair(pair);
	}

	#body(data: PyValue | undefined, json: PyValue | undefined, library: PyCall['library']) {
		if (data === undefined || isNone(data)) {
			if (json === undefined || isNone(json)) return {};
			this.#sayInside(json);
			const body = library === 'httpx' ? dumps(json, COMPACT) : dumps(json);
			return { body, type: 'application/json' };
		}
		if (data.kind === 'dict' || data.kind === 'list')
			return {
				body: formText(this.#pairs(data), 'python'),
				type: 'application/x-www-form-urlencoded'
			};
		if (data.kind === 'call' && /^(open|\w+\.open|\w+\.read)$/.test(data.name)) {
			this.#warnings.push({ id: 'file', values: { names: data.source } });
			return {};
		}
		const found = asPyText(data);
		this.#sayUnknown(found, 'shell-variable');
		return { body: textOrBytes(found.text) };
	}

	#query(value: PyValue | undefined): string {
		if (value === undefined || isNone(value)) return '';
		if (value.kind === 'dict' || value.kind === 'list')
			return formText(this.#pairs(value), 'python');
		return this.#text(value) ?? '';
	}

	// A list under a key is the key several times, None is left out.
	#pairs(value: PyValue): [string, string][] {
		const entries =
			value.kind === 'dict'
				? value.entries
				: value.kind === 'list'
					? value.items.flatMap((one) =>
							one.kind === 'list' && one.items[0] && one.items[1]
								? [[one.items[0], one.items[1]] as const]
								: []
						)
					: [];
		return entries.flatMap(([key, inner]) => {
			const values = inner.kind === 'list' ? inner.items : isNone(inner) ? [] : [inner];
			return values.map((one): [string, string] => [asPyText(key).text, this.#text(one) ?? '']);
		});
	}

	#cookies(headers: Header[], given: (PyValue | undefined)[]): void {
		const pairs = given.flatMap((one) => (one === undefined ? [] : this.#pairs(one)));
		if (pairs.length > 0)
			headers.push(['Cookie', pairs.map(([name, value]) => `${name}=${value}`).join('; ')]);
	}

	#sayLost(): void {
		for (const [name, value] of this.#call.given.named) {
			const id = LOST.get(name) ?? (READ.test(name) ? 'quiet' : 'unknown-options');
			const isHarmless = id === 'quiet' || isNone(value) || (name === 'verify' && isTrue(value));
			if (!isHarmless) this.#warnings.push({ id, values: { names: shown(name, value) } });
		}
	}

	#sayUnknown({ unknown }: PyText, id: string): void {
		for (const text of unknown) this.#warnings.push({ id, values: { text } });
	}

	#sayInside(value: PyValue): void {
		if (value.kind === 'list') value.items.forEach((one) => this.#sayInside(one));
		else if (value.kind === 'dict') value.entries.forEach(([, one]) => this.#sayInside(one));
		else this.#sayUnknown(asPyText(value), 'shell-variable');
	}
}

// Lists and dicts are too long to name.
function shown(name: string, value: PyValue): string {
	const { text } = asPyText(value);
	return text === '' ? name : `${name}=${text}`;
}

const isNone = (value: PyValue) => value.kind === 'constant' && value.value === null;
const isTrue = (value: PyValue) => value.kind === 'constant' && value.value === true;

// A dict holds a name once; a session's headers give way to the call's own.
function lastOfEach(headers: readonly Header[]): Header[] {
	const found = new Map(headers.map((header) => [header[0].toLowerCase(), header]));
	return [...found.values()];
}

const join = (base: string, path: string) =>
	`${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
