// As little as node:http can do with a small JSON body: node bare.mjs <port>
import { createServer } from 'node:http';

const body = JSON.stringify({ version: '3.3.2', git_version: null });
createServer((_, response) => {
	response.writeHead(200, {
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(body)
	});
	response.end(body);
}).listen(Number(process.argv[2]), '127.0.0.1');
