import { answer } from '#lib/simulator/airflow.ts';
import { runAirflowctl } from '#lib/simulator/cli/airflowctl.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import type { Machine } from './line.ts';

const BORN_MS = Date.UTC(2026, 4, 20, 9, 30, 0, 250);

/** The simulated program on a machine and against a world of its own. */
export function ourMachine(): Machine {
	let nowMs = BORN_MS;
	const url = 'http://localhost:18300';
	const files = new Map<string, string>();
	const keyring = new Map<string, string>();
	const world = createWorld({
		name: 'main',
		scenario: 'showcase',
		seed: 1,
		nowMs,
		timetable: 'trigger'
	});
	return {
		url,
		async run(argv, line, { isStrange, hasKeyring }, env) {
			nowMs += 1000;
			if (!isStrange) files.set('/home/production.json', `{"api_url": "${url}"}`);
			for (const [name, text] of Object.entries(line.files ?? {})) files.set(`/${name}`, text);
			const around = {
				nowMs,
				env,
				files,
				stdin: line.stdin ?? '',
				serverUrl: url,
				...(hasKeyring ? { keyring } : {})
			};
			const outcome = runAirflowctl(world, argv, around);
			const left = (line.leaves ?? []).map((name) => [name, files.get(`/${name}`) ?? '']);
			return { ...outcome, files: Object.fromEntries(left) as Record<string, string> };
		},
		async tokenOf(caller) {
			const { body } = answer(
				world,
				{
					method: 'POST',
					path: '/auth/token',
					query: '',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ username: caller, password: caller })
				},
				nowMs
			);
			return (body as { access_token: string }).access_token;
		},
		async remove() {
			// The world ends with the case.
		},
		close() {
			files.clear();
		}
	};
}
