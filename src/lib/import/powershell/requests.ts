import { curlRequests } from '#lib/import/curl/request.ts';
import { pipesOf } from '#lib/import/curl/script.ts';
import { ImportError } from '#lib/import/import-error.ts';
import type { ImportedRequest, ImportWarning, Read } from '#lib/import/imported.ts';
import type { ShellCommand } from '#lib/import/shell/command.ts';
import { readPowershell } from './script.ts';
import { asText, joinTexts, type PsCommand } from './value.ts';
import { isWebRequest, webRequest } from './web-request.ts';

/** The requests of a PowerShell script: its own commands for that, and curl. */
export function powershellRequests(source: string): Read {
	const { commands, warnings } = readPowershell(source);
	const requests: ImportedRequest[] = [];
	const found: PsCommand[] = [];
	const said: ImportWarning[] = [...warnings];
	for (const command of commands) {
		const isCurl = /(^|[\\/])curl(\.exe)?$/i.test(command.name);
		if (isWebRequest(command)) {
			const read = webRequest(command);
			requests.push(read.request);
			said.push(...read.warnings);
		} else if (isCurl) {
			const read = curlRequests(programOf(command));
			requests.push(...read.requests);
			said.push(...read.warnings);
		} else continue;
		found.push(command);
	}
	if (found.length === 0) throw new ImportError('no-powershell');
	return { requests, warnings: [...said, ...pipesOf(found)] };
}

function programOf({ name, given, input, isPiped, offset }: PsCommand): ShellCommand {
	const words = given.flatMap(({ value }) => {
		const items = value.kind === 'list' ? value.items : [value];
		return items.map(asText).map(({ text, unknown }) => ({ text, unknown, offset }));
	});
	const items = input === undefined ? [] : input.kind === 'list' ? input.items : [input];
	const lines = joinTexts(items.map(asText), '\n');
	return {
		words: [{ text: name, unknown: [], offset }, ...words],
		...(input === undefined ? {} : { stdin: `${lines.text}\n`, stdinUnknown: lines.unknown }),
		isPiped
	};
}
