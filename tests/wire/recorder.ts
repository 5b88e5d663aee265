import { createServer, type AddressInfo, type Socket } from 'node:net';

/** One request as it came down the wire. */
export interface Arrived {
	method: string;
	/** The request target without the run's own prefix. */
	target: string;
	/** Names in lower case; values as Latin-1, so that no byte is lost. */
	headers: [name: string, value: string][];
	body: Buffer;
}

export interface Recorder {
	/** Base URL for one run; what arrives under it is filed under the run's name. */
	baseUrl(run: string): string;
	arrivedIn(run: string): Arrived[];
	/** Lets go of what arrived in a run. */
	forget(run: string): void;
	/** Request lines that belong to no run. */
	strays: string[];
	close(): Promise<void>;
}

/** An HTTP/1.1 server on a bare socket: no parser of Node's tidies anything before it is compared. */
export async function startRecorder(): Promise<Recorder> {
	const runs = new Map<string, Arrived[]>();
	const strays: string[] = [];
	const sockets = new Set<Socket>();
	const record = (arrived: Arrived) => {
		const [, run, target] = /^\/run-(\w+)([^]*)$/.exec(arrived.target) ?? [];
		if (run === undefined || target === undefined)
			strays.push(`${arrived.method} ${arrived.target}`);
		else runs.set(run, [...(runs.get(run) ?? []), { ...arrived, target }]);
	};
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => sockets.delete(socket));
		listen(socket, record);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return {
		baseUrl: (run) => `http://127.0.0.1:${port}/run-${run}`,
		arrivedIn: (run) => runs.get(run) ?? [],
		forget: (run) => void runs.delete(run),
		strays,
		close: () => {
			for (const socket of sockets) socket.destroy();
			return new Promise((done) => server.close(() => done()));
		}
	};
}

function listen(socket: Socket, record: (arrived: Arrived) => void) {
	let bytes: Buffer = Buffer.alloc(0);
	let isContinued = false;
	socket.on('data', (chunk) => {
		bytes = Buffer.concat([bytes, chunk]);
		const headEnd = bytes.indexOf('\r\n\r\n');
		if (headEnd < 0) return;

		const [requestLine = '', ...lines] = bytes.toString('latin1', 0, headEnd).split('\r\n');
		const headers = lines.map((line): [string, string] => {
			const colon = line.indexOf(':');
			return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
		});
		const valueOf = (name: string) => headers.find(([other]) => other === name)?.[1];
		if (valueOf('transfer-encoding')) throw new Error('No client here sends chunks.');
		const length = Number(valueOf('content-length') ?? 0);
		const body = bytes.subarray(headEnd + 4);
		if (body.length < length) {
			if (valueOf('expect') && !isContinued) socket.write('HTTP/1.1 100 Continue\r\n\r\n');
			isContinued = true;
			return;
		}
		// More bytes than were announced are recorded too: they make the comparison fail.
		const [method = '', target = ''] = requestLine.split(' ');
		record({ method, target, headers, body });
		socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
	});
}
