import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { createGzip } from 'node:zlib';
import { pathToFileURL } from 'node:url';

export interface ServeOptions {
	/** 0 takes any free port. */
	port: number;
	/** Path the folder is seen under, with both slashes. Default `/`. */
	mount?: string;
	/** Default `localhost`, so that nobody else on the network can look. */
	host?: string;
}

export interface Served {
	/** With the mount and a closing slash. */
	url: string;
	port: number;
	close(): Promise<void>;
}

/**
 * A static server as plain as any host's: files, `index.html` for a folder, `404.html` when there is one.
 * @throws Error `EADDRINUSE` when the port is taken
 */
export async function serveFolder(folder: string, options: ServeOptions): Promise<Served> {
	const { port, mount = '/', host = 'localhost' } = options;
	const root = resolve(folder);
	const server = createServer((request, response) => {
		reply(root, mount, request, response).catch((error: unknown) => {
			console.error(error);
			response.destroy();
		});
	});
	await new Promise<void>((ready, fail) => {
		server.once('error', fail);
		server.listen(port, host, ready);
	});
	const taken = (server.address() as AddressInfo).port;

	return {
		url: `http://${host}:${taken}${mount}`,
		port: taken,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

async function reply(
	root: string,
	mount: string,
	request: IncomingMessage,
	response: ServerResponse
) {
	const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405, { allow: 'GET, HEAD' }).end();
		return;
	}
	if (`${pathname}/` === mount) return redirect(response, mount + search);
	const path = pathname.startsWith(mount)
		? fileUnder(root, pathname.slice(mount.length))
		: undefined;
	const kind = path && (await kindOf(path));
	if (kind === 'folder' && !pathname.endsWith('/'))
		return redirect(response, `${pathname}/${search}`);

	const file = kind === 'folder' ? join(path as string, 'index.html') : path;
	if (file && (await kindOf(file)) === 'file') return sendFile(file, 200, request, response);
	const missing = join(root, '404.html');
	if ((await kindOf(missing)) === 'file') return sendFile(missing, 404, request, response);
	response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

const redirect = (response: ServerResponse, location: string) =>
	void response.writeHead(301, { location }).end();

/** The file a path names; undefined when it leads out of the folder. */
function fileUnder(root: string, path: string): string | undefined {
	let decoded: string;
	try {
		decoded = decodeURIComponent(path);
	} catch {
		// Not percent-encoding: no file has that name.
		return undefined;
	}
	if (decoded.includes('\0')) return undefined;
	const file = normalize(join(root, decoded));
	return file === root || file.startsWith(root + sep) ? file : undefined;
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
	const stats = await stat(path).catch(() => undefined);
	if (stats?.isFile()) return 'file';
	return stats?.isDirectory() ? 'folder' : undefined;
}

function sendFile(
	file: string,
	status: number,
	request: IncomingMessage,
	response: ServerResponse
) {
	const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
	const accepted = String(request.headers['accept-encoding'] ?? '');
	const isZipped =
		/^text\/|json|javascript|svg|wasm|manifest/.test(type) && /\bgzip\b/.test(accepted);
	response.writeHead(status, {
		'content-type': type,
		// Hashed names never change what they hold; everything else is asked for each time.
		'cache-control': /[\\/]_app[\\/]immutable[\\/]/.test(file)
			? 'public, max-age=31536000, immutable'
			: 'no-cache',
		vary: 'accept-encoding',
		...(isZipped ? { 'content-encoding': 'gzip' } : {})
	});
	if (request.method === 'HEAD') return void response.end();
	const bytes = createReadStream(file).on('error', () => response.destroy());
	if (isZipped) bytes.pipe(createGzip({ level: 6 })).pipe(response);
	else bytes.pipe(response);
}

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.map': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.xml': 'text/xml; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.ttf': 'font/ttf',
	'.wasm': 'application/wasm',
	'.whl': 'application/zip',
	'.zip': 'application/zip'
};

// tsx src/bin/serve.ts FOLDER [PORT] [MOUNT]
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const [folder = 'build', port = '4173', mount = '/'] = process.argv.slice(2);
	console.log((await serveFolder(folder, { port: Number(port), mount })).url);
}
