export type ThemeName = 'light' | 'dark';

/** The theme on the page: the learner's choice, else the system's. */
export class Theme {
	#chosen = $state<ThemeName>();
	#system = $state<ThemeName>('light');

	readonly now = $derived<ThemeName>(this.#chosen ?? this.#system);

	systemIs(name: ThemeName) {
		this.#system = name;
	}

	choose(name: ThemeName | undefined) {
		this.#chosen = name;
	}

	toggle(): ThemeName {
		this.#chosen = this.now === 'dark' ? 'light' : 'dark';
		return this.#chosen;
	}
}
