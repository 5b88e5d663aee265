/** Text, deflated, in base64url: letters that no chat, address bar or mail takes apart. */
export async function packText(text: string): Promise<string> {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
	const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
	const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
	return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The text again. A stranger may have packed it: more than `longest` bytes would be a bomb.
 * @throws when it is cut off, mangled or too long.
 */
export async function unpackText(packed: string, longest: number): Promise<string> {
	const text = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
	const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
	const stream = new Blob([bytes])
		.stream()
		.pipeThrough(new DecompressionStream('deflate-raw'))
		.pipeThrough(atMost(longest));
	const unpacked = await new Response(stream).arrayBuffer();
	return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked);
}

function atMost(longest: number): TransformStream<Uint8Array, Uint8Array> {
	let seen = 0;
	return new TransformStream({
		transform(chunk, controller) {
			seen += chunk.length;
			if (seen > longest) throw new RangeError(`More than ${longest} bytes`);
			controller.enqueue(chunk);
		}
	});
}
