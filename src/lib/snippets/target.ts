import type { Operation } from '#lib/openapi/operation.ts';
import type { HttpRequest, RequestDraft } from '#lib/request/draft.ts';

/** How the snippet shows the credential: a variable reference, never the secret itself, unless asked. */
export interface SnippetAuth {
	kind: 'none' | 'basic' | 'bearer';
	/** The user name may be shown; the password and the token are environment variables. */
	username?: string;
}

export interface SnippetInput {
	operation: Operation;
	draft: RequestDraft;
	/** Encoded already, and without the Authorization header. */
	request: HttpRequest;
	auth: SnippetAuth;
	api: 'v1' | 'v2' | 'other';
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
	language: 'shell' | 'python' | 'plaintext';
	generate(input: SnippetInput): Snippet;
}
