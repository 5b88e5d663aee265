import type { RequestDraft } from './draft.ts';

/** Words in a name that make Airflow hide the value. @source airflow._shared.secrets_masker DEFAULT_SENSITIVE_FIELDS */
const SENSITIVE =
	/access_token|api_?key|apikey|authorization|passphrase|passwd|password|private_key|proxies|proxy|secret|token|keyfile_dict|service_account|cookie|credential/i;

/** Whether a header, parameter or field of this name holds a secret. */
export const isSecretName = (name: string): boolean =>
	SENSITIVE.test(name.replaceAll('-', '_')) && !HARMLESS.has(name.toLowerCase());

// Named like a secret, and none: it names a place in a list.
const HARMLESS = new Set(['file_token', 'page_token', 'page_token_id']);

/** Stands in a shared request for a value that the reader has to bring. */
export const blank = (name: string): string => `{{${name}}}`;

/**
 * The draft with every secret taken out: headers of such names are dropped, values of such names in the query
 * and in a JSON body become {@link blank}s, a variable whose key sounds secret loses its value.
 * A body that is not JSON stays as it is, unless it is a form.
 */
export function withoutSecrets(draft: RequestDraft): RequestDraft {
	const entries = Object.entries(draft.headers).filter(([name]) => !isSecretName(name));
	const query = Object.entries(draft.query).map(([name, values]) => [
		name,
		isSecretName(name) ? values.map(() => blank(name)) : values
	]);
	return {
		...draft,
		headers: Object.fromEntries(entries),
		query: Object.fromEntries(query) as Record<string, string[]>,
		...(draft.body === undefined ? {} : { body: bodyWithoutSecrets(draft.body) })
	};
}

/** Names of the blanks in a draft, in order of appearance. */
export function blanksIn(draft: RequestDraft): string[] {
	const texts = [draft.body ?? '', ...Object.values(draft.query).flat()];
	const found = texts.flatMap((text) => [...text.matchAll(BLANK)].map(([, name = '']) => name));
	return [...new Set(found)];
}

/** The draft with one blank filled in; inside JSON, and JSON inside that, the value is escaped. */
export function fillBlank(draft: RequestDraft, name: string, value: string): RequestDraft {
	const query = Object.entries(draft.query).map(([key, values]) => [
		key,
		values.map((text) => text.replaceAll(blank(name), () => value))
	]);
	return {
		...draft,
		query: Object.fromEntries(query) as Record<string, string[]>,
		...(draft.body === undefined ? {} : { body: filled(draft.body, blank(name), value) })
	};
}

function filled(text: string, hole: string, value: string): string {
	if (!/^\s*[[{"]/.test(text) || !isJson(text)) return text.replaceAll(hole, () => value);
	return text.replace(TOKEN, (token) =>
		token.startsWith('"') && token.includes(hole)
			? JSON.stringify(filled(String(JSON.parse(token)), hole, value))
			: token
	);
}

const BLANK = /\{\{([\w.-]{1,80})\}\}/g;

function bodyWithoutSecrets(body: string): string {
	if (isJson(body)) return jsonWithoutSecrets(body);
	return body.replace(FORM_PAIR, (pair, start: string, name: string) =>
		isSecretName(name) ? `${start}${name}=${blank(word(name))}` : pair
	);
}

/** Where the walk is: in an object the key that counts, and the secret name that everything below it belongs to. */
interface Place {
	isObject: boolean;
	key: string;
	secret: string | undefined;
	expectsKey: boolean;
}

// Works on the text, so that numbers, order and spaces stay as the learner wrote them.
function jsonWithoutSecrets(body: string): string {
	const variable = secretKey(body);
	const places: Place[] = [];
	const secretHere = () => {
		const place = places.at(-1);
		if (!place?.isObject || place.secret !== undefined) return place?.secret;
		if (isSecretName(place.key)) return place.key;
		return places.length === 1 && place.key === 'value' ? variable : undefined;
	};

	return body.replace(TOKEN, (token) => {
		const place = places.at(-1);
		if (token === '{' || token === '[') {
			const isObject = token === '{';
			places.push({ isObject, key: '', secret: secretHere(), expectsKey: isObject });
		} else if (token === '}' || token === ']') places.pop();
		else if (token === ',' && place) place.expectsKey = place.isObject;
		else if (token === ':' && place) place.expectsKey = false;
		else if (place?.expectsKey) place.key = String(JSON.parse(token));
		else {
			const secret =
				token === 'null' || token === 'true' || token === 'false' ? undefined : secretHere();
			return secret === undefined ? insideText(token) : JSON.stringify(blank(word(secret)));
		}
		return token;
	});
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const FORM_PAIR = /(^|&)([\w.-]+)=[^&\s]*/g;

const word = (name: string) => name.replaceAll(/[^\w.-]/g, '_').slice(0, 80);

// `extra` of a connection is JSON inside a string; a password may also stand in a URI.
function insideText(value: string): string {
	if (!value.startsWith('"')) return value;
	const text = String(JSON.parse(value));
	const clean = (isJson(text) && /^\s*[[{]/.test(text) ? bodyWithoutSecrets(text) : text).replace(
		/^(\w[\w+.-]*:\/\/[^/?#\s:@]*:)[^@/?#\s]+@/,
		`$1${blank('password')}@`
	);
	return clean === text ? value : JSON.stringify(clean);
}

// `{"key": "api_token", "value": "…"}`: Airflow hides a variable by its key.
function secretKey(body: string): string | undefined {
	const parsed: unknown = JSON.parse(body);
	if (typeof parsed !== 'object' || parsed === null || !('key' in parsed)) return undefined;
	return typeof parsed.key === 'string' && isSecretName(parsed.key) ? parsed.key : undefined;
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		// Not JSON, which is an answer.
		return false;
	}
}
