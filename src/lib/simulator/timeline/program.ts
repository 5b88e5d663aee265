import { runAirflow } from '#lib/simulator/cli/airflow.ts';
import type { Outcome } from '#lib/simulator/cli/airflowctl.ts';
import type { World } from '#lib/simulator/world.ts';

/** One run of `airflow` on the simulated machine. */
export interface AirflowRun {
	/** Airflow's major version. */
	line: '2' | '3';
	argv: readonly string[];
	/** With `PWD`. */
	env: Readonly<Record<string, string>>;
	/** Absolute path → text, of all that it may read. */
	files: Readonly<Record<string, string>>;
	stdin: string;
}

/** What it printed, and the files it wrote: absolute path → text, null = removed. */
export interface AirflowOutcome extends Outcome {
	files: Record<string, string | null>;
}

/** Runs the program. Changes `world`. `nowMs` is virtual. */
export function runProgram(world: World, run: AirflowRun, nowMs: number): AirflowOutcome {
	const { line, argv, env, stdin } = run;
	const files = new Map(Object.entries(run.files));
	const outcome = runAirflow(world, line, argv, { nowMs, env, files, stdin });
	const written = [...files].filter(([path, text]) => run.files[path] !== text);
	const removed = Object.keys(run.files).filter((path) => !files.has(path));
	return {
		...outcome,
		files: Object.fromEntries([...written, ...removed.map((path): [string, null] => [path, null])])
	};
}

/** Whether a command only looks: those that say so by their name. */
export function isLooking({ argv }: Pick<AirflowRun, 'argv'>): boolean {
	const words = argv.filter((word) => !word.startsWith('-'));
	const [top = '', below = ''] = words;
	if (argv.includes('-h') || argv.includes('--help')) return true;
	return LOOKING_GROUPS.has(top) || LOOKING.test(below) || words.length === 0;
}

const LOOKING_GROUPS = new Set([
	'info',
	'version',
	'providers',
	'config',
	'plugins',
	'cheat-sheet'
]);
const LOOKING =
	/^(list.*|get|export|state|states-for-dag-run|next-execution|report|show.*|details|check.*|failed-deps|render|test|hooks|widgets)$/;

const SECRET_FLAG = /^(-p|--(new-)?password|--conn-(password|uri|json|extra))(=|$)/;
const SECRET_NAME = /password|passwd|secret|token|authorization|api_?key|private_?key/i;

/** The run without its secrets, for a file that leaves the browser. */
export function withoutSecrets(run: AirflowRun): AirflowRun {
	const argv = run.argv.map((word, at) => {
		if (SECRET_FLAG.test(word)) return word.includes('=') ? word.replace(/=.*$/s, '=***') : word;
		const before = run.argv[at - 1] ?? '';
		if (SECRET_FLAG.test(before) && !before.includes('=')) return '***';
		return run.argv[0] === 'variables' && SECRET_NAME.test(before) ? '***' : word;
	});
	const hide = (text: string) => (SECRET_NAME.test(text) ? '' : text);
	const hidden = (texts: Readonly<Record<string, string>>) =>
		Object.fromEntries(
			Object.entries(texts).map(([name, text]) => [
				name,
				SECRET_NAME.test(name) ? '***' : hide(text)
			])
		);
	return { ...run, argv, env: hidden(run.env), files: hidden(run.files), stdin: hide(run.stdin) };
}
