import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';

export interface FakeAirflow {
	baseUrl: string;
	/** `GET /api/v2/…`, in the order of arrival. */
	asked: string[];
	close(): Promise<void>;
}

/** What is answered to a request line; of several answers each is given once, and the last from then on. */
export type Answers = Readonly<
	Record<string, readonly (readonly [status: number, body: unknown])[]>
>;

/** A server that answers from a table, and with 404 what is not in it. */
export async function startFakeAirflow(answers: Answers): Promise<FakeAirflow> {
	const asked: string[] = [];
	const counts = new Map<string, number>();
	const server = createServer((request, response) => {
		const line = `${request.method} ${inOneSpelling(request.url ?? '')}`;
		asked.push(line);
		const count = counts.get(line) ?? 0;
		counts.set(line, count + 1);
		const given = answers[line] ?? [[404, { detail: 'no such answer' }] as const];
		const [status, body] = given[Math.min(count, given.length - 1)] ?? [500, null];
		response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' });
		response.end(JSON.stringify(body));
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return {
		baseUrl: `http://127.0.0.1:${port}`,
		asked,
		close: () => new Promise((done) => server.close(() => done()))
	};
}

/** jq 1.6 leaves `!'()*` as they are where 1.7 encodes them; to a server both are the same address. */
const inOneSpelling = (url: string) =>
	url.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
