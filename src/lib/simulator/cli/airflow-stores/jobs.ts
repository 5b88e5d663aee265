import { isOn, numberOf, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { heartbeatMs, isAlive } from '#lib/simulator/heartbeats.ts';

/** The one machine that Airflow runs on. */
const HOST = 'airflow';

/** @source airflow/cli/commands/jobs_command.py */
export const JOB_COMMANDS: readonly Command[] = [{ name: 'jobs check', run: checkJobs }];

function checkJobs(session: Session, values: Values): void {
	const { world, line } = session;
	const limit = numberOf(values, 'limit') ?? 1;
	const isMany = isOn(values, 'allow_multiple');
	if (isMany && (line === '2' ? limit <= 1 : limit === 1))
		session.fail(
			'To use option --allow-multiple, you must set the limit to a value greater than 1' +
				(line === '2' ? '.' : ' or 0 to disable it.')
		);
	const host = textOf(values, 'hostname');
	if (host && isOn(values, 'local'))
		session.fail("You can't use --hostname and --local at the same time");
	const type = textOf(values, 'job_type');
	const found = world.jobs
		.filter((job) => job.state === 'running' && (!type || job.jobType === type))
		.filter(() => !host || host === HOST)
		.toSorted((a, b) => heartbeatMs(world, b) - heartbeatMs(world, a));
	const alive = found.slice(0, limit > 0 ? limit : undefined).filter((job) => isAlive(world, job));
	if (alive.length === 0) session.fail('No alive jobs found.');
	if (alive.length > 1 && !isMany)
		session.fail(`Found ${alive.length} alive jobs. Expected only one.`);
	session.print(alive.length === 1 ? 'Found one alive job.' : `Found ${alive.length} alive jobs.`);
}
