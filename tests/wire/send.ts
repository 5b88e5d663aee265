import type { HttpRequest } from '#lib/request/draft.ts';
import { sentRequest } from '#lib/snippets/sent-request.ts';

/** The request itself, by Node's fetch. Where fetch would refuse a header, the snippet leaves it out with a warning. */
export async function sendAsIs(request: HttpRequest): Promise<void> {
	const sent = sentRequest(request);
	const headers = sent.warnings.length > 0 ? sent.headers : request.headers;
	const { method, url, body } = request;
	const answer = await fetch(url, {
		method,
		headers: headers.map(([name, value]): [string, string] => [name, value]),
		...(body === undefined ? {} : { body })
	});
	await answer.arrayBuffer();
}
