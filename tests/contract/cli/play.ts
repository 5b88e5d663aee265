import { splitWords, type Line, type Machine, type Version } from './line.ts';
import { maskText } from './masks.ts';

/** A run as it is recorded: masked, line by line. */
export interface Run {
	words: string;
	exitCode: number;
	stdout: string[];
	stderr: string[];
	files?: Record<string, string[]>;
}

/** Runs a case's command lines in order and gives what those that count printed. */
export async function play(
	lines: readonly Line[],
	version: Version,
	machine: Machine
): Promise<Run[]> {
	const runs: Run[] = [];
	for (const line of lines.filter(({ only }) => only === undefined || only === version)) {
		const { words, leaves, prepares } = line;
		const { exitCode, stdout, stderr, files } = await machine.run(splitWords(words), line);
		const left = Object.entries(files).map(([name, text]) => [name, maskText(text)]);
		if (prepares) continue;
		runs.push({
			words,
			exitCode,
			stdout: maskText(stdout),
			stderr: maskText(stderr),
			...(leaves ? { files: Object.fromEntries(left) as Record<string, string[]> } : {})
		});
	}
	return runs;
}
