/**
 * Where a value of a command goes in the request: `path.dag_id`, `query.limit`, a text in the body (`body.note`), JSON
 * in the body (`json.conf`), JSON where it is that and else a text (`value.value`), `tasks` (a pattern of task ids), `role` (a list of one role), `server`, `suffix` (of the path);
 * empty: nowhere.
 */
export type Slot = string;

/** One command and the operation that does the same. */
export interface CliCommand {
	/** In the spec's own words, without the API's prefix. */
	operation: string;
	operands?: readonly Slot[];
	/** Spellings of an option (`-r --run-id`) and where its value goes. */
	options?: Readonly<Record<string, Slot>>;
	/** Options without a value: a slot and the JSON that they put there, `json.only_failed=true`. */
	switches?: Readonly<Record<string, Slot>>;
	/** What the request says in any case, unless an option says otherwise. */
	fixed?: Readonly<Record<Slot, string>>;
	/** Says more than the request can, or does it in another way: a warning. */
	differs?: boolean;
	/** Id of a warning for this command. */
	warning?: string;
}

export type CliCommands = Readonly<Record<string, CliCommand>>;
