import type { ScenarioDag } from '#lib/simulator/create-world.ts';
import type { Dag } from '#lib/simulator/world.ts';
import { chain, type TaskFacts } from './dag-facts.ts';
import { mart, MINUTE_MS, production } from './production-facts.ts';

/** What learns from the marts. */
export function models(): ScenarioDag[] {
	const model = (dagId: string, facts: Partial<Dag>, minutes: number) =>
		production(
			{
				dagId,
				owner: 'ml',
				tags: ['ml'],
				tasks: chain([
					{
						taskId: 'features',
						bashCommand: `python -m ml.features ${dagId}`,
						durationMs: 6 * MINUTE_MS
					},
					{
						taskId: 'train',
						bashCommand: `python -m ml.train ${dagId}`,
						durationMs: minutes * MINUTE_MS,
						retries: 1,
						priorityWeight: 5
					},
					{ taskId: 'deploy', bashCommand: `python -m ml.deploy ${dagId}`, durationMs: MINUTE_MS }
				]),
				...facts
			},
			'ml.py'
		);
	return [
		model(
			'ml_churn',
			{ description: 'Who is about to leave', scheduleAssets: [mart('churn')] },
			25
		),
		model(
			'ml_demand_forecast',
			{ description: 'What will be sold', scheduleAssets: [mart('supply')] },
			40
		),
		model('ml_recommendations', { description: 'What to show whom', schedule: '0 6 * * *' }, 150),
		model(
			'ml_pricing',
			{ description: 'An experiment that was put aside', schedule: '@weekly', isPaused: true },
			30
		)
	];
}

/** What keeps the house in order. */
export function operations(): ScenarioDag[] {
	const one = (dagId: string, schedule: string, description: string, tasks: TaskFacts[]) =>
		production(
			{ dagId, schedule, description, owner: 'data-platform', tags: ['ops'], tasks: chain(tasks) },
			'ops.py'
		);
	return [
		one('ops_backup_metadata', '0 0 * * *', 'Copies the metadata database away', [
			{ taskId: 'dump', bashCommand: 'pg_dump airflow', durationMs: 4 * MINUTE_MS },
			{
				taskId: 'upload',
				bashCommand: 'aws s3 cp airflow.dump s3://backup/',
				durationMs: 2 * MINUTE_MS
			}
		]),
		one('ops_cleanup_logs', '30 4 * * *', 'Deletes old task logs', [
			{
				taskId: 'delete',
				bashCommand: 'find logs -mtime +{{ var.value.retention_days }} -delete',
				durationMs: 90_000
			}
		]),
		one('ops_cost_report', '0 5 * * 1', 'What the week cost', [
			{ taskId: 'collect', bashCommand: 'python -m ops.costs', durationMs: 3 * MINUTE_MS }
		]),
		one('ops_data_quality', '0 */2 * * *', 'Counts rows and nulls every two hours', [
			{
				taskId: 'check_freshness',
				bashCommand: 'python -m dq.freshness',
				durationMs: 2 * MINUTE_MS,
				failsTries: 1,
				retries: 1,
				retryDelayMs: MINUTE_MS
			},
			{ taskId: 'check_volumes', bashCommand: 'python -m dq.volumes', durationMs: 3 * MINUTE_MS }
		]),
		one('ops_heartbeat', '*/15 * * * *', 'Says that everything is alive', [
			{
				taskId: 'ping',
				bashCommand: 'curl -fsS https://status.example.com/ping',
				durationMs: 3_000
			}
		])
	];
}
