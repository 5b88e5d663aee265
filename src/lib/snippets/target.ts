import type { Operation } from '#lib/openapi/operation.ts';
import type { HttpRequest, RequestDraft } from '#lib/request/draft.ts';

/** How the snippet shows the credential: a variable reference, never the secret itself, unless asked. */
export interface SnippetAuth {
	kind: 'none' | 'basic' | 'bearer';
	/** The user name may be shown; the password and the token are environment variables. */
	username?: string;
}

/** How the learner wants the code; every choice has a default in {@link plainOptions}. */
export interface SnippetOptions {
	/** `-H` or `--header`, where the program knows both. */
	flags: 'short' | 'long';
	/** One argument a line, all on one line, or whichever reads better. */
	lines: 'fit' | 'one' | 'many';
	/** Whether the code stops and says so when the server answers with an error. */
	checksErrors: boolean;
	/** After the request: poll until what it started has ended. Targets that cannot say so ignore it. */
	waits: boolean;
	/** A jq filter for the answer. */
	jq?: string;
	/** The password, the token or the whole header, to be written out; absent = a variable. */
	secret?: string;
}

export const plainOptions: SnippetOptions = {
	flags: 'short',
	lines: 'fit',
	checksErrors: false,
	waits: false
};

export interface SnippetInput {
	operation: Operation;
	draft: RequestDraft;
	/** Encoded already, and without the Authorization header. */
	request: HttpRequest;
	auth: SnippetAuth;
	api: 'v1' | 'v2' | 'other';
	/** Default: {@link plainOptions}. */
	options?: SnippetOptions;
}

/** A sentence shown beside the code; `id` picks the text in either language. */
export interface SnippetWarning {
	id: string;
	values?: Record<string, string>;
}

export interface Snippet {
	code: string;
	warnings: readonly SnippetWarning[];
	/** False when the target has no way to say the request (`code` is then a comment or empty). */
	available: boolean;
}

export interface SnippetTarget {
	id: string;
	label: string;
	/** The shelf it stands on. Default: `shell`. */
	group?: 'shell' | 'python' | 'cli' | 'pipeline' | 'web';
	language: 'shell' | 'bat' | 'powershell' | 'python' | 'javascript' | 'yaml' | 'plaintext';
	/** The name of a file that holds this code. */
	fileName?: string;
	generate(input: SnippetInput): Snippet;
}
