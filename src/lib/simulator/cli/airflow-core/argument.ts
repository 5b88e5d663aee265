/** What a command line gives for one argument; `null` is Python's None. */
export type Value = string | number | boolean | readonly string[] | Record<string, unknown> | null;

/** By the names that Python gives them: `dag_id`, `include_deferred`. */
export type Values = Readonly<Record<string, Value>>;

/** A text argument, or undefined for None. */
export const textOf = (values: Values, name: string): string | undefined => {
	const value = values[name];
	return typeof value === 'string' ? value : undefined;
};

/** A number argument, or undefined for None. */
export const numberOf = (values: Values, name: string): number | undefined => {
	const value = values[name];
	return typeof value === 'number' ? value : undefined;
};

/** Whether a switch is on. */
export const isOn = (values: Values, name: string): boolean => values[name] === true;

/** The texts of an argument that takes several, none for None. */
export const textsOf = (values: Values, name: string): readonly string[] => {
	const value = values[name];
	return Array.isArray(value) ? (value as string[]) : [];
};

/**
 * One argument as Airflow's parser declares it.
 * @source airflow/cli/cli_config.py `Arg`; cpython Lib/argparse.py `Action`
 */
export interface Argument {
	/** Empty = positional. */
	flags: readonly string[];
	dest: string;
	/** Absent = it stores one word. */
	action?: 'on' | 'off' | 'toggle' | 'append';
	/** Absent = exactly one word. */
	nargs?: '?' | '*';
	type?:
		| 'int'
		| 'float'
		| 'instant'
		| 'list'
		| 'lower'
		| 'json'
		| 'file'
		| 'folder'
		| 'natural'
		| 'positive';
	/** What `?` gives when the option stands alone. */
	const?: Value;
	otherwise?: Value;
	choices?: readonly string[];
	metavar?: string;
	isRequired?: boolean;
	isHidden?: boolean;
}
