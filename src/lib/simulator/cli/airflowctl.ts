import type { World } from '#lib/simulator/world.ts';
import { invalidChoice, parseArguments, type Values } from './airflowctl-argparse.ts';
import { Refusal, Unreachable } from './airflowctl-client.ts';
import { OPERATIONS } from './airflowctl-commands.ts';
import { pauseDag, showNextRun, showVersion, unpauseDag } from './airflowctl-dags.ts';
import { helpScreen, type Entries } from './airflowctl-help.ts';
import {
	exportPools,
	importConnections,
	importPools,
	importVariables
} from './airflowctl-import.ts';
import { lintConfig } from './airflowctl-lint.ts';
import { listEnvironments, logIn, printToken } from './airflowctl-login.ts';
import { operate } from './airflowctl-operate.ts';
import {
	CommandFailure,
	Exit,
	Session,
	Uncaught,
	type Surroundings
} from './airflowctl-session.ts';
import { COMMANDS, groupSays } from './airflowctl-syntax.ts';

/** What a program leaves behind. */
export interface Outcome {
	stdout: string;
	stderr: string;
	exitCode: number;
}

/**
 * One run of `airflowctl` 0.1.5 against a simulated Airflow: its calls go through the API, so that
 * permissions, refusals and the event log are the API's. Changes the world, and in the surroundings
 * the files and the keyring.
 * @param argv without the program's name.
 */
export function runAirflowctl(
	world: World,
	argv: readonly string[],
	around: Surroundings
): Outcome {
	const session = new Session(world, around);
	let exitCode = 0;
	try {
		run(session, argv);
	} catch (cause) {
		if (!(cause instanceof Error)) throw cause;
		exitCode = end(session, cause);
	}
	return { stdout: session.stdout, stderr: session.stderr, exitCode };
}

type Action = (session: Session, values: Values) => void;

const ACTIONS: Readonly<Record<string, Action>> = {
	'auth login': logIn,
	'auth list-envs': listEnvironments,
	'auth token': printToken,
	'config lint': lintConfig,
	'connections import': importConnections,
	'dags next-execution': showNextRun,
	'dags pause': pauseDag,
	'dags unpause': unpauseDag,
	'pools import': importPools,
	'pools export': exportPools,
	version: showVersion,
	'variables import': importVariables
};

function run(session: Session, argv: readonly string[]): void {
	const top = nextWord(session, [], argv);
	const isGroup = !COMMANDS.has(top.word);
	const below = isGroup ? nextWord(session, [top.word], top.rest) : undefined;
	const name = below ? `${top.word} ${below.word}` : top.word;
	const { args = [], says = '' } = COMMANDS.get(name) ?? {};
	const screen = () =>
		helpScreen({ prog: `airflowctl ${name}`, description: says, args, columns: session.columns });

	const read = parseArguments(args, (below ?? top).rest);
	if (read.ended === 'help') {
		session.stdout += screen();
		return;
	}
	if (read.ended === 'error') misuse(session, screen(), `airflowctl ${name}`, read.message);
	else {
		const strangers = [...top.strangers, ...(below?.strangers ?? []), ...read.extras];
		if (strangers.length > 0)
			misuse(
				session,
				levelScreen(session, []),
				'airflowctl',
				`unrecognized arguments: ${strangers.join(' ')}`
			);
		perform(session, name, read.values);
	}
}

function perform(session: Session, name: string, values: Values): void {
	if (session.isDebugging)
		session.complain(
			'[yellow]Debug mode is enabled. Please be aware that your credentials are not secure.\n' +
				'Please unset AIRFLOW_CLI_DEBUG_MODE or set it to false.[/yellow]'
		);
	const operation = OPERATIONS[name];
	if (operation) operate(session, name, operation, values);
	else ACTIONS[name]?.(session, values);
}

