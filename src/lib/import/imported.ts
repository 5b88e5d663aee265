import type { Header } from '#lib/request/draft.ts';

/** Where a text may come from. `http` is a `.http` file or a raw HTTP/1.1 message, `cli` an Airflow command line. */
export type ImportFormat =
	'curl' | 'cmd' | 'powershell' | 'har' | 'postman' | 'http' | 'cli' | 'python';

/** What could not be carried over, or was understood in a way worth saying; `id` picks the sentence. */
export interface ImportWarning {
	id: string;
	values?: Record<string, string>;
}

/** The credential of a request. The secret is absent when the text only names a variable for it. */
export type ImportedAuth =
	| { kind: 'basic'; username?: string; password?: string; variable?: string }
	| { kind: 'bearer'; token?: string; variable?: string }
	/** An Authorization header of another scheme. */
	| { kind: 'header'; value?: string; variable?: string };

/** One request, exactly as the text would send it. */
export interface ImportedRequest {
	/** As written: curl sends `-X patch` in lower case. */
	method: string;
	/** As written, never passed through a URL parser: only what the program itself would change is changed. */
	url: string;
	/** In order, repeated ones too, without `Authorization`: see `auth`. */
	headers: readonly Header[];
	/** Bytes only where they are no UTF-8. */
	body?: string | Uint8Array;
	auth?: ImportedAuth;
	/** What the text calls the request. */
	name?: string;
}

/** What a text holds. */
export interface Imported {
	format: ImportFormat;
	requests: readonly ImportedRequest[];
	warnings: readonly ImportWarning[];
}

/** What every reader of a format gives. */
export type Read = Omit<Imported, 'format'>;
