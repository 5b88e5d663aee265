import { credentialWarnings } from './credential.ts';
import { curlScript, subshell } from './curl-script.ts';
import type { SnippetAuth, SnippetTarget } from './target.ts';

/** For bash, zsh and sh. */
export const curl: SnippetTarget = {
	id: 'curl',
	label: 'curl',
	group: 'shell',
	language: 'shell',
	fileName: 'request.sh',
	generate(input) {
		const { code, isScript, isAvailable, credential, warnings } = curlScript(input);
		return {
			code: isScript ? subshell(code) : code,
			available: isAvailable,
			warnings: [...warnings, ...(isAvailable ? credentialWarnings(credential) : [])]
		};
	}
};

/** The environment variable that holds the secret part of the credential. */
export function credentialVariable(kind: SnippetAuth['kind'], hasOwn: boolean): string | undefined {
	if (kind === 'basic') return 'AIRFLOW_PASSWORD';
	if (kind === 'bearer') return 'AIRFLOW_TOKEN';
	return hasOwn ? 'AIRFLOW_AUTHORIZATION' : undefined;
}
