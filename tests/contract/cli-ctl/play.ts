import { NONCE } from '#contract/cases/case.ts';
import { splitWords, type Line, type Machine, type Situation } from './line.ts';
import { maskText } from './masks.ts';

/** A run as it is recorded: masked, line by line. */
export interface Run {
	exitCode: number;
	stdout: string[];
	stderr: string[];
	files?: Record<string, string[]>;
}

/** Runs a case's command lines in order and gives what those that count printed. */
export async function play(situation: Situation, machine: Machine, nonce: string): Promise<Run[]> {
	const runs: Run[] = [];
	try {
		for (const line of situation.lines.filter(({ tidies }) => !tidies)) {
			const run = await playLine(line, situation, machine, nonce);
			if (!line.prepares) runs.push(run);
		}
	} finally {
		for (const line of situation.lines.filter(({ tidies }) => tidies))
			await playLine(line, situation, machine, nonce);
		for (const path of situation.removes ?? []) await machine.remove(path.replaceAll(NONCE, nonce));
	}
	return runs;
}

async function playLine(
	line: Line,
	situation: Situation,
	machine: Machine,
	nonce: string
): Promise<Run> {
	const fill = (text: string) => text.replaceAll(NONCE, nonce).replaceAll('SERVER', machine.url);
	const mask = (text: string) =>
		maskText(text.replaceAll(nonce, NONCE).replaceAll(machine.url, 'SERVER'));
	const caller = line.as ?? 'admin';
	const printed = await machine.run(
		splitWords(line.words).map(fill),
		{ ...line, files: mapValues(line.files ?? {}, fill) },
		situation,
		{
			...(caller === 'nobody' ? {} : { AIRFLOW_CLI_TOKEN: await machine.tokenOf(caller) }),
			AIRFLOW_HOME: 'home',
			...line.env
		}
	);
	return {
		exitCode: printed.exitCode,
		stdout: mask(printed.stdout),
		stderr: mask(printed.stderr),
		...(line.leaves ? { files: mapValues(printed.files, mask) } : {})
	};
}

const mapValues = <In, Out>(values: Readonly<Record<string, In>>, change: (value: In) => Out) =>
	Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
