import { credentialFlags, curlWords, shellWarnings } from './curl-command.ts';
import { credentialOf, type Credential } from './credential.ts';
import { sentRequest } from './sent-request.ts';
import { waitLines } from './shell-wait.ts';
import { commandLines, quote } from './shell-word.ts';
import {
	plainOptions,
	type SnippetInput,
	type SnippetOptions,
	type SnippetWarning
} from './target.ts';
import { isWaiting, waitingFor } from './waiting.ts';

/** A request as lines for a shell with curl, and jq where the answer is read. */
export interface CurlScript {
	code: string;
	/** False: one command. True: lines that stop (`exit`) where they fail, for a file or a subshell. */
	isScript: boolean;
	credential: Credential | undefined;
	/** Without those of the credential, which depend on where the script runs. */
	warnings: SnippetWarning[];
	isAvailable: boolean;
}

/** curl for any POSIX shell: one command, or, when errors are checked and the answer is read, a script. */
export function curlScript(input: SnippetInput): CurlScript {
	const options = input.options ?? plainOptions;
	const sent = sentRequest(input.request);
	const credential = credentialOf(input, sent.hasOwnAuthorization);
	const warnings = [...sent.warnings, ...shellWarnings(sent)];
	if (sent.body?.includes('\0'))
		return { code: '', isScript: false, credential, warnings, isAvailable: false };

	const waiting = options.waits ? waitingFor(input) : undefined;
	const waits = waiting !== undefined && isWaiting(waiting);
	if (waiting !== undefined && !isWaiting(waiting)) warnings.push(waiting);
	const jq = filterOf(sent.method, options);
	const failsOnError = options.checksErrors || waits;
	const isScript = failsOnError && (waits || jq !== undefined);

	const words = curlWords(sent, credential, {
		flags: options.flags,
		isQuiet: failsOnError || jq !== undefined,
		failsOnError
	});
	const command = commandLines(words, options.lines);
	const result = { isScript, credential, warnings, isAvailable: true };
	if (!isScript) return { ...result, code: jq === undefined ? command : `${command} | jq ${jq}` };
	const lines = [
		...answerLines(command, jq),
		...(waits ? waitLines(waiting, credentialFlags(credential, options.flags)) : [])
	];
	return { ...result, code: lines.join('\n') };
}

/** Any command that prints the answer and exits with non-zero on an error, and the jq filter after it. */
export function pipeScript(command: string, method: string, options: SnippetOptions): string {
	const jq = filterOf(method, options);
	if (jq === undefined) return command;
	if (!options.checksErrors) return `${command} | jq ${jq}`;
	return subshell(answerLines(command, jq).join('\n'));
}

/** Lines that stop where they fail, so that stopping does not close the terminal they are pasted into. */
export function subshell(code: string): string {
	return `(\nset -euf\n${code}\n)`;
}

// Not a pipe: a POSIX shell does not see that the first command of a pipe failed.
function answerLines(command: string, jq: string | undefined): string[] {
	return [
		`answer=$(${command}) || {`,
		`  printf '%s\\n' "$answer" >&2`,
		'  exit 1',
		'}',
		`printf '%s\\n' "$answer"${jq === undefined ? '' : ` | jq ${jq}`}`
	];
}

// The answer to HEAD has no body. A filter that begins with a minus would be an option.
function filterOf(method: string, { jq }: SnippetOptions): string | undefined {
	if (jq === undefined || method === 'HEAD') return undefined;
	return quote(jq.startsWith('-') ? ` ${jq}` : jq);
}
