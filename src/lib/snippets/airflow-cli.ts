import { isJsonObject } from '#lib/request/json-edit.ts';
import { airflow2 } from './cli/airflow-2.ts';
import { airflow3 } from './cli/airflow-3.ts';
import { airflowctl } from './cli/airflowctl.ts';
import { Ask, type Commands } from './cli/ask.ts';
import { commandLines, word } from './shell-word.ts';
import type { SnippetInput, SnippetTarget, SnippetWarning } from './target.ts';

/** The command of the API's own line: `airflow` 2.x for v1, 3.x for v2, with `airflowctl` beside it where it can. */
export const airflowCli: SnippetTarget = {
	id: 'airflow-cli',
	label: 'airflow CLI',
	language: 'shell',
	generate(input) {
		const { api, draft } = input;
		if (api === 'other') return nothing({ id: 'no-cli' });
		if (draft.body !== undefined && !isJsonObject(draft.body))
			return nothing({ id: 'cli-needs-json' });

		const core = spell('airflow', api === 'v1' ? airflow2 : airflow3, input);
		const remote = api === 'v2' ? spell('airflowctl', airflowctl, input) : undefined;
		const control = hasControl(core.code ?? remote?.code) ? [{ id: 'paste-control' }] : [];
		if (core.code !== undefined) {
			const warnings: SnippetWarning[] = [
				{ id: 'cli-local' },
				...control,
				...core.warnings,
				...loses('cli-loses', core.lost)
			];
			if (remote?.code === undefined || hasControl(remote.code))
				return { code: core.code, available: true, warnings };
			return {
				code: `${core.code}\n\n${commented(remote.code)}`,
				available: true,
				warnings: [...warnings, ...remote.warnings, ...loses('airflowctl-loses', remote.lost)]
			};
		}
		if (remote?.code === undefined) {
			const reasons = core.warnings.filter(({ id }) => id === 'cli-needs');
			return reasons.length > 0 ? nothing(...reasons) : nothing({ id: 'no-cli' });
		}
		const lost = loses('airflowctl-loses', remote.lost);
		return {
			code: remote.code,
			available: true,
			warnings: [{ id: 'only-airflowctl' }, ...control, ...remote.warnings, ...lost]
		};
	}
};

interface Spelled {
	code: string | undefined;
	warnings: SnippetWarning[];
	lost: string[];
}

function spell(
	program: string,
	commands: Commands,
	{ operation, draft, request }: SnippetInput
): Spelled {
	const origin = /^[a-z]+:\/\/[^/?#]+/i.exec(request.url)?.[0] ?? request.url;
	const ask = new Ask(draft, origin);
	const command = Object.hasOwn(commands, operation.key) ? commands[operation.key] : undefined;
	const words = command?.(ask);
	if (words?.some((value) => value.includes('\0')))
		return { code: undefined, warnings: [], lost: [] };
	return {
		code: words && wellFormed(commandLines(pairs([program, ...words].map(word)))),
		warnings: ask.warnings,
		lost: words ? ask.lost() : []
	};
}

function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

// Where a long command breaks: an option stays with its value, and the command's own words stay together.
function pairs(words: readonly string[]): string[] {
	const lines: string[] = [];
	for (const next of words) {
		const last = lines.at(-1);
		const isValue = last !== undefined && /^--[a-z-]+$/.test(last) && !WITHOUT_VALUE.test(last);
		const isSubcommand = lines.length === 1;
		if (!next.startsWith('-') && (isValue || isSubcommand))
			lines[lines.length - 1] = `${last} ${next}`;
		else lines.push(next);
	}
	return lines;
}

const WITHOUT_VALUE =
	/^--(no-.+|only-.+|exclude-.+|run-backwards|run-on-latest-version|include-deferred|upstream|downstream|yes|dry-run|alias|permission|remote)$/;

// A terminal may take a carriage return for Enter; within a comment that would let the rest of it run.
function hasControl(code = ''): boolean {
	// eslint-disable-next-line no-control-regex -- control characters are what is looked for
	return /[\x01-\x08\x0b-\x1f\x7f]/.test(code);
}

function commented(code: string): string {
	return `# ${code.replaceAll('\n', '\n# ')}`;
}

function loses(id: string, names: readonly string[]): SnippetWarning[] {
	return names.length > 0 ? [{ id, values: { names: names.join(', ') } }] : [];
}

function nothing(...warnings: SnippetWarning[]) {
	return { code: '', available: false, warnings };
}
