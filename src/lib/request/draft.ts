/** Where a parameter travels. Cookie parameters do not occur in Airflow and are not sent. */
export type ParameterPlace = 'path' | 'query' | 'header';

/** How one parameter is written on the wire. @source OpenAPI 3.1, "Parameter Object" (style, explode). */
export interface ParameterWire {
	name: string;
	in: ParameterPlace;
	/** `form` for query, `simple` for path and header; `deepObject` and the delimited styles are rare. */
	style: 'form' | 'simple' | 'deepObject' | 'spaceDelimited' | 'pipeDelimited';
	/** Repeat the parameter for each value (`a=1&a=2`) instead of joining the values (`a=1,2`). */
	explode: boolean;
}

/** The part of an operation that decides how a draft is written on the wire. */
export interface OperationWire {
	/** Upper case. */
	method: string;
	/** Full path from the server's base URL, with `{placeholders}`: `/api/v2/dags/{dag_id}`. */
	path: string;
	parameters: readonly ParameterWire[];
}

/**
 * The one plain-data model of a request that Send, snippets, links and history share.
 * Values are the learner's text, never encoded. A parameter that is absent is not sent; an empty string is.
 */
export interface RequestDraft {
	/** The operation's key in the spec's own words: `POST /dags/{dag_id}/dagRuns`. */
	operation: string;
	path: Record<string, string>;
	query: Record<string, string[]>;
	headers: Record<string, string>;
	/** The exact text to send; absent when the request has no body. */
	body?: string;
	/** Goes out as Content-Type when there is a body. Default `application/json`. */
	contentType?: string;
}

/** A header as a pair, so that order and repetition survive. */
export type Header = readonly [name: string, value: string];

/** The request as it leaves: what Send sends and what every snippet must reproduce byte for byte. */
export interface HttpRequest {
	/** Upper case. */
	method: string;
	/** Absolute and fully encoded. */
	url: string;
	headers: readonly Header[];
	body?: string;
}
