import type { Chronicle } from '#lib/simulator/timeline/chronicle.ts';

/** Unpacked, a link's world is never longer than this; more would be a bomb. */
const LONGEST_JSON = 4_000_000;

/** A world as the fragment of a link: `w=` and deflated JSON in base64url. */
export async function packWorld(chronicle: Chronicle): Promise<string> {
	const stream = new Blob([JSON.stringify(chronicle)])
		.stream()
		.pipeThrough(new CompressionStream('deflate-raw'));
	const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
	const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
	return `w=${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The JSON in a fragment; undefined when there is no world in it, '' when it cannot be read. */
export async function unpackWorld(fragment: string): Promise<string | undefined> {
	const packed = /^#?w=([\w-]+)$/.exec(fragment)?.[1];
	if (packed === undefined) return undefined;
	try {
		const text = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
		const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
		const stream = new Blob([bytes])
			.stream()
			.pipeThrough(new DecompressionStream('deflate-raw'))
			.pipeThrough(atMost(LONGEST_JSON));
		return await new Response(stream).text();
	} catch {
		// Cut off or mangled on its way: the caller says so.
		return '';
	}
}

function atMost(length: number): TransformStream<Uint8Array, Uint8Array> {
	let seen = 0;
	return new TransformStream({
		transform(chunk, controller) {
			seen += chunk.length;
			if (seen > length) throw new RangeError('The world in the link is too large');
			controller.enqueue(chunk);
		}
	});
}