/** The word that names a group or a command, and what stands before and behind it. */
function nextWord(
	session: Session,
	path: readonly string[],
	words: readonly string[]
): { word: string; rest: readonly string[]; strangers: string[] } {
	const prog = ['airflowctl', ...path].join(' ');
	const metavar = metavarOf(path);
	const at = words.findIndex((word) => !word.startsWith('-') || word === '-');
	const before = at < 0 ? words : words.slice(0, at);
	if (before.some((word) => (word.length > 2 ? '--help'.startsWith(word) : word === '-h'))) {
		session.stdout += levelScreen(session, path);
		throw new Exit(0);
	}
	const word = words[at];
	if (word === undefined)
		misuse(
			session,
			levelScreen(session, path),
			prog,
			`the following arguments are required: ${metavar}`
		);
	const known = namesBelow(path);
	if (!known.includes(word))
		misuse(
			session,
			levelScreen(session, path),
			prog,
			`argument ${metavar}: ${invalidChoice(word, known)}`
		);
	return { word, rest: words.slice(at + 1), strangers: [...before] };
}

const metavarOf = (path: readonly string[]) => (path.length === 0 ? 'GROUP_OR_COMMAND' : 'COMMAND');

/** What the next word may be. */
function namesBelow(path: readonly string[]): string[] {
	const all = [...COMMANDS.keys()].map((name) => name.split(' '));
	const fitting = all.filter((name) => path.every((word, at) => name[at] === word));
	return [...new Set(fitting.flatMap((name) => name[path.length] ?? []))].toSorted();
}

function levelScreen(session: Session, path: readonly string[]): string {
	const metavar = metavarOf(path);
	const names = namesBelow(path);
	const entries: Entries =
		path.length > 0
			? {
					metavar,
					sections: [
						{
							entries: names.map((name) => ({
								name,
								says: COMMANDS.get([...path, name].join(' '))?.says ?? ''
							}))
						}
					]
				}
			: {
					metavar,
					isWrapped: true,
					sections: [
						{
							title: 'Groups',
							entries: names
								.filter((name) => !COMMANDS.has(name))
								.map((name) => ({ name, says: groupSays(name) }))
						},
						{
							title: 'Commands:',
							entries: names.flatMap((name) => {
								const says = COMMANDS.get(name)?.says;
								return says === undefined ? [] : [{ name, says }];
							})
						}
					]
				};
	return helpScreen({
		prog: ['airflowctl', ...path].join(' '),
		...(path[0] === undefined ? {} : { description: groupSays(path[0]) }),
		args: [],
		entries,
		columns: session.columns
	});
}

/** @source airflowctl ctl/cli_config.py `DefaultHelpParser.error` */
function misuse(session: Session, screen: string, prog: string, message: string): never {
	session.stdout += screen;
	session.stderr += `\n${prog} command error: ${message}, see help above.\n`;
	throw new Exit(2);
}

/** Says how a run ended that did not end well. @source airflowctl ctl/cli_config.py `safe_call_command` */
function end(session: Session, cause: Error): number {
	if (cause instanceof Exit) {
		if (cause.message !== '') session.stderr += `${cause.message}\n`;
		return cause.code;
	}
	if (cause instanceof CommandFailure) session.print(`command failed due to ${cause.message}`);
	else if (cause instanceof Refusal) {
		session.print(`Server response error: ${cause.message}`);
		if (cause.message.includes('Client error message:'))
			session.print(
				'[red]Client error, [/red] Please check the command and its parameters. ' +
					'If you need help, run the command with --help.'
			);
	} else if (cause instanceof Unreachable && cause.reason === 'cut') {
		session.print(`[red]Remote protocol error: ${cause.message}[/red]`);
		session.print(
			`[red]Server response error: ${cause.message}. ` +
				'Please check if the server is running and the API URL is correct.[/red]'
		);
	} else if (cause instanceof Unreachable && cause.reason === 'slow') {
		session.print(`[red]Read timeout error: ${cause.message}[/red]`);
		session.print(
			'[red]Please check if the server is running and the API ready to accept calls.[/red]'
		);
	} else if (cause instanceof Uncaught)
		session.stderr += `Traceback (most recent call last):\n${cause.exception}: ${cause.message}\n`;
	else throw cause;
	return 1;
}
