import { airflowBoth, jobsCheck, people } from './airflow-both.ts';
import type { CliCommands } from './command.ts';

const trigger = { '-r --run-id': 'body.dag_run_id', '-c --conf': 'json.conf' };
const microseconds = { '--no-replace-microseconds': '' };

/** `airflow` 2.x. @source airflow/cli/cli_config.py of 2.11.2 */
export const airflow2: CliCommands = {
	...airflowBoth,
	...people(''),
	'jobs check': jobsCheck('GET /health'),
	'dags trigger': {
		operation: 'POST /dags/{dag_id}/dagRuns',
		operands: ['path.dag_id'],
		options: { ...trigger, '-e --exec-date': 'body.logical_date' },
		switches: microseconds
	},
	'dags list-runs': {
		operation: 'GET /dags/{dag_id}/dagRuns',
		options: {
			'-d --dag-id': 'path.dag_id',
			'--state': 'query.state',
			'-s --start-date': 'query.execution_date_gte',
			'-e --end-date': 'query.execution_date_lte'
		},
		switches: { '--no-backfill': '' }
	},
	'dags state': {
		operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
		operands: ['path.dag_id', 'path.dag_run_id'],
		warning: 'cli-by-date'
	}
};

/** `airflow` 3.x. @source airflow/cli/cli_config.py of 3.3.2 */
export const airflow3: CliCommands = {
	...airflowBoth,
	...people('/auth/fab/v1'),
	'jobs check': jobsCheck('GET /monitor/health'),
	'dags trigger': {
		operation: 'POST /dags/{dag_id}/dagRuns',
		operands: ['path.dag_id'],
		options: { ...trigger, '-l --logical-date': 'body.logical_date' },
		switches: microseconds,
		// The API insists on a date, also on none.
		fixed: { 'json.logical_date': 'null' }
	},
	'dags list-runs': {
		operation: 'GET /dags/{dag_id}/dagRuns',
		operands: ['path.dag_id'],
		options: {
			'--state': 'query.state',
			'-s --start-date': 'query.logical_date_gte',
			'-e --end-date': 'query.logical_date_lte'
		},
		switches: { '--no-backfill': '' }
	},
	'dags state': {
		operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
		operands: ['path.dag_id', 'path.dag_run_id']
	},
	'dags clear': {
		operation: 'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear',
		operands: ['path.dag_id'],
		options: { '--run-id': 'path.dag_run_id' },
		switches: {
			'-y --yes': 'json.dry_run=false',
			'-f --only-failed': 'json.only_failed=true',
			'-r --only-running': ''
		},
		fixed: { 'json.dry_run': 'true' }
	},
	'partitions clear': {
		operation: 'POST /dags/{dag_id}/clearPartitions',
		options: {
			'-d --dag-id': 'path.dag_id',
			'--run-id': 'body.run_id',
			'--partition-key': 'body.partition_key',
			'-s --start-date': 'body.partition_date_start',
			'-e --end-date': 'body.partition_date_end'
		},
		switches: {
			'--clear-task-instances': 'json.clear_task_instances=true',
			'--dry-run': 'json.dry_run=true'
		},
		fixed: { 'json.dry_run': 'false' }
	},
	'dags list-jobs': {
		operation: 'GET /jobs',
		options: { '-d --dag-id': '', '--state': 'query.job_state', '--limit': 'query.limit' }
	},
	'connections create-default-connections': { operation: 'POST /connections/defaults' },
	'assets list': { operation: 'GET /assets', switches: { '--alias': '' } },
	'backfill create': {
		operation: 'POST /backfills',
		options: {
			'--dag-id': 'body.dag_id',
			'--from-date': 'body.from_date',
			'--to-date': 'body.to_date',
			'--dag-run-conf': 'json.dag_run_conf',
			'--reprocess-behavior': 'body.reprocess_behavior',
			'--max-active-runs': 'json.max_active_runs'
		},
		switches: {
			'--run-backwards': 'json.run_backwards=true',
			'--run-on-latest-version': 'json.run_on_latest_version=true',
			'--no-run-on-latest-version': 'json.run_on_latest_version=false',
			'--dry-run': 'suffix=/dry_run'
		}
	}
};
