/**
 * What a contract test does not compare, all of it, each with its reason. A mask hides a value only
 * when the value has the form a server would give it; null stays null; anything else stays and differs.
 */

/** Inside any text: replaced wherever it occurs. */
export const textMasks: { reason: string; pattern: RegExp; as: (found: string) => string }[] = [
	{
		reason: 'assets are numbered in the order in which their files were read',
		pattern: /(?<=asset_id: `)\d+(?=`)/g,
		as: () => '<id>'
	},
	{
		// 2026-01: start of the course's DAGs and every date the cases write themselves, kept as they are.
		reason:
			'a time the server took from its clock (to the microsecond, in the API line’s own zone)',
		pattern: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?(Z|\+00:00)/g,
		as: (found) => (found < '2026-02-01' ? found : `<time ${found.endsWith('Z') ? 'Z' : '+00:00'}>`)
	},
	{
		reason: 'the same, as Python prints a datetime in messages',
		pattern: /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{6})?\+00:00/g,
		as: (found) => (found < '2026-02-01' ? found : '<time>')
	},
	{
		reason: 'the page shown after a crash tells the machine, its Python and the place in the code',
		pattern: /^\s*(<!DOCTYPE html>\s*)?<html[^]*<\/html>\s*$/i,
		as: () => '<page>'
	},
	{
		reason: 'made up for every failure, to find it in the log',
		pattern: /(?<=look for ID )\w{8}\b/g,
		as: () => '<id>'
	},
	{
		reason: 'letters by chance, so that two runs of one moment have ids of their own',
		pattern: /(?<=\basset_triggered__<time \+00:00>_)[A-Za-z0-9]{8}\b/g,
		as: () => '<letters>'
	},
	{
		reason: 'where the DAG files lie depends on the installation',
		pattern: /\/[\w./-]*\/(?=windsock_\w+\.py)/g,
		as: () => '<folder>/'
	},
	{
		reason: 'names the machine, in what processes write into the log',
		pattern: /(?<="host_name": ")[\w.-]+(?=")/g,
		as: () => '<hostname>'
	},
	{
		reason: 'ids of task instances and of DAG versions are random',
		pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
		as: () => '<uuid>'
	}
];

/** By the key that holds the value. */
export const keyMasks: { reason: string; keys: string[]; form: RegExp; as: string }[] = [
	{
		reason: 'counted on by the database, over everything that ever was in it',
		keys: ['id', 'asset_id', 'dataset_id'],
		form: /^\d+$/,
		as: '<id>'
	},
	{
		reason: 'names the machine the worker ran on',
		keys: ['hostname'],
		form: /^.+$/,
		as: '<hostname>'
	},
	{
		reason: 'the account the worker ran under',
		keys: ['unixname'],
		form: /^[a-z_][\w-]*$/,
		as: '<account>'
	},
	{
		reason: 'counts everything that was ever done to the server',
		keys: ['event_log_id'],
		form: /^\d+$/,
		as: '<number>'
	},
	{ reason: 'a process id', keys: ['pid'], form: /^\d+$/, as: '<pid>' },
	{
		reason: 'how long work took depends on the machine',
		keys: ['duration', 'last_parse_duration'],
		form: /^\d+(\.\d+)?(e-\d+)?$/,
		as: '<seconds>'
	},
	{
		reason: 'where the DAG file lies depends on the installation; its name does not',
		keys: ['fileloc'],
		form: /^\/.*windsock_course\.py$/,
		as: '<folder>/windsock_course.py'
	},
	{
		reason: 'the same',
		keys: ['fileloc'],
		form: /^\/.*windsock_showcase\.py$/,
		as: '<folder>/windsock_showcase.py'
	},
	{
		reason: 'a time of the server’s clock, as a serialized datetime holds it',
		keys: ['timestamp'],
		form: /^\d{10}(\.\d+)?$/,
		as: '<seconds since 1970>'
	},
	{
		reason: 'signed with the server’s own secret',
		keys: ['file_token'],
		form: /^[\w-]+\.[\w-]+$/,
		as: '<file token>'
	},
	{
		reason: 'a time the server took from its clock, without a zone',
		keys: ['created_on', 'changed_on', 'last_login'],
		form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?$/,
		as: '<time>'
	},
	{
		reason: 'a token is signed and dated',
		keys: ['access_token'],
		form: /^[\w-]+\.[\w-]+\.[\w-]+$/,
		as: '<token>'
	}
];

/** Lists that come from a Python set, so that their order changes with every start of the server. */
export const unorderedLists: { reason: string; key: string; sortBy: (element: never) => string }[] =
	[
		{
			reason: 'the events that a run took in, as the database likes to give them',
			key: 'asset_events',
			sortBy: ({ uri }: { uri: string }) => uri
		},
		{
			reason: 'the same',
			key: 'dataset_events',
			sortBy: ({ dataset_uri: uri }: { dataset_uri: string }) => uri
		},
		{
			reason: 'what a role may do, in the order in which the database was filled',
			key: 'actions',
			sortBy: (one: { action?: { name: string }; resource?: { name: string }; name?: string }) =>
				`${one.action?.name ?? one.name} ${one.resource?.name ?? ''}`
		},
		{ reason: 'a DAG’s tags', key: 'tags', sortBy: ({ name }: { name: string }) => name },
		{
			reason: 'the tasks that follow a task',
			key: 'downstream_task_ids',
			sortBy: (taskId: string) => taskId
		}
	];
