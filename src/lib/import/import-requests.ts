import type { ApiName, Operation } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { importText } from './import-text.ts';
import type { ImportedAuth, ImportedRequest, ImportFormat, ImportWarning } from './imported.ts';
import { apiInAddress, matchOperation } from './match-operation.ts';

/** One request of a text, ready for the form where the loaded document knows it. */
export interface ImportedDraft {
	/** As the text has it. */
	request: ImportedRequest;
	/** Absent when the loaded document has no such operation. */
	operation?: Operation;
	/** Without the credential, which is in `auth`. */
	draft?: RequestDraft;
	/** The server: scheme, host and sub-path. Empty when the text names none. */
	baseUrl: string;
	auth?: ImportedAuth;
	/** The API that the address belongs to, when that is the other one: load its document and ask again. */
	otherApi?: 'v1' | 'v2';
	/** False when Send would write the address differently; a warning says how. */
	isExact: boolean;
	/** What holds for this request only. */
	warnings: readonly ImportWarning[];
}

export interface ImportedDrafts {
	format: ImportFormat;
	drafts: readonly ImportedDraft[];
	/** What the text says and no request can carry. */
	warnings: readonly ImportWarning[];
}

/**
 * Everything that a text asks for, mapped to the operations of the loaded document.
 * @throws ImportError when the text cannot be read; its `text(language)` says what to do
 */
export function importRequests(
	text: string,
	operations: readonly Operation[],
	api: ApiName,
	format?: ImportFormat
): ImportedDrafts {
	const { requests, ...rest } = importText(text, { format, api });
	return { ...rest, drafts: requests.map((request) => draftOf(request, operations, api)) };
}

function draftOf(
	request: ImportedRequest,
	operations: readonly Operation[],
	api: ApiName
): ImportedDraft {
	const auth = request.auth === undefined ? {} : { auth: request.auth };
	const match = matchOperation(operations, request);
	if (match) {
		const { operation, draft, baseUrl, isExact, warnings } = match;
		return { request, operation, draft, baseUrl, isExact, warnings, ...auth };
	}
	const found = apiInAddress(request.url);
	const isOther = found !== undefined && found !== api;
	const warning = isOther
		? { id: 'other-api', values: { api: found } }
		: { id: 'no-operation', values: { method: request.method, url: request.url } };
	const baseUrl = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i.exec(request.url)?.[0] ?? '';
	return {
		request,
		baseUrl,
		isExact: false,
		warnings: [warning],
		...auth,
		...(isOther ? { otherApi: found } : {})
	};
}
