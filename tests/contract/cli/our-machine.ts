import { runAirflow } from '#lib/simulator/cli/airflow.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import type { Machine, Version } from './line.ts';

const BORN_MS = Date.UTC(2026, 4, 20, 9, 30, 0, 250);

/** The simulated program on a machine and a world of its own. */
export function ourMachine(version: Version): Machine {
	let nowMs = BORN_MS;
	const files = new Map<string, string>();
	const world = createWorld({
		name: 'main',
		scenario: 'showcase',
		seed: 1,
		nowMs,
		timetable: version === '2' ? 'data_interval' : 'trigger'
	});
	// Nothing runs on the machine of the real program but the program.
	world.jobs = [];
	world.schedulerDownSinceMs = BORN_MS;
	return {
		async run(argv, line) {
			nowMs += 1000;
			for (const [name, text] of Object.entries(line.files ?? {})) files.set(`/run/${name}`, text);
			const around = { nowMs, files, stdin: line.stdin ?? '', env: { PWD: '/run', ...line.env } };
			const outcome = runAirflow(world, version, argv, around);
			const left = (line.leaves ?? []).map((name) => [name, files.get(`/run/${name}`) ?? '']);
			return { ...outcome, files: Object.fromEntries(left) as Record<string, string> };
		},
		close() {
			files.clear();
		}
	};
}
