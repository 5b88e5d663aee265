import { ImportError, placeAt } from '#lib/import/import-error.ts';
import type { ImportedRequest, ImportWarning, Read } from '#lib/import/imported.ts';
import type { Header } from '#lib/request/draft.ts';
import { sentUrl } from '#lib/snippets/sent-request.ts';
import { isRawHttp, readRawHttp } from './message.ts';
import { Template } from './template.ts';

/**
 * The requests of a `.http` file, or of one HTTP/1.1 message.
 * @source the documentation of VS Code's REST Client and of JetBrains' HTTP Client
 * @throws ImportError for a line that is neither request nor header
 */
export function httpRequests(source: string): Read {
	if (isRawHttp(source)) return readRawHttp(source);
	const template = new Template(variablesOf(source));
	const warnings: ImportWarning[] = [];
	const requests = blocksOf(source).flatMap((block) =>
		readBlock(block, template, source, warnings)
	);
	return { requests, warnings: [...warnings, ...template.warnings] };
}

interface Block {
	name: string;
	text: string;
	offset: number;
}

function blocksOf(source: string): Block[] {
	const blocks: Block[] = [{ name: '', text: '', offset: 0 }];
	let offset = 0;
	for (const line of source.split(/(?<=\n)/)) {
		const next = offset + line.length;
		if (line.startsWith('###'))
			blocks.push({ name: line.replace(/^#+/, '').trim(), text: '', offset: next });
		else (blocks.at(-1) as Block).text += line;
		offset = next;
	}
	return blocks;
}

function variablesOf(source: string): Map<string, string> {
	const found = source.matchAll(/^@([\w.-]+)[^\S\n]*=[^\S\n]*(.*?)\r?$/gm);
	return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

function readBlock(
	block: Block,
	template: Template,
	source: string,
	warnings: ImportWarning[]
): ImportedRequest[] {
	const lines = block.text.split('\n');
	let at = 0;
	const line = () => (lines[at] ?? '').replace(/\r$/, '');
	let name = block.name;
	for (; at < lines.length && /^\s*$|^(#|\/\/|@[\w.-]+\s*=)/.test(line()); at++)
		name = /^(?:#|\/\/)\s*@name\s*=?\s*(\S+)/.exec(line())?.[1] ?? name;
	if (line().startsWith('< ')) {
		warnings.push({ id: 'scripts-left-out' });
		while (at < lines.length && !line().includes('%}')) at++;
		for (at++; at < lines.length && line().trim() === ''; at++);
	}
	if (at >= lines.length) return [];

	const fail = (id: string): never => {
		const offset = block.offset + lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
		throw new ImportError(id, { text: line() }, placeAt(source, offset));
	};
	const [, method = 'GET', target = ''] =
		/^(?:([A-Za-z]+)\s+)?(\S.*?)(?:\s+HTTP\/[\d.]+)?\s*$/.exec(line()) ?? [];
	if (!/^([A-Za-z][\w+.-]*:\/\/|\/|\{\{|[\w.-]+[:/.])/.test(target)) return fail('http-no-request');
	let url = target;
	for (at++; /^\s+[?&]/.test(line()); at++) url += line().trim();

	const headers: Header[] = [];
	let auth: ImportedRequest['auth'];
	for (; at < lines.length && line() !== ''; at++) {
		if (/^(#|\/\/)/.test(line())) continue;
		const [, header = '', value = ''] = /^([^:]*):[ \t]*(.*?)[ \t]*$/s.exec(line()) ?? [];
		if (header === '') return fail('http-no-header');
		if (header.toLowerCase() === 'authorization') auth = template.auth(value);
		else headers.push([header, template.fill(value)]);
	}
	const address = sentUrl(withHost(template.fill(url), headers));
	const body = bodyOf(lines.slice(at + 1).join('\n'), warnings);
	return [
		{
			method: method.toUpperCase(),
			url: address,
			headers: headers.filter(([header, value]) => !isHostOf(header, value, address)),
			...(body === undefined ? {} : { body: template.fill(body) }),
			...(auth === undefined ? {} : { auth }),
			...(name === '' ? {} : { name })
		}
	];
}

const isHostOf = (header: string, value: string, address: string) =>
	header.toLowerCase() === 'host' && /^\w+:\/\/([^/?#]*)/.exec(address)?.[1] === value;

// A path alone goes to the Host header.
function withHost(url: string, headers: readonly Header[]): string {
	if (/^[A-Za-z][\w+.-]*:\/\/|^\{\{/.test(url)) return url;
	const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1];
	return url.startsWith('/') ? `http://${host ?? 'localhost:8080'}${url}` : `http://${url}`;
}

function bodyOf(text: string, warnings: ImportWarning[]): string | undefined {
	const [, file] = /^\s*<@?\w*[^\S\n]+(\S.*)$/m.exec(text.split('\n', 1)[0] ?? '') ?? [];
	if (file !== undefined) {
		warnings.push({ id: 'file', values: { names: `< ${file.trim()}` } });
		return undefined;
	}
	const handler = /^(?:> (?:\{%|\S)|<> \S)/m.exec(text);
	if (handler) warnings.push({ id: 'scripts-left-out' });
	const body = (handler ? text.slice(0, handler.index) : text).replace(/(\r?\n)+$/, '');
	return body === '' ? undefined : body;
}
