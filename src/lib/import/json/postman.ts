import { takeAuth } from '#lib/import/auth.ts';
import { Template } from '#lib/import/http/template.ts';
import { ImportError } from '#lib/import/import-error.ts';
import type { ImportedAuth, ImportedRequest, ImportWarning, Read } from '#lib/import/imported.ts';
import { percentEncode } from '#lib/request/encode.ts';
import type { Header } from '#lib/request/draft.ts';
import { sentUrl } from '#lib/snippets/sent-request.ts';
import { formText, multipartText } from './form.ts';
import { isRecord, parseJson, records, textIn, type JsonRecord } from './read.ts';

/**
 * The requests of a Postman collection 2.1 (2.0 too), those in folders included, in its order.
 * @source Postman Collection Format 2.1.0, JSON schema
 * @throws ImportError when it is none
 */
export function postmanRequests(source: string): Read {
	const root = parseJson(source);
	const collection = isRecord(root) && isRecord(root.collection) ? root.collection : root;
	if (!isRecord(collection) || !Array.isArray(collection.item))
		throw new ImportError('postman-none');
	return new Collection(collection).read();
}

const BOUNDARY = 'windsock-boundary';

class Collection {
	readonly #collection: JsonRecord;
	readonly #template: Template;
	readonly #warnings: ImportWarning[] = [];

