import type { SnippetInput, SnippetWarning } from './target.ts';

/** The credential as a snippet writes it. */
export interface Credential {
	/** `header`: the request's own Authorization header, whatever it holds. */
	kind: 'basic' | 'bearer' | 'header';
	/** The environment variable that stands for the secret part. */
	variable: string;
	/** Basic only; absent = the variable AIRFLOW_USERNAME. */
	username?: string;
	/** The secret part itself, when the learner wants it written out. */
	secret?: string;
}

/** What the snippet has to authenticate with; undefined for a request without credentials. */
export function credentialOf(
	{ auth, options }: SnippetInput,
	hasOwnAuthorization: boolean
): Credential | undefined {
	const secret = options?.secret === undefined ? {} : { secret: options.secret };
	if (auth.kind === 'bearer') return { kind: 'bearer', variable: 'AIRFLOW_TOKEN', ...secret };
	if (auth.kind === 'basic') {
		const username = auth.username === undefined ? {} : { username: auth.username };
		return { kind: 'basic', variable: 'AIRFLOW_PASSWORD', ...username, ...secret };
	}
	if (!hasOwnAuthorization) return undefined;
	return { kind: 'header', variable: 'AIRFLOW_AUTHORIZATION', ...secret };
}

/** Which variable to fill before the code can run. */
export function credentialWarnings(credential: Credential | undefined): SnippetWarning[] {
	if (credential === undefined) return [];
	const { kind, variable: name, secret } = credential;
	return secret === undefined
		? [{ id: `set-${kind}`, values: { name } }]
		: [{ id: 'secret-shown' }];
}

/** The Authorization header's value with the secret written out, as it goes down the wire. */
export function literalAuthorization({ kind, username = '', secret = '' }: Credential): string {
	if (kind === 'header') return secret;
	return kind === 'bearer' ? `Bearer ${secret}` : `Basic ${base64(`${username}:${secret}`)}`;
}

/** Base64 of the UTF-8 bytes. */
export function base64(text: string): string {
	return btoa(
		Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
	);
}
