import { touch } from '#lib/simulator/agenda.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import type { World } from '#lib/simulator/world.ts';
import type { Values } from './airflow-core/argument.ts';
import type { Command, Line } from './airflow-core/command.ts';
import { invalidChoice } from './airflow-core/convert.ts';
import { commandScreen, levelScreen, metavarOf } from './airflow-core/help.ts';
import { legacyWords } from './airflow-core/legacy.ts';
import { logAction } from './airflow-core/log-action.ts';
import { notHere } from './airflow-core/not-here.ts';
import { parseArguments } from './airflow-core/parse.ts';
import { Session, type Surroundings } from './airflow-core/session.ts';
import { argumentsOf, namesBelow } from './airflow-core/syntax.ts';
import { DAG_COMMANDS } from './airflow-dags/commands.ts';
import { STORE_COMMANDS } from './airflow-stores/commands.ts';
import { Exit, Uncaught } from './airflowctl-session.ts';
import type { Outcome } from './airflowctl.ts';

/**
 * One run of Airflow's own program on the machine where Airflow runs: its commands work on the
 * metadata database, not through the API. Lets time pass up to now, changes the world, and in the
 * surroundings the files.
 * @param argv without the program's name.
 */
export function runAirflow(
	world: World,
	line: Line,
	argv: readonly string[],
	around: Surroundings
): Outcome {
	advance(world, around.nowMs);
	const session = new Session(world, line, around);
	let exitCode = 0;
	try {
		const { name, values } = read(session, argv);
		session.printsRows = 'output' in values;
		logAction(session, name, values, argv);
		deedOf(line, name)(session, values);
	} catch (cause) {
		exitCode = end(session, cause);
	}
	// A run that is queued begins when its DAG is unpaused here, too.
	touch(world);
	return { stdout: session.stdout, stderr: session.stderr, exitCode };
}

const COMMANDS: readonly Command[] = [...STORE_COMMANDS, ...DAG_COMMANDS];

/** A command that nobody carries out needs a machine of its own. */
const deedOf = (line: Line, name: string): Command['run'] =>
	COMMANDS.find((one) => one.name === name && (one.line ?? line) === line)?.run ?? notHere;

/** Which command is meant, and what it was told. @throws {Exit} when it cannot be read, or asks for help. */
function read(session: Session, argv: readonly string[]): { name: string; values: Values } {
	const { line, columns } = session;
	const top = nextWord(session, [], argv);
	const isGroup = namesBelow(line, [top.word]).length > 0;
	const below = isGroup ? nextWord(session, [top.word], top.rest) : undefined;
	const name = below ? `${top.word} ${below.word}` : top.word;
	const parsed = parseArguments(argumentsOf(line, name), (below ?? top).rest, session);
	if (parsed.ended === 'help') return showHelp(session, commandScreen(line, name, columns));
	if (parsed.ended === 'error')
		return misuse(session, commandScreen(line, name, columns), name, parsed.message);

	const strangers = [...top.strangers, ...(below?.strangers ?? []), ...parsed.extras];
	if (strangers.length > 0)
		misuse(
			session,
			levelScreen(line, [], columns),
			'',
			`unrecognized arguments: ${strangers.join(' ')}`
		);
	openFiles(session, name, parsed.values);
	return { name, values: parsed.values };
}

/** The parser itself opens what is to be written, so that a file is there whatever comes of it. */
function openFiles(session: Session, name: string, values: Values): void {
	for (const { type, dest } of argumentsOf(session.line, name)) {
		const file = values[dest];
		if (type === 'file' && typeof file === 'string' && file !== '-') session.write(file, '');
	}
}

/** The word that names a group or a command, and what stands before and behind it. */
function nextWord(
	session: Session,
	path: readonly string[],
	words: readonly string[]
): { word: string; rest: readonly string[]; strangers: readonly string[] } {
	const screen = levelScreen(session.line, path, session.columns);
	const metavar = metavarOf(path);
	const refuse = (why: string) => misuse(session, screen, path.join(' '), why);
	const at = words.findIndex((word) => !word.startsWith('-') || word === '-');
	const strangers = at < 0 ? words : words.slice(0, at);
	if (strangers.some((word) => (word.length > 2 ? '--help'.startsWith(word) : word === '-h')))
		return showHelp(session, screen);
	const word = words[at];
	if (word === undefined) return refuse(`the following arguments are required: ${metavar}`);

	const names = namesBelow(session.line, path);
	if (!names.includes(word))
		refuse(
			`argument ${metavar}: ${legacyWords(session.line, path, word) ?? invalidChoice(word, names)}`
		);
	return { word, rest: words.slice(at + 1), strangers };
}

function showHelp(session: Session, screen: string): never {
	session.stdout += screen;
	throw new Exit(0);
}

/** @source airflow/cli/cli_config.py `DefaultHelpParser.error` */
function misuse(session: Session, screen: string, name: string, message: string): never {
	session.stdout += screen;
	const prog = name === '' ? 'airflow' : `airflow ${name}`;
	session.stderr += `\n${prog} command error: ${message}, see help above.\n`;
	throw new Exit(2);
}

/** Says how a run ended that did not end well. */
function end(session: Session, cause: unknown): number {
	if (cause instanceof Exit) {
		if (cause.message !== '') session.complain(cause.message);
		return cause.code;
	}
	if (!(cause instanceof Uncaught)) throw cause;
	const { exception, message } = cause;
	session.complain('Traceback (most recent call last):');
	session.complain(message === '' ? exception : `${exception}: ${message}`);
	return 1;
}
