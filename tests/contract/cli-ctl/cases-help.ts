import { COMMANDS } from '#lib/simulator/cli/airflowctl-syntax.ts';
import { line, lines, type Cases } from './line.ts';

const groups = [...new Set([...COMMANDS.keys()].map((name) => name.split(' ')[0] ?? ''))];
const groupCases = groups.map((group) => {
	const commands = [...COMMANDS.keys()].filter((name) => name.split(' ')[0] === group);
	const screens = commands.map((name) => `${name} --help`);
	const all = commands.includes(group) ? screens : [`${group} --help`, ...screens];
	return [`the help of ${group} names its commands and their options`, lines(...all)] as const;
});

/** Help and wrong arguments. */
export const helpCases: Cases = {
	'the help names all groups': lines('--help', '-h', '--he'),
	...Object.fromEntries(groupCases),
	'a narrow terminal breaks the usage': lines(
		line('dags trigger --help', { env: { COLUMNS: '60' } }),
		line('assets --help', { env: { COLUMNS: '120' } })
	),
	'a word that is no group or command': lines('frob', 'pools frob', 'pool list'),
	'a command that lacks its words': lines('', 'pools', 'pools get', 'xcom add a b'),
	'too many words': lines('pools get a b', 'version x', 'pools list extra more'),
	'options that nobody knows': lines(
		'pools list --frob',
		'--frob pools list',
		'pools --frob list',
		'pools get a --frob=3 b',
		'pools list -x'
	),
	'options that lack their value': lines(
		'pools create --name',
		'pools create --name --slots 3',
		'pools list -o'
	),
	'numbers that are none': lines(
		'pools create --name a --slots x',
		'pools create --name a --slots 1.5',
		'dags get-version hello_api one',
		'dagrun list --limit many'
	),
	'objects and moments cannot be given as options': lines(
		`dags trigger hello_api --conf '{"a": 1}'`,
		`backfill create --dag-run-conf '{}'`,
		'dagrun list --start-date 2025-01-01',
		`assets create-event --asset-id 1 --extra '{"a": 1}'`
	),
	'choices that there are not': lines(
		'pools list -o xml',
		'pools import x -a replace',
		'pools list --output=csv'
	),
	'short and long, joined and apart': lines(
		'pools get default_pool -oyaml',
		'pools get default_pool -o yaml',
		'pools get default_pool --out yaml',
		'pools get default_pool --output=yaml',
		'pools get -- default_pool'
	),
	'what could be two options': lines(
		'connections create --con x',
		'auth login --p x',
		'backfill create --run'
	),
	'a switch takes no value': lines(
		'version --remote=yes',
		'dags update hello_api --is-paused=true',
		'config lint --verb=1'
	),
	'a negative number is a value': lines('pools create --slots -5 --name NONCE')
};
