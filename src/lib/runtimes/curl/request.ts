import { curlAddress, userIn } from '#lib/import/curl/address.ts';
import type { Header } from '#lib/request/draft.ts';
import type { CommandAround } from '#lib/runtimes/command.ts';
import type { OutRequest } from '#lib/runtimes/outside.ts';
import { addressWith, type CurlBody } from './body.ts';
import type { CurlOptions } from './options.ts';
import { byteLength, type TransferOptions } from './transfer.ts';

/** An address that curl cannot use. */
export class BadAddress extends Error {
	readonly code: 1 | 3;
	constructor(code: 1 | 3, says: string) {
		super(says);
		this.code = code;
	}
}

/** The request that curl sends first. @throws {BadAddress} */
export async function requestFor(
	url: string,
	{ ordered, values, switches }: CurlOptions,
	body: CurlBody,
	around: Pick<CommandAround, 'read' | 'stdin'>
): Promise<OutRequest> {
	const address = addressOf(addressWith(url, body.query), switches.has('path-as-is'));
	const given = await headersGiven(ordered, around);
	const method = methodOf(values, switches, body);
	const isGiven = (name: string) => given.some(([key]) => key.toLowerCase() === name);
	const host = given.find(([key]) => /^host$/i.test(key));
	const user = userOf(values, url);
	const bearer = values.get('oauth2-bearer');
	const text = method === 'GET' && body.text === undefined ? undefined : body.text;
	const defaults: Header[] = [
		['Host', host?.[1] ?? new URL(address).host],
		...(isGiven('authorization')
			? []
			: bearer !== undefined
				? [pair('Authorization', `Bearer ${bearer}`)]
				: user !== undefined
					? [pair('Authorization', `Basic ${base64(user)}`)]
					: []),
		pair('User-Agent', values.get('user-agent') ?? 'curl/7.88.1'),
		...(values.has('range') ? [pair('Range', `bytes=${values.get('range')}`)] : []),
		...(body.isJson ? [] : [pair('Accept', '*/*')]),
		...(switches.has('compressed') ? [pair('Accept-Encoding', 'deflate, gzip, br, zstd')] : []),
		...(values.has('referer') ? [pair('Referer', values.get('referer') ?? '')] : []),
		...cookies(ordered)
	];
	const json: Header[] = body.isJson
		? [pair('Content-Type', 'application/json'), pair('Accept', 'application/json')]
		: [];
	const last: Header[] =
		text === undefined
			? []
			: [
					pair('Content-Length', `${byteLength(text)}`),
					...(body.isForm ? [pair('Content-Type', 'application/x-www-form-urlencoded')] : [])
				];
	const free = (headers: Header[]) => headers.filter(([name]) => !isGiven(name.toLowerCase()));
	const headers = [
		...defaults.filter(([name]) => name === 'Host' || !isGiven(name.toLowerCase())),
		...free(json),
		...given.filter(([name]) => !/^host$/i.test(name)),
		...free(last)
	].filter(([, value]) => value !== REMOVED);
	return { method, url: address, headers, ...(text === undefined ? {} : { body: text }) };
}

/** How the request is followed. */
export function transferOptions(
	{ values, switches }: CurlOptions,
	{ headers }: OutRequest
): TransferOptions {
	const seconds = values.get('max-time');
	const most = values.get('max-redirs');
	const user = headers.find(
		([name, value]) => name === 'Authorization' && value.startsWith('Basic ')
	);
	return {
		follows: switches.has('location') || switches.has('location-trusted'),
		maxRedirects: most === undefined ? 50 : Number(most) < 0 ? Infinity : Number(most),
		keepsMethod: (status) => switches.has(`post${status}`),
		maxTimeMs: seconds === undefined || Number(seconds) === 0 ? undefined : Number(seconds) * 1000,
		isMethodGiven: values.has('request'),
		traceUser:
			user && values.has('user') ? (values.get('user') ?? '').replace(/:.*$/s, '') : undefined
	};
}

const pair = (name: string, value: string): Header => [name, value];

/** Stands for a header that `-H 'Name:'` takes out. */
const REMOVED = '\0removed';

async function headersGiven(
	ordered: CurlOptions['ordered'],
	{ read, stdin }: Pick<CommandAround, 'read' | 'stdin'>
): Promise<Header[]> {
	const lines: string[] = [];
	for (const { name, value } of ordered) {
		if (name !== 'header') continue;
		if (!value.startsWith('@')) lines.push(value);
		else {
			const text = value === '@-' ? stdin : ((await read(value.slice(1))) ?? '');
			lines.push(...text.split(/\r?\n/).filter((line) => line !== ''));
		}
	}
	return lines.flatMap((line): Header[] => {
		const [, empty] = /^([^:;]+);\s*$/.exec(line) ?? [];
		if (empty !== undefined) return [[empty, '']];
		const [, name, value = ''] = /^([^:]+):[ \t]*(.*?)\s*$/s.exec(line) ?? [];
		return name === undefined ? [] : [[name, value === '' ? REMOVED : value]];
	});
}

function methodOf(
	values: CurlOptions['values'],
	switches: CurlOptions['switches'],
	{ text }: CurlBody
): string {
	const given = values.get('request');
	if (given !== undefined) return given;
	if (switches.has('head')) return 'HEAD';
	if (values.has('upload-file')) return 'PUT';
	return text === undefined ? 'GET' : 'POST';
}

function userOf(values: CurlOptions['values'], url: string): string | undefined {
	const user = values.get('user') ?? userIn(url);
	return user === undefined || user.includes(':') ? user : `${user}:`;
}

function cookies(ordered: CurlOptions['ordered']): Header[] {
	const pairs = ordered.filter(({ name, value }) => name === 'cookie' && value.includes('='));
	return pairs.length === 0 ? [] : [['Cookie', pairs.map(({ value }) => value).join('; ')]];
}

function addressOf(url: string, keepsDots: boolean): string {
	const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(url)?.[1];
	if (scheme !== undefined && !/^https?$/i.test(scheme))
		throw new BadAddress(1, `Protocol "${scheme}" not supported or disabled in libcurl`);
	if (url === '') throw new BadAddress(3, 'URL using bad/illegal format or missing URL');
	if (/[\0-\x20\x7f]/.test(url))
		throw new BadAddress(3, 'URL using bad/illegal format or missing URL');
	const address = curlAddress(url, keepsDots);
	if (!URL.canParse(address) || new URL(address).hostname === '')
		throw new BadAddress(3, portOf(url) ?? 'URL using bad/illegal format or missing URL');
	return /^https?:\/\/[^/?#]*$/i.test(address) ? `${address}/` : address;
}

const portOf = (url: string): string | undefined =>
	/^(?:https?:\/\/)?[^/?#:]+:(?!\d{1,5}(?:[/?#]|$))[^/?#]*/i.test(url)
		? 'URL using bad/illegal format or missing URL'
		: undefined;

const base64 = (text: string): string =>
	btoa(String.fromCharCode(...new TextEncoder().encode(text)));
