import { isJsonObject } from '#lib/request/json-edit.ts';
import { airflow2 } from './cli/airflow-2.ts';
import { airflow3 } from './cli/airflow-3.ts';
import { airflowctl } from './cli/airflowctl.ts';
import { nearest2, nearest3, nearestCtl } from './cli/nearest.ts';
import { awaitedRun, type Program } from './cli/wait.ts';
import { isWaiting, waitingFor } from './waiting.ts';
import { hasControl, spell, type Spelled } from './cli/spell.ts';
import type { Commands } from './cli/ask.ts';
import type { Snippet, SnippetInput, SnippetTarget, SnippetWarning } from './target.ts';

/** `airflow` 2.x on the machine of the scheduler, for requests of the v1 API. */
export const airflow2Cli: SnippetTarget = cliTarget({
	id: 'airflow-2',
	label: 'airflow 2.x',
	program: 'airflow',
	api: 'v1',
	commands: airflow2,
	nearest: nearest2,
	always: ['cli-local']
});

/** `airflow` 3.x on the machine of the scheduler, for requests of the v2 API. */
export const airflow3Cli: SnippetTarget = cliTarget({
	id: 'airflow-3',
	label: 'airflow 3.x',
	program: 'airflow',
	api: 'v2',
	commands: airflow3,
	nearest: nearest3,
	other: { program: 'airflowctl', commands: airflowctl },
	always: ['cli-local']
});

/** `airflowctl`, which asks the v2 API from anywhere. */
export const airflowctlCli: SnippetTarget = cliTarget({
	id: 'airflowctl',
	label: 'airflowctl',
	program: 'airflowctl',
	api: 'v2',
	commands: airflowctl,
	nearest: nearestCtl,
	other: { program: 'airflow', commands: airflow3 },
	always: ['airflowctl-login']
});

interface CliProgram {
	id: Program;
	label: string;
	program: 'airflow' | 'airflowctl';
	api: 'v1' | 'v2';
	commands: Commands;
	/** What comes nearest to a request that no command does: whole lines, the program's name first. */
	nearest: Commands;
	/** The other program for the same API. */
	other?: { program: 'airflow' | 'airflowctl'; commands: Commands };
	/** Warnings of every command. */
	always: readonly string[];
}

function cliTarget(program: CliProgram): SnippetTarget {
	const { id, label, api } = program;
	return {
		id,
		label,
		group: 'cli',
		language: 'shell',
		generate(input) {
			if (input.api === 'other') return nothing({ id: 'no-cli', values: { program: label } });
			if (input.api !== api) return nothing(otherLine(input.api, label));
			const { body } = input.draft;
			if (body !== undefined && !isJsonObject(body)) return nothing({ id: 'cli-needs-json' });

			const awaited = awaitedRun(id, input);
			const own = spell([program.program], program.commands, awaited?.input ?? input);
			if (own.code === undefined) return without(program, own, input);
			const snippet = found(own, own.code, program, input);
			if (!input.options?.waits) return snippet;
			const nothingToAwait = waitingFor(input);
			if (!isWaiting(nothingToAwait)) snippet.warnings.push(nothingToAwait);
			else if (awaited === undefined) snippet.warnings.push({ id: 'waits-not-here' });
			return awaited ? { ...snippet, code: awaited.withLoop(own.code) } : snippet;
		}
	};
}

function found(
	{ warnings, lost }: Spelled,
	code: string,
	program: CliProgram,
	input: SnippetInput
): Snippet & { warnings: SnippetWarning[] } {
	const always = warnings.some(({ id }) => id === 'airflowctl-logs-in') ? [] : program.always;
	return {
		code,
		available: true,
		warnings: [
			...always.map((id) => ({ id })),
			...(hasControl(code) ? [{ id: 'paste-control' }] : []),
			...warnings,
			...(lost.length > 0 ? [{ id: 'cli-loses', values: { names: lost.join(', ') } }] : []),
			...(input.options?.jq === undefined ? [] : [{ id: 'jq-left-out' }])
		]
	};
}

// No command: the other program's, or what comes nearest, as a comment that nobody runs by mistake.
function without(program: CliProgram, own: Spelled, input: SnippetInput): Snippet {
	const needs = own.warnings.filter(({ id }) => id === 'cli-needs');
	if (needs.length > 0) return nothing(...needs);

	const none: SnippetWarning = { id: 'no-cli', values: { program: program.label } };
	const { other } = program;
	const theirs = other && spell([other.program], other.commands, input);
	if (other && theirs?.code !== undefined)
		return offer(theirs.code, none, {
			id: 'cli-other-program',
			values: { program: other.program }
		});
	const near = spell([], program.nearest, input);
	return near.code === undefined
		? nothing(none)
		: offer(near.code, none, { id: 'cli-nearest' }, ...near.warnings);
}

function offer(code: string, ...warnings: SnippetWarning[]): Snippet {
	// A terminal may take a carriage return for Enter; within a comment that would let the rest of it run.
	if (hasControl(code)) return nothing(...warnings.slice(0, 1));
	return { code: `# ${code.replaceAll('\n', '\n# ')}`, available: false, warnings };
}

function otherLine(api: 'v1' | 'v2', program: string): SnippetWarning {
	const right = api === 'v1' ? 'airflow 2.x' : 'airflow 3.x, airflowctl';
	return { id: 'cli-other-line', values: { api, program, right } };
}

function nothing(...warnings: SnippetWarning[]): Snippet {
	return { code: '', available: false, warnings };
}
