/** A command made of one operation of the API, as the program makes most of its commands. */
export interface Operation {
	says: string;
	/** Positional arguments, in order: `name` or `name:type`. */
	wants?: string;
	/** Options of its own, in the order of the request's parts: `name` or `name:type`. */
	may?: string;
	/** The parameter that is a body, and its model: each field becomes an option. */
	takes?: readonly [parameter: string, model: string];
	/** The call; its path is from `/api/v2/`. */
	sends: string;
	/** Arguments that become the query: `argument`, `name=argument`, `argument!` = sent even when empty. */
	query?: string;
	/** Which fields of the body go out: all, or those that hold something. */
	body?: 'all' | 'filled';
	/** The page's list comes in pieces of fifty. */
	isPaged?: true;
	/** What the answer is read as. */
	answers?: string;
	/** For an answer without content: the argument that is shown instead. */
	shows?: string;
}
