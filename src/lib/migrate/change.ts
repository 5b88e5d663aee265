/** One thing that is different in the other API, with its reason. */
export interface Change {
	what: 'path' | 'auth' | 'query' | 'body' | 'answer';
	/** An id of migrate.text.ts. */
	id: string;
	/** As it was, and as it is now; absent where it was not, or is no more. */
	from?: string;
	to?: string;
}
