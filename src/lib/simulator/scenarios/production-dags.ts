import type { ScenarioDag } from '#lib/simulator/create-world.ts';
import type { Task } from '#lib/simulator/world.ts';
import { chain, task, type TaskFacts } from './dag-facts.ts';
import { mart, MINUTE_MS, production, raw, staged } from './production-facts.ts';
import { models, operations } from './production-upkeep.ts';

/** What the ten sources bring in at night: name, cron, tables. */
const SOURCES: [name: string, schedule: string, tables: string[]][] = [
	['crm', '10 1 * * *', ['accounts', 'contacts', 'deals']],
	['billing', '20 1 * * *', ['invoices', 'refunds']],
	['web_events', '0 2 * * *', ['page_views', 'clicks', 'sessions', 'orders']],
	['inventory', '30 1 * * *', ['stock', 'warehouses']],
	['support', '40 1 * * *', ['tickets', 'agents']],
	['ads', '15 2 * * *', ['spend', 'campaigns']],
	['fx_rates', '5 1 * * *', ['rates']],
	['hr', '50 1 * * *', ['people']],
	['payments', '25 2 * * *', ['charges', 'payouts']],
	['shipping', '35 2 * * *', ['parcels', 'returns']]
];

const STAGED = [
	'crm',
	'billing',
	'web_events',
	'inventory',
	'support',
	'ads',
	'payments',
	'shipping'
];

const MARTS: [name: string, from: string[]][] = [
	['sales', ['crm', 'billing', 'payments']],
	['customers', ['crm', 'web_events', 'support']],
	['finance', ['billing', 'payments']],
	['marketing', ['ads', 'web_events']],
	['supply', ['inventory', 'shipping']],
	['support', ['support']],
	['churn', ['crm', 'billing', 'support']]
];

const REPORTS: [name: string, owner: string, from: string[]][] = [
	['exec_daily', 'analytics', ['sales', 'finance', 'marketing', 'supply']],
	['sales_regions', 'sales-ops', ['sales']],
	['marketing_roi', 'marketing', ['marketing', 'sales']],
	['finance_close', 'finance', ['finance']],
	['supply_risk', 'supply', ['supply']],
	['support_sla', 'support', ['support']]
];

/** The forty DAGs, by name. */
export const productionDags: readonly ScenarioDag[] = [
	...SOURCES.map(([name, schedule, tables]) => source(name, schedule, tables)),
	...STAGED.map(staging),
	...MARTS.map(([name, from]) => martDag(name, from)),
	...REPORTS.map(([name, owner, from]) => report(name, owner, from)),
	...models(),
	...operations()
].sort((a, b) => (a.dagId < b.dagId ? -1 : 1));

/** What they hand on, in the order of the assets' ids. */
export const productionAssets: readonly string[] = [
	...SOURCES.map(([name]) => raw(name)),
	...STAGED.map(staged),
	...MARTS.map(([name]) => mart(name))
];

function source(name: string, schedule: string, tables: string[]) {
	const isBroken = name === 'crm';
	const extracts = tables.map((table, index) =>
		task({
			taskId: `extract_${table}`,
			bashCommand: `python -m jobs.extract --source ${name} --table ${table} --date {{ ds }}`,
			durationMs: (3 + index * 2) * MINUTE_MS,
			retries: 2,
			retryDelayMs: 5 * MINUTE_MS,
			pool: isBroken ? 'crm_api' : 'default_pool',
			...(isBroken
				? {
						failsTries: Infinity,
						failsFromMs: -8 * 60 * MINUTE_MS,
						printsWhenFailing: [
							`${name}: HTTP 401 from https://crm.example.com/api/${table}: token expired`
						]
					}
				: {})
		})
	);
	return production(
		{
			dagId: `extract_${name}`,
			description: `Brings ${name.replaceAll('_', ' ')} into the lake`,
			owner: 'data-platform',
			tags: ['extract', name],
			schedule,
			tasks: [
				...extracts,
				task({
					taskId: 'publish',
					bashCommand: `python -m jobs.publish ${raw(name)}`,
					durationMs: MINUTE_MS,
					upstream: extracts.map(({ taskId }) => taskId),
					outlets: [raw(name)]
				})
			]
		},
		'extract.py'
	);
}

/** Tasks that build a table in the warehouse: load, test, publish. */
function build(command: string, minutes: number, uri: string): Task[] {
	return chain([
		{
			taskId: 'load',
			bashCommand: `dbt run --select ${command}`,
			durationMs: minutes * MINUTE_MS,
			pool: 'warehouse',
			retries: 1,
			retryDelayMs: 2 * MINUTE_MS
		},
		{
			taskId: 'test',
			bashCommand: `dbt test --select ${command}`,
			durationMs: MINUTE_MS,
			pool: 'warehouse'
		},
		{
			taskId: 'publish',
			bashCommand: `python -m jobs.publish ${uri}`,
			durationMs: 20_000,
			outlets: [uri]
		}
	] satisfies TaskFacts[]);
}

function staging(name: string) {
	return production(
		{
			dagId: `stage_${name}`,
			description: `Cleans ${name.replaceAll('_', ' ')}`,
			owner: 'data-platform',
			tags: ['staging', name],
			scheduleAssets: [raw(name)],
			tasks: build(`staging.${name}`, 4, staged(name))
		},
		'staging.py'
	);
}

function martDag(name: string, from: string[]) {
	return production(
		{
			dagId: `mart_${name}`,
			description: `The ${name} mart`,
			owner: 'analytics',
			tags: ['mart', name],
			scheduleAssets: from.map(staged),
			tasks: build(`marts.${name}`, 9, mart(name))
		},
		'marts.py'
	);
}

function report(name: string, owner: string, from: string[]) {
	return production(
		{
			dagId: `report_${name}`,
			description: `Sends the ${name.replaceAll('_', ' ')} report`,
			owner,
			tags: ['report'],
			scheduleAssets: from.map(mart),
			tasks: chain([
				{
					taskId: 'render',
					bashCommand: `python -m reports.render ${name} {{ ds }}`,
					durationMs: 2 * MINUTE_MS
				},
				{
					taskId: 'send',
					bashCommand: `python -m reports.send ${name}`,
					durationMs: 10_000,
					retries: 3,
					retryDelayMs: MINUTE_MS
				}
			])
		},
		'reports.py'
	);
}
