import { ImportError } from '#lib/import/import-error.ts';
import type { Read } from '#lib/import/imported.ts';
import { readBash } from '#lib/import/shell/bash.ts';
import { programOf, type ShellCommand, type ShellScript } from '#lib/import/shell/command.ts';
import { curlRequests } from './request.ts';

/** The requests of every curl in a script. @throws ImportError when there is none, or curl would refuse it */
export function curlOf({ commands, substitutions, warnings }: ShellScript): Read {
	const found = commands.filter((command) => programOf(command) === 'curl');
	if (found.length === 0) {
		// `answer=$(curl …)`
		const inner = substitutions.find((text) => /(^|\W)curl\s/.test(text));
		if (inner !== undefined) return curlOf(readBash(inner));
		throw new ImportError('no-curl');
	}
	const read = found.map((command) => curlRequests(command));
	return {
		requests: read.flatMap(({ requests }) => requests),
		warnings: [...warnings, ...pipesOf(found), ...read.flatMap((one) => one.warnings)]
	};
}

/** Says that what another program makes of the answer is not part of the request. */
export function pipesOf(commands: readonly Pick<ShellCommand, 'isPiped'>[]) {
	return commands.some(({ isPiped }) => isPiped) ? [{ id: 'pipe-left-out' }] : [];
}
