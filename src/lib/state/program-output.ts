/** What a program wrote at once. */
export interface Piece {
	to: 'out' | 'err';
	text: string;
}

/** What is shown of a long output: its end. */
const SHOWN_CHARACTERS = 60_000;
const SHOWN_PIECES = 500;

/** What a program has written: the end of it to be shown, all of it to be kept as a file. */
export class ProgramOutput {
	#whole: string[] = [];
	#pieces: Piece[] = [];
	#shownCharacters = 0;
	#allCharacters = 0;

	add({ to, text }: Piece): void {
		if (text === '') return;
		this.#whole.push(text);
		this.#allCharacters += text.length;
		this.#shownCharacters += text.length;
		const last = this.#pieces.at(-1);
		if (last?.to === to) this.#pieces[this.#pieces.length - 1] = { to, text: last.text + text };
		else this.#pieces.push({ to, text });
		// Cut rarely, and then well below the limit: a cut copies what stays.
		if (this.#shownCharacters > 2 * SHOWN_CHARACTERS || this.#pieces.length > 2 * SHOWN_PIECES)
			this.#cut();
	}

	/** The end of the output, neighbours of one stream as one piece; what is cut off is whole lines where it can be. */
	get shown(): readonly Piece[] {
		if (this.#shownCharacters > SHOWN_CHARACTERS || this.#pieces.length > SHOWN_PIECES) this.#cut();
		return [...this.#pieces];
	}

	/** Characters before what is shown. */
	get hidden(): number {
		return this.#allCharacters - this.#shownCharacters;
	}

	get length(): number {
		return this.#allCharacters;
	}

	whole(): string {
		return this.#whole.join('');
	}

	#cut(): void {
		let over = this.#shownCharacters - SHOWN_CHARACTERS;
		let first = Math.max(0, this.#pieces.length - SHOWN_PIECES);
		for (let index = 0; index < first; index++) over -= this.#pieces[index]?.text.length ?? 0;
		for (; over > 0 && over >= (this.#pieces[first]?.text.length ?? Infinity); first++)
			over -= this.#pieces[first]?.text.length ?? 0;
		const kept = this.#pieces.slice(first);
		const [head] = kept;
		if (head && over > 0) {
			const line = head.text.indexOf('\n', over) + 1;
			// One endless line has no better place.
			const from = line > 0 && line - over < 2000 ? line : over;
			kept[0] = { to: head.to, text: head.text.slice(from) };
		}
		this.#pieces = kept;
		this.#shownCharacters = kept.reduce((sum, { text }) => sum + text.length, 0);
	}
}
