import v1 from './v1.json' with { type: 'json' };
import v2 from './v2.json' with { type: 'json' };

/**
 * How the official client wants the operations of one API called.
 * @source apache-airflow-client 2.10.0 and 3.3.2, read by tests/contract/clients/client_facts.py
 */
export interface ClientFacts {
	version: string;
	operations: Readonly<Record<string, ClientOperation>>;
	models: Readonly<Record<string, ClientModel>>;
}

export interface ClientOperation {
	/** `DagRunApi.trigger_dag_run` */
	call: string;
	/** {@link namesIn} reads it. */
	params?: string;
	body?: string;
	/** The client sends no credentials with it. */
	open?: boolean;
}

export interface ClientModel {
	/** {@link namesIn} reads it. */
	fields?: string;
	/** An enumeration. */
	words?: readonly string[];
	/** A wrapper around a value of one of these types. */
	oneOf?: readonly string[];
	/** What it sends for fields that nobody gave a value. */
	adds?: Readonly<Record<string, unknown>>;
	/** Fields whose null is sent; other nulls are left out. 3.x only. */
	keepsNull?: readonly string[];
	/** It has no place for a field that it does not know. */
	closed?: boolean;
}

/** A parameter or a field. */
export interface ClientName {
	/** On the wire. */
	name: string;
	/** `str`, `int>=0`, `float`, `bool`, `datetime`, `date`, `any`, `dict`, `[T]`, `A|B`, `=a=b` or a model. */
	type: string;
	/** The keyword in Python. */
	keyword: string;
	isNullable: boolean;
	isRequired: boolean;
}

export const clientFacts: Readonly<Record<'v1' | 'v2', ClientFacts>> = { v1, v2 };

/** Reads `dag_id:str limit:int>=0 schema:str!:var_schema`. */
export function namesIn(line = ''): ClientName[] {
	return line
		.split(' ')
		.filter((entry) => entry !== '')
		.map((entry) => {
			const [name = '', written = '', keyword = name] = entry.split(':');
			const type = written.replace(/!$/, '');
			return {
				name,
				type: type.replace(/\?$/, ''),
				keyword,
				isNullable: type.endsWith('?'),
				isRequired: written.endsWith('!')
			};
		});
}