	constructor(collection: JsonRecord) {
		this.#collection = collection;
		this.#template = new Template(
			new Map(
				records(collection.variable)
					.filter((one) => one.disabled !== true)
					.map((one) => [textIn(one, 'key') ?? textIn(one, 'id') ?? '', textIn(one, 'value') ?? ''])
			)
		);
	}

	read(): Read {
		const requests = this.#items(this.#collection, '', undefined);
		return { requests, warnings: [...this.#warnings, ...this.#template.warnings] };
	}

	#items(folder: JsonRecord, path: string, above: unknown): ImportedRequest[] {
		const auth = folder.auth ?? above;
		if (records(folder.event).some(hasScript)) this.#warnOnce('scripts-left-out');
		return records(folder.item).flatMap((item) => {
			const name = path + (textIn(item, 'name') ?? '');
			if (Array.isArray(item.item)) return this.#items(item, `${name} / `, auth);
			if (records(item.event).some(hasScript)) this.#warnOnce('scripts-left-out');
			const { request } = item;
			if (typeof request === 'string')
				return [{ method: 'GET', url: sentUrl(this.#template.fill(request)), headers: [], name }];
			return isRecord(request) ? [this.#request(request, name, auth)] : [];
		});
	}

	#request(request: JsonRecord, name: string, above: unknown): ImportedRequest {
		const all: Header[] = records(request.header)
			.filter((one) => one.disabled !== true)
			.map((one) => [textIn(one, 'key') ?? '', textIn(one, 'value') ?? '']);
		const own = all.find(([header]) => header.toLowerCase() === 'authorization');
		const headers = takeAuth(all).headers.map(([header, value]): Header => [
			header,
			this.#template.fill(value)
		]);
		const { body, type } = isRecord(request.body) ? this.#body(request.body) : {};
		const hasType = headers.some(([header]) => header.toLowerCase() === 'content-type');
		if (type !== undefined && !hasType) headers.push(['Content-Type', type]);
		const auth = own ? this.#template.auth(own[1]) : this.#auth(request.auth ?? above, headers);
		return {
			method: (textIn(request, 'method') ?? 'GET').toUpperCase(),
			url: sentUrl(this.#address(request.url)),
			headers,
			...(body === undefined ? {} : { body }),
			...(auth === undefined ? {} : { auth }),
			...(name === '' ? {} : { name })
		};
	}

	#address(url: unknown): string {
		if (!isRecord(url)) return this.#template.fill(typeof url === 'string' ? url : '');
		const raw = textIn(url, 'raw') ?? builtAddress(url);
		const values = new Map(
			records(url.variable).map((one) => [textIn(one, 'key') ?? '', textIn(one, 'value') ?? ''])
		);
		const filled = raw.replace(/\/:([\w.-]+)(?=[/?#]|$)/g, (hole, name: string) => {
			const value = values.get(name);
			return value === undefined || value === ''
				? hole
				: `/${percentEncode(this.#template.fill(value))}`;
		});
		return this.#template.fill(filled);
	}

	#auth(auth: unknown, headers: Header[]): ImportedAuth | undefined {
		if (!isRecord(auth)) return undefined;
		const type = textIn(auth, 'type') ?? 'noauth';
		const fields = fieldsOf(auth[type]);
		const of = (name: string) => fields.get(name) ?? '';
		if (type === 'noauth') return undefined;
		if (type === 'bearer') return this.#template.auth(`Bearer ${of('token')}`);
		if (type === 'basic') {
			const secret = this.#template.auth(`Bearer ${of('password')}`);
			const username = this.#template.fill(of('username'));
			if (secret.kind === 'bearer' && secret.variable !== undefined)
				return { kind: 'basic', username, variable: secret.variable };
			return { kind: 'basic', username, password: this.#template.fill(of('password')) };
		}
		if (type === 'apikey' && of('in') !== 'query')
			headers.push([of('key'), this.#template.fill(of('value'))]);
		else this.#warnings.push({ id: 'login', values: { names: type } });
		return undefined;
	}

	#body(body: JsonRecord): { body?: string; type?: string } {
		if (body.disabled === true) return {};
		const mode = textIn(body, 'mode') ?? 'raw';
		const pairs = records(body[mode]).filter((one) => one.disabled !== true);
		for (const one of pairs)
			if (one.type === 'file')
				this.#warnings.push({ id: 'file', values: { names: String(one.src ?? one.key) } });
		const texts = pairs
			.filter((one) => one.type !== 'file')
			.map(
				(one) =>
					[textIn(one, 'key') ?? '', this.#template.fill(textIn(one, 'value') ?? '')] as const
			);
		if (mode === 'urlencoded')
			return { body: formText(texts, 'postman'), type: 'application/x-www-form-urlencoded' };
		if (mode === 'formdata')
			return {
				body: multipartText(texts, BOUNDARY),
				type: `multipart/form-data; boundary=${BOUNDARY}`
			};
		if (mode === 'raw') {
			const text = textIn(body, 'raw');
			const type = rawType(body);
			if (text === undefined || text === '') return {};
			return { body: this.#template.fill(text), ...(type === undefined ? {} : { type }) };
		}
		const names = mode === 'file' && isRecord(body.file) ? textIn(body.file, 'src') : undefined;
		this.#warnings.push({ id: 'file', values: { names: names ?? mode } });
		return {};
	}

	#warnOnce(id: string): void {
		if (!this.#warnings.some((one) => one.id === id)) this.#warnings.push({ id });
	}
}

// An event without a line of code is what Postman saves when somebody looked at it.
function hasScript(event: JsonRecord): boolean {
	const lines = isRecord(event.script) ? event.script.exec : undefined;
	const text = Array.isArray(lines) ? lines.join('') : typeof lines === 'string' ? lines : '';
	return text.trim() !== '';
}

// 2.1 has a list of keys and values, 2.0 an object.
function fieldsOf(value: unknown): Map<string, string> {
	if (Array.isArray(value))
		return new Map(
			records(value).map((one) => [textIn(one, 'key') ?? '', textIn(one, 'value') ?? ''])
		);
	const entries = isRecord(value) ? Object.keys(value) : [];
	return new Map(entries.map((name) => [name, textIn(value as JsonRecord, name) ?? '']));
}

function builtAddress(url: JsonRecord): string {
	const parts = (value: unknown, joint: string) =>
		Array.isArray(value)
			? value.map((one) => (isRecord(one) ? textIn(one, 'value') : String(one))).join(joint)
			: typeof value === 'string'
				? value
				: '';
	const port = textIn(url, 'port');
	const query = records(url.query)
		.filter((one) => one.disabled !== true)
		.map((one) => `${textIn(one, 'key') ?? ''}=${textIn(one, 'value') ?? ''}`);
	const host = parts(url.host, '.') + (port === undefined ? '' : `:${port}`);
	const path = parts(url.path, '/').replace(/^\/?/, '/');
	const scheme = textIn(url, 'protocol') ?? 'http';
	return `${scheme}://${host}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

const TYPES = new Map([
	['json', 'application/json'],
	['xml', 'application/xml'],
	['html', 'text/html'],
	['javascript', 'application/javascript'],
	['text', 'text/plain']
]);

function rawType(body: JsonRecord): string | undefined {
	const options = isRecord(body.options) && isRecord(body.options.raw) ? body.options.raw : {};
	return TYPES.get(textIn(options, 'language') ?? 'text');
}
