import type { Scenario } from '#lib/simulator/create-world.ts';
import { course } from './course.ts';
import { productionAssets, productionDags } from './production-dags.ts';

const DAY_MS = 86_400_000;

/**
 * A quarter to eight in a company of forty DAGs. The CRM's token expired at midnight, so `extract_crm` has
 * failed, and nothing that waits for its data has started: the sales mart, the churn model, the daily report.
 */
export const productionMorning: Scenario = {
	startsAt: { hour: 7, minute: 45 },
	historyMs: 3 * DAY_MS,
	dags: productionDags,
	assets: productionAssets,
	pools: [
		{ name: 'default_pool', slots: 128, description: 'Default pool', includeDeferred: false },
		{
			name: 'crm_api',
			slots: 2,
			description: 'The CRM allows two calls at once',
			includeDeferred: false
		},
		{ name: 'warehouse', slots: 12, description: 'Queries at the same time', includeDeferred: true }
	],
	variables: [
		{ key: 'alert_channel', value: '#data-alerts', description: 'Where failures are told' },
		{
			key: 'crm_api_token',
			value: 'crm-7f3a-expired',
			description: 'Renewed by hand each quarter'
		},
		{ key: 'lake_bucket', value: 'lake' },
		{ key: 'retention_days', value: '90' }
	],
	connections: [
		{
			connectionId: 'warehouse',
			connType: 'postgres',
			description: 'Where the marts live',
			host: 'warehouse.internal',
			port: 5432,
			schema: 'marts',
			login: 'airflow',
			password: 'warehouse-password'
		},
		{ connectionId: 'crm', connType: 'http', host: 'https://crm.example.com/api', login: 'etl' },
		{ connectionId: 'lake', connType: 'aws', extra: '{"region_name": "eu-central-1"}' }
	],
	users: course.users
};
