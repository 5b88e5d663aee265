import type { Reply } from '#lib/simulator/call.ts';
import { toResponse } from './wire.ts';

const CHUNKS = 20;

/**
 * A reply on its way to the caller, with what is wrong on that way: late, in small pieces, or not at all.
 * A dropped connection is a network error, which makes `fetch` throw as for a real one.
 * @param wait resolves after so many milliseconds
 */
export async function deliver(
	reply: Reply,
	method: string,
	wait: (ms: number) => Promise<void>
): Promise<Response> {
	const { delayMs, spreadMs, isDropped } = reply.delivery ?? {};
	if (delayMs !== undefined) await wait(delayMs);
	if (isDropped) return Response.error();
	const response = toResponse(reply, method);
	if (spreadMs === undefined || !response.body) return response;

	const bytes = new Uint8Array(await response.arrayBuffer());
	const size = Math.max(1, Math.ceil(bytes.length / CHUNKS));
	let sent = 0;
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			if (sent > 0) await wait(spreadMs / CHUNKS);
			controller.enqueue(bytes.subarray(sent, sent + size));
			sent += size;
			if (sent >= bytes.length) controller.close();
		}
	});
	const { status, statusText, headers } = response;
	return new Response(body, { status, statusText, headers });
}
