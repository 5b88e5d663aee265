import { credentialOf } from './credential.ts';
import { sentRequest } from './sent-request.ts';
import { plainOptions, type SnippetInput, type SnippetWarning } from './target.ts';

/** The input as a file of a repository needs it, and the variables that the pipeline must provide. */
export interface PipelineCredential {
	input: SnippetInput;
	variables: string[];
	warnings: SnippetWarning[];
}

/** Errors always end a job, and a secret is never written into a file that is committed, even when asked for. */
export function pipelineCredential(input: SnippetInput, warning: string): PipelineCredential {
	const { secret, ...options } = input.options ?? plainOptions;
	const { hasOwnAuthorization } = sentRequest(input.request);
	const credential = credentialOf(input, hasOwnAuthorization);
	const hasNoName = credential?.kind === 'basic' && credential.username === undefined;
	const variables = [
		...(hasNoName ? ['AIRFLOW_USERNAME'] : []),
		...(credential ? [credential.variable] : [])
	];
	const warnings = variables.map((name): SnippetWarning => ({ id: warning, values: { name } }));
	if (secret !== undefined && credential !== undefined)
		warnings.push({ id: 'secret-kept-out', values: { name: credential.variable } });
	return { input: { ...input, options: { ...options, checksErrors: true } }, variables, warnings };
}
