/**
 * What a comparison of two runs of the program does not look at, each with its reason. Only these
 * rules, by name; everything else counts to the letter.
 */
export const lineMasks: { name: string; reason: string; apply: (text: string) => string }[] = [
	{
		name: 'log time',
		reason: 'a line of the log begins with the time of the machine',
		apply: (text) =>
			text
				.replace(/^\[\d{4}-\d\d-\d\dT[\d:.]+\+0000\](?= \{)/gm, '<time>')
				.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z(?= \[)/gm, '<time>')
	},
	{
		name: 'frames',
		reason: 'the frames of a traceback tell where the program is installed and how it is written',
		apply: (text) =>
			text
				.replace(/^(Traceback \(most recent call last\):\n)(?:[ ^~|+].*\n)*/gm, '$1')
				// Of exceptions that followed from each other the last one counts.
				.replace(/^Traceback[^]*\n\n(?:During|The above)[^\n]*\n\n(?=Traceback)/m, '')
	},
	{
		name: 'prose',
		reason: 'what a command or an option is for is said in words of our own',
		apply: (text) => (text.startsWith('Usage: ') ? maskProse(text) : text)
	},
	{
		name: 'home',
		reason: 'where Airflow is installed and keeps its things',
		apply: (text) =>
			text
				.replace(/\/\S+?\/site-packages(?=\/airflow\/)/g, '<packages>')
				.replaceAll('/opt/airflow/dags', '<dags>')
				.replaceAll('/opt/airflow', '<home>')
	},
	{
		name: 'start-up',
		reason: 'warnings of the versions that happen to be installed with Airflow, of no command',
		apply: (text) =>
			text
				.replace(NOISE, '')
				.replace(
					/^.*Could not import graphviz.*\n(?:.*You might need.*\n)?(?:.*pip install.*\n)?/gm,
					''
				)
	},
	{
		name: 'new run',
		reason: 'Airflow 3 logs a new run with the objects that Python holds',
		apply: (text) => text.replace(/^.*creating dag run .*\n/gm, '')
	},
	{
		name: 'statement',
		reason: 'what SQLAlchemy adds to an error of the database: the statement and its values',
		apply: (text) =>
			text.replace(/^(?:\[SQL: |\[parameters: |\(Background on this error).*\n/gm, '')
	},
	{
		name: 'moment',
		reason:
			'a run made by a command is dated now; only midnights of the first days of May are told',
		apply: (text) =>
			text
				.replace(/\d{4}-\d\d-\d\d/g, (day) => (/^2026-05-0/.test(day) ? day : '####-##-##'))
				.replace(/\d\d:\d\d:\d\d(?:\.\d{6})?/g, (time) => (time === '00:00:00' ? time : '##:##:##'))
	},
	{
		name: 'rows',
		reason: 'how many rows of the database a DAG had: of tables that are nobody’s concern, too',
		apply: (text) => text.replace(/^Removed \d+ record/gm, 'Removed <n> record')
	},
	{
		name: 'file token',
		reason: 'signed with a secret of the server, over a path of its machine',
		apply: (text) => text.replace(/(?<="file_token": ")[^"]+/g, '<token>')
	},
	{
		name: 'tag order',
		reason: 'Airflow keeps tags as a set: their order is one of chance',
		apply: (text) =>
			text.replace(
				/(?<="tags": \[)[^\]]*(?=\])/g,
				(tags) =>
					tags
						.match(/\{[^}]*\}/g)
						?.toSorted()
						.join(', ') ?? tags
			)
	},
	{
		name: 'dependency order',
		reason: 'the checks of a task instance are a set: their order is one of chance',
		apply: (text) =>
			text.replace(/(?:^(?:Task Instance State|Dagrun Running|Trigger Rule): .*\n)+/gm, (lines) =>
				lines.split('\n').slice(0, -1).toSorted().join('\n').concat('\n')
			)
	},
	{
		name: 'version',
		reason: 'the id of a version of a DAG and when it was first read',
		apply: (text) =>
			text
				.replace(/(?<="dag_versions": \[\{"id": ")[^"]+/g, '<uuid>')
				.replace(/(?<="created_at": ")[^"]+/g, '<time>')
	},
	{
		name: 'instance id',
		reason: 'made up for every task instance',
		apply: (text) => text.replace(/(?<=ti_id=)[\da-f-]{36}/g, '<uuid>')
	},
	{
		name: 'short secret',
		reason:
			'said of a password under five letters, each time some part of the program comes across it',
		apply: (text) => text.replace(/^.*Skipping masking for a secret as it's too short.*\n/gm, '')
	},
	{
		name: 'told options',
		reason: 'what an option of a provider is for is left out',
		apply: (text) =>
			text.replace(
				/"description": "(?:[^"\\]|\\.)*"(?=, "(?:version_added|options)")/g,
				'"description": ""'
			)
	},
	{
		name: 'set order',
		reason: 'Python prints a set of choices in an order of chance',
		apply: (text) => text.replace(/\{((?:on|off|auto)(?:,(?:on|off|auto)){2})\}/g, '{auto,off,on}')
	},
	{
		name: 'connection id',
		reason: 'the number of a row, which the simulator gives from one counter for all tables',
		apply: (text) =>
			text
				.replace(/"id": "\d+", "conn_id"/g, '"id": "<id>", "conn_id"')
				.replace(/^( *)id: '\d+'$/gm, "$1id: '<id>'")
				.replace(/^\d+ +(?=\|)/gm, '<id> ')
				.replace(/^ +\d+(?= {2}\w+ {2,}\w)/gm, '  <id>')
	}
];

const NOISE =
	/^.*(?:flask_limiter|flask_session|base_stats_logger|importlib\/__init__\.py:\d+ Removed|Loaded API auth backend|(?:Resource|GetPass|StarletteDeprecation)Warning|anyio\.abc).*\n/gm;

/** Printed lines, masked. */
export const maskText = (text: string): string[] =>
	lineMasks.reduce((rest, { apply }) => apply(rest), text).split('\n');

/** A text that the program makes itself; it is a fact of its interface. */
const MADE = 'show this help message and exit';

/** Names and usage stay; what is said of them goes, with what stands below the list of options. */
function maskProse(screen: string): string {
	const lines: string[] = [];
	let part: 'usage' | 'description' | 'list' | 'options' | 'epilog' = 'usage';
	for (const line of screen.split('\n')) {
		if (/^(?:Positional Arguments|Options):$/.test(line))
			part = line === 'Options:' ? 'options' : 'list';
		else if (part === 'options' && line === '') part = 'epilog';
		else if (part === 'usage' && line === '') part = 'description';
		if (part === 'epilog' || (part === 'description' && line !== '')) continue;
		if (part === 'usage') lines.push(line);
		else {
			const head = /^( {2,6}\S.*?)(?: {2,}\S.*)?$/.exec(line)?.[1];
			if (line.endsWith(MADE)) lines.push(line);
			else if (head !== undefined) lines.push(head.trimEnd());
			else if (/^\S/.test(line)) lines.push(line);
		}
	}
	return `${lines.join('\n')}\n`;
}
