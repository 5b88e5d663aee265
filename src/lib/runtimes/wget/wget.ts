import { failed, type ShellCommand } from '#lib/runtimes/command.ts';

/** GNU wget. */
export const runWget: ShellCommand = async () => failed('windsock: wget is not here yet\n', 127);
