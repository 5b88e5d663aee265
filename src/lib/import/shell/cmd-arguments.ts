/**
 * A command line as a program of Microsoft's C runtime takes it apart.
 * @source Microsoft, "Parsing C command-line arguments"
 */
export function cmdArguments(line: string): string[] {
	const words: string[] = [];
	let word: string | undefined;
	let isInside = false;
	for (let at = 0; at < line.length;) {
		const char = line[at] as string;
		if (!isInside && (char === ' ' || char === '\t')) {
			if (word !== undefined) words.push(word);
			word = undefined;
			at++;
			continue;
		}
		word ??= '';
		const slashes = /^\\+(?=")/.exec(line.slice(at))?.[0].length ?? 0;
		if (slashes > 0) {
			// Two before a quote are one; an odd one takes the quote for a character.
			word += '\\'.repeat(slashes >> 1);
			at += slashes;
			if (slashes % 2 === 1) {
				word += '"';
				at++;
			}
		} else if (char !== '"') {
			word += char;
			at++;
		} else if (isInside && line[at + 1] === '"') {
			word += '"';
			at += 2;
		} else {
			isInside = !isInside;
			at++;
		}
	}
	if (word !== undefined) words.push(word);
	return words;
}
