import type { ApiName } from '#lib/openapi/operation.ts';
import { cliRequests } from './cli/requests.ts';
import { curlOf } from './curl/script.ts';
import { guessFormat } from './guess-format.ts';
import { ImportError } from './import-error.ts';
import type { Imported, ImportFormat, Read } from './imported.ts';
import { pythonRequests } from './python/requests.ts';
import { readBash } from './shell/bash.ts';
import { wellFormed } from './shell/byte-text.ts';
import { httpRequests } from './http/file.ts';
import { harRequests } from './json/har.ts';
import { postmanRequests } from './json/postman.ts';
import { readCmd } from './shell/cmd.ts';
import { powershellRequests } from './powershell/requests.ts';

export interface ImportOptions {
	/** What the text is, when that is known; else it is guessed. */
	format?: ImportFormat | undefined;
	/** The API to ask where a text leaves that open, as most of `airflow`'s commands do. Default `v2`. */
	api?: ApiName | undefined;
}

/**
 * The requests in a text: a command line, a saved session, a collection, a piece of code.
 * @throws ImportError when the text is nothing of the kind, or broken; it says where.
 */
export function importText(text: string, { format, api }: ImportOptions = {}): Imported {
	if (text.trim() === '') throw new ImportError('empty');
	const found = format ?? guessFormat(text);
	if (found === undefined) throw new ImportError('unknown-format');
	const read = READERS[found](text, api === 'v1' ? 'v1' : 'v2');
	if (read.requests.length === 0) throw new ImportError('no-request');
	return { format: found, ...read };
}

type Reader = (text: string, api: 'v1' | 'v2') => Read;

const READERS: Record<ImportFormat, Reader> = {
	curl: (text) => curlOf(readBash(wellFormed(text))),
	cmd: (text) => curlOf(readCmd(wellFormed(text))),
	powershell: (text) => powershellRequests(wellFormed(text)),
	har: harRequests,
	postman: postmanRequests,
	http: (text) => httpRequests(wellFormed(text)),
	cli: (text, api) => cliRequests(wellFormed(text), api),
	python: (text) => pythonRequests(wellFormed(text))
};
