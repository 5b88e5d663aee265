import { lines, only, type Cases } from './line.ts';

/** Settings, packages, processes, and what the deployment is made of. */
export const deploymentCases: Cases = {
	'what is installed': lines(
		'version',
		'plugins',
		'plugins -o json',
		'providers list',
		'providers list -o json',
		'providers get apache-airflow-providers-common-sql',
		'providers get apache-airflow-providers-common-io -f -o json',
		'providers get nope',
		'providers hooks',
		'providers hooks -o yaml',
		'providers widgets',
		'providers behaviours',
		'providers links',
		'providers notifications',
		'providers auth-managers',
		'providers executors',
		'providers logging',
		'providers secrets',
		only('2', 'providers auth'),
		only('2', 'providers triggers'),
		only('2', 'providers lazy-loaded'),
		only('3', 'providers queues')
	),
	'one setting': lines(
		'config get-value core executor',
		'config get-value core default_timezone',
		'config get-value CORE Executor',
		'config get-value core nope',
		'config get-value nope nope',
		'config get-value core',
		'config list --section sentry',
		'config list --section scheduler',
		'config list --section nope',
		'config list --section kerberos -s',
		'config list --section kerberos -V -c',
		only('3', 'config list --section kerberos --show-values'),
		only('3', 'config list --section sentry --show-values --hide-sensitive')
	),
	'settings that Airflow 3 does not have': lines(
		'config lint',
		'config lint --section core',
		'config lint --section core,webserver --ignore-option check_slas,config_file',
		'config lint --option x --section y',
		'config lint --ignore-section webserver,core,logging,metrics,traces,operators,api,scheduler,triggerer,smtp -v'
	),
	'the processes': lines(
		'jobs check',
		'jobs check --limit 0 --allow-multiple',
		'jobs check --allow-multiple',
		'jobs check --hostname h --local',
		'jobs check --job-type SchedulerJob --local'
	),
	'the database': lines(
		'db check',
		'db check-migrations',
		'db downgrade',
		'db downgrade -n 2.10.0 -r abc',
		'db downgrade --from-version 2.9.0 --from-revision abc',
		'db downgrade --from-version 2.9.0',
		'db drop-archived',
		'db export-archived --output-path /tmp',
		'rotate-fernet-key',
		only('3', 'db-manager migrate x.y'),
		only('3', 'db-manager reset x.y -y')
	),
	'teams and stored states': lines(
		only('3', 'teams list'),
		only('3', 'teams create data-team'),
		only('3', 'teams create data-team'),
		only('3', 'teams create x'),
		only('3', `teams create ' '`),
		only('3', 'teams list'),
		only('3', 'teams list -o json'),
		only('3', 'teams delete nobody'),
		only('3', 'teams delete data-team'),
		only('3', 'teams delete data-team -y'),
		only('3', 'teams sync'),
		only('3', 'state-store clean'),
		only('3', 'state-store clean --dry-run')
	)
};
