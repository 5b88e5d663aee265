import { byteLength, headerOf, type Transfer } from './transfer.ts';

export const CURL_VERSION =
	'libcurl/7.88.1 OpenSSL/3.0.19 zlib/1.2.13 brotli/1.0.9 zstd/1.5.4 libidn2/2.3.3 libpsl/0.21.2 (+libidn2/2.3.3) libssh2/1.10.0 nghttp2/1.52.0 librtmp/2.3 OpenLDAP/2.5.13';

/** What `-w` prints, and where. @source curl 7.88 manual page, -w; asked */
export function writeOut(
	format: string,
	done: Transfer,
	number: number
): { stdout: string; stderr: string } {
	const out = { stdout: '', stderr: '' };
	let to: 'stdout' | 'stderr' = 'stdout';
	const values = valuesOf(done, number);
	const text = format.replace(/\\([nrt])/g, (_, letter: string) => ESCAPES[letter] ?? letter);
	let at = 0;
	for (const found of text.matchAll(/%%|%\{([^}]*)\}/g)) {
		out[to] += text.slice(at, found.index);
		at = found.index + found[0].length;
		const [whole, name = ''] = found;
		if (whole === '%%') out[to] += '%';
		else if (name === 'stderr' || name === 'stdout') to = name;
		else if (name === 'onerror') {
			if (done.exitCode === 0) return out;
		} else if (name === 'json') out[to] += jsonOf(values);
		else if (name === 'header_json') out[to] += headerJson(done);
		else if (/^header\{/.test(name)) continue;
		else if (name in values) out[to] += textOf(name, values[name]);
		else out.stderr += `curl: unknown --write-out variable: '${name}'\n`;
	}
	out[to] += text.slice(at);
	return out;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

type Value = string | number | null;

function valuesOf(done: Transfer, number: number): Record<string, Value> {
	const last = done.answers.at(-1);
	const sent = new URL(done.sent.url);
	const headers = last?.headers ?? [];
	const location = headerOf(headers, 'location');
	const status = last?.status ?? 0;
	const seconds = done.elapsedMs / 1000;
	const headBytes = done.answers.reduce(
		(sum, { status, reason, headers }) =>
			sum +
			headers.reduce((all, [name, value]) => all + byteLength(name) + byteLength(value) + 4, 2) +
			byteLength(`HTTP/1.1 ${status} ${reason}`) +
			2,
		0
	);
	const body = byteLength(last?.body ?? '');
	const upload = byteLength(done.sent.body ?? '');
	return {
		certs: '',
		content_type: headerOf(headers, 'content-type') ?? null,
		errormsg: done.complaint ?? null,
		exitcode: done.exitCode,
		filename_effective: null,
		ftp_entry_path: null,
		http_code: status,
		http_connect: 0,
		http_version: last ? '1.1' : '0',
		local_ip: last ? '127.0.0.1' : '',
		local_port: last ? 54321 : 0,
		method: done.sent.method,
		num_certs: 0,
		num_connects: last ? 1 : 0,
		num_headers: headers.length,
		num_redirects: done.redirects,
		proxy_ssl_verify_result: 0,
		redirect_url:
			location !== undefined && status >= 300 && status < 400
				? new URL(location, done.sent.url).href
				: null,
		referer: headerOf(done.sent.headers, 'referer') ?? null,
		remote_ip: last ? '127.0.0.1' : '',
		remote_port: last ? Number(sent.port || (sent.protocol === 'https:' ? 443 : 80)) : 0,
		response_code: status,
		scheme: last ? sent.protocol.slice(0, -1).toUpperCase() : null,
		size_download: body,
		size_header: headBytes,
		size_request: requestBytes(done),
		size_upload: upload,
		speed_download: Math.round(body / Math.max(seconds, 0.001)),
		speed_upload: Math.round(upload / Math.max(seconds, 0.001)),
		ssl_verify_result: 0,
		time_appconnect: 0,
		time_connect: last ? 0.0001 : 0,
		time_namelookup: last ? 0.00001 : 0,
		time_pretransfer: last ? 0.0001 : 0,
		time_redirect: 0,
		time_starttransfer: last ? seconds : 0,
		time_total: seconds,
		url: done.url,
		url_effective: done.sent.url,
		urlnum: number,
		curl_version: CURL_VERSION
	};
}

function requestBytes({ sent }: Transfer): number {
	const target = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(sent.url)?.[1] || '/';
	const head = sent.headers.reduce(
		(sum, [name, value]) => sum + byteLength(name) + byteLength(value) + 4,
		2
	);
	return byteLength(`${sent.method} ${target} HTTP/1.1`) + 2 + head;
}

const textOf = (name: string, value: Value | undefined): string => {
	if (value === null || value === undefined) return '';
	if (name === 'http_code' || name === 'response_code') return `${value}`.padStart(3, '0');
	return name.startsWith('time_') ? Number(value).toFixed(6) : `${value}`;
};

const jsonOf = (values: Record<string, Value>): string =>
	`{${Object.entries(values)
		.map(([name, value]) => {
			const text = name.startsWith('time_') ? Number(value).toFixed(6) : JSON.stringify(value);
			return `"${name}":${text}`;
		})
		.join(',')}}`;

function headerJson({ answers }: Transfer): string {
	const grouped = new Map<string, string[]>();
	for (const [name, value] of answers.at(-1)?.headers ?? []) {
		const key = name.toLowerCase();
		grouped.set(key, [...(grouped.get(key) ?? []), value]);
	}
	const lines = [...grouped].map(
		([name, values]) => `${JSON.stringify(name)}:${JSON.stringify(values)}`
	);
	return `{${lines.join(',\n')}\n}`;
}
