import { asText, joinTexts, text, type PsObject, type PsText, type PsValue } from './value.ts';

/** A member of an object that nobody has set yet. */
export function objectOf(owner: PsObject, name: string): PsObject {
	const made: PsObject = { kind: 'object', type: name, given: [], members: new Map(), calls: [] };
	owner.members.set(name.toLowerCase(), made);
	return made;
}

/** `+`: lists and tables grow, everything else is text. */
export function plus(one: PsValue, other: PsValue): PsValue {
	if (one.kind === 'list')
		return {
			kind: 'list',
			items: [...one.items, ...(other.kind === 'list' ? other.items : [other])]
		};
	if (one.kind === 'table' && other.kind === 'table')
		return { kind: 'table', entries: [...one.entries, ...other.entries] };
	return joinTexts([asText(one), asText(other)]);
}

/** `-f`. */
export function formatted(pattern: PsText, values: PsValue): PsText {
	const items = (values.kind === 'list' ? values.items : [values]).map(asText);
	const parts = pattern.text.split(/\{(\d+)\}/);
	return joinTexts([
		text('', pattern.unknown),
		...parts.map((part, i) => (i % 2 === 0 ? text(part) : (items[Number(part)] ?? text(''))))
	]);
}

/** Base64 of the UTF-8 bytes. */
function encoded(of: PsText): PsText {
	const bytes = Array.from(new TextEncoder().encode(of.text), (byte) => String.fromCharCode(byte));
	// The name of a variable in base64 would say nothing: the pair stays readable.
	return of.unknown.length > 0 ? text(`{${of.text}}`, of.unknown) : text(btoa(bytes.join('')));
}

/** What a static method gives that scripts make bodies and credentials with; undefined for any other. */
export function staticCall(member: string, given: readonly PsValue[]): PsValue | undefined {
	const [first] = given;
	if (first === undefined) return undefined;
	if (/^(UTF8|Default)\.GetBytes$/i.test(member)) return { kind: 'bytes', of: asText(first) };
	if (/^ToBase64String$/i.test(member) && first.kind === 'bytes') return encoded(first.of);
	if (/^(EscapeDataString|UrlEncode)$/i.test(member) && asText(first).unknown.length === 0)
		return text(encodeURIComponent(asText(first).text));
	return undefined;
}

/** What a method gives of a text; undefined for any other. */
export function textMethod(
	value: PsValue,
	name: string,
	given: readonly PsValue[]
): PsValue | undefined {
	const [from, to] = given.map((one) => asText(one).text);
	if (value.kind === 'text' && /^replace$/i.test(name) && from !== undefined)
		return text(value.text.replaceAll(from, to ?? ''), value.unknown);
	return /^(tostring|trim)$/i.test(name) ? value : undefined;
}
