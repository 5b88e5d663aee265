import type { Loading } from '#lib/runtimes/run.ts';

/** What one program may take; a browser gives a page not much more. */
const MOST_BYTES = 1_000_000_000;

/** Makes WebAssembly refuse to grow beyond that, which Python tells of as a MemoryError. */
export function limitMemory(): void {
	const { prototype } = WebAssembly.Memory;
	const grow = prototype.grow;
	prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
		if (this.buffer.byteLength + pages * 65_536 > MOST_BYTES)
			throw new RangeError('No more memory');
		return grow.call(this, pages);
	};
}

/**
 * Tells how many bytes of a folder have come, as they come.
 * @param sizes file name → bytes
 */
export function countLoading(
	folder: string,
	sizes: Readonly<Record<string, number>>,
	tell: (loading: Loading) => void
): void {
	const first = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip'];
	const names = Object.keys(sizes).filter(
		(name) =>
			first.includes(name) || /^(requests|urllib3|idna|certifi|charset_normalizer)-/.test(name)
	);
	const totalBytes = names.reduce((sum, name) => sum + (sizes[name] ?? 0), 0);
	// These are imported, not fetched.
	let loadedBytes = (sizes['pyodide.mjs'] ?? 0) + (sizes['pyodide.asm.mjs'] ?? 0);
	let toldMs = 0;
	const plain = globalThis.fetch.bind(globalThis);
	globalThis.fetch = async (input, init) => {
		const response = await plain(input, init);
		const url = typeof input === 'string' ? input : 'url' in input ? input.url : input.href;
		if (!url.startsWith(folder) || !response.body) return response;
		const counted = response.body.pipeThrough(
			new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
				transform(chunk, controller) {
					loadedBytes += chunk.length;
					if (performance.now() - toldMs > 60 || loadedBytes >= totalBytes) {
						toldMs = performance.now();
						tell({ loadedBytes: Math.min(loadedBytes, totalBytes), totalBytes });
					}
					controller.enqueue(chunk);
				}
			})
		);
		const { status, statusText, headers } = response;
		return new Response(counted, { status, statusText, headers });
	};
}
