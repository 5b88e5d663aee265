/** What HTTPie's words behind the address say. */
export interface Items {
	/** Undefined value = the header is not sent. */
	headers: [name: string, value: string | undefined][];
	query: [name: string, value: string][];
	/** Fields of the body; `raw` is JSON. */
	data: { name: string; value: string; isJson: boolean }[];
}

/** A word that is none, or a file that cannot be read. */
export class BadItem extends Error {}

const SEPARATORS = [':=@', '=@', '==', ':=', ':', ';', '=', '@'];

/**
 * Reads items such as `X-A:b`, `q==1`, `name=text`, `n:=1`, `body=@file`.
 * @throws {BadItem}
 * @source HTTPie 3.2 httpie/cli/argtypes.py `KeyValueArgType`
 */
export async function readItems(
	words: readonly string[],
	read: (path: string) => Promise<string | undefined>
): Promise<Items> {
	const items: Items = { headers: [], query: [], data: [] };
	const file = async (path: string) => {
		const text = await read(path);
		if (text === undefined)
			throw new BadItem(`"${path}": [Errno 2] No such file or directory: '${path}'`);
		return text.replace(/\n$/, '');
	};
	for (const word of words) {
		const { name, separator, value } = split(word);
		switch (separator) {
			case ':':
				items.headers.push([name, value.trim() === '' ? undefined : value.trim()]);
				break;
			case ';':
				items.headers.push([name, '']);
				break;
			case '==':
				items.query.push([name, value]);
				break;
			case '=':
				items.data.push({ name, value, isJson: false });
				break;
			case '=@':
				items.data.push({ name, value: await file(value), isJson: false });
				break;
			case ':=':
				items.data.push({ name, value: checked(word, value), isJson: true });
				break;
			case ':=@':
				items.data.push({ name, value: checked(word, await file(value)), isJson: true });
				break;
			default:
				throw new BadItem(`'${word}' is not a valid value`);
		}
	}
	return items;
}

function checked(word: string, value: string): string {
	try {
		JSON.parse(value);
		return value;
	} catch {
		// HTTPie's words name the whole item.
		throw new BadItem(`"${word}": Invalid JSON`);
	}
}

/** The first separator counts, the longest where several begin; a backslash takes a meaning away. */
function split(word: string): { name: string; separator: string; value: string } {
	let name = '';
	for (let at = 0; at < word.length; at++) {
		if (word[at] === '\\' && SEPARATORS.some((one) => one.startsWith(word[at + 1] ?? ' '))) {
			name += word[++at] ?? '';
			continue;
		}
		const separator = SEPARATORS.find((one) => word.startsWith(one, at));
		if (separator) return { name, separator, value: word.slice(at + separator.length) };
		name += word[at] ?? '';
	}
	return { name, separator: '', value: '' };
}
