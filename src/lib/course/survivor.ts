/** A mistake in a solution that an exercise lets pass. */
export interface Survivor {
	exercise: string;
	/** In this API only; in each that the exercise is for when left out. */
	api?: 'v1' | 'v2';
	mutants: string[];
	reason: string;
}
