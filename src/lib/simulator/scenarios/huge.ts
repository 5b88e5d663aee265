import type { Scenario } from '#lib/simulator/create-world.ts';
import { putUnder } from '#lib/simulator/past/past.ts';
import { uuidOf } from '#lib/simulator/random.ts';
import type { World } from '#lib/simulator/world.ts';
import { course } from './course.ts';
import { hugeDags, type HugeDag } from './huge-dags.ts';
import { duesBefore, hugePast, LONGEST_RUN_MS, RUNS_EACH } from './huge-past.ts';

/** The scenario `huge` with fewer teams, of which each has 250 DAGs. */
export function hugeOf(teams?: number): Scenario {
	return {
		...rest,
		populate: (world) => populate(world, hugeDags(world.bornMs, teams)),
		archive(world) {
			const dags = hugeDags(world.bornMs, teams);
			return hugePast(world, dags, duesOf(world, dags), FIRST_ID);
		}
	};
}

const FIRST_ID = 1_000;

const rest: Omit<Scenario, 'populate' | 'archive'> = {
	historyMs: LONGEST_RUN_MS,
	dags: [],
	pools: [
		{ name: 'default_pool', slots: 2048, description: 'Default pool', includeDeferred: false },
		{ name: 'gpu', slots: 64, description: 'Machines that train models', includeDeferred: false },
		{ name: 'partner_api', slots: 128, description: 'Calls to partners', includeDeferred: false },
		{ name: 'warehouse', slots: 512, description: 'Queries at once', includeDeferred: true }
	],
	variables: [{ key: 'retention_days', value: '90' }],
	users: course.users
};

/**
 * A big company's Airflow: ten thousand DAGs, a hundred thousand runs, more than a million task instances.
 * What is over lies in an archive; the runs of the last minutes are the scheduler's own.
 */
export const huge: Scenario = hugeOf();

function populate(world: World, dags: readonly HugeDag[]): void {
	const dues = duesOf(world, dags);
	const isV2 = world.timetable === 'trigger';
	for (const [number, { dag, rhythm }] of dags.entries()) {
		// The slot after the latest one of the past; in Airflow 2 an interval before it is due.
		if (rhythm) dag.nextRunMs = (dues[number] ?? 0) + (isV2 ? rhythm.everyMs : 0);
		world.dags.set(dag.dagId, dag);
	}
	if (isV2) {
		for (const { dag } of dags) world.dagVersions.push(versionOf(world, dag.dagId));
	}
	putUnder(world, hugePast(world, dags, dues, FIRST_ID));
	world.nextId = FIRST_ID + dags.length * RUNS_EACH;
}

const duesOf = (world: World, dags: readonly HugeDag[]) =>
	duesBefore(world, dags, world.bornMs - LONGEST_RUN_MS);

const versionOf = ({ seed, bornMs }: World, dagId: string) => ({
	// Ten thousand of them are seldom all asked for.
	get uuid() {
		return uuidOf(seed, bornMs, 'dag_version', dagId);
	},
	dagId,
	versionNumber: 1,
	bundleName: 'dags-folder',
	createdMs: bornMs
});
