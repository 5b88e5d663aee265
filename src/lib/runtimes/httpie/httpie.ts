import { failed, type CommandAround, type CommandResult } from '#lib/runtimes/command.ts';

/** HTTPie. */
export async function runHttpie(
	program: 'http' | 'https',
	_argv: readonly string[],
	_around: CommandAround
): Promise<CommandResult> {
	return failed(`windsock: ${program} is not here yet\n`, 127);
}
