import { lines, only, type Cases } from './line.ts';

/** What the program says of itself, and of command lines that it cannot read. */
export const helpCases: Cases = {
	'the help of the program, of groups and of commands': lines(
		'-h',
		'--help',
		'pools -h',
		'db --help',
		'pools set -h',
		'connections add -h',
		'connections export -h',
		'db export-archived -h',
		'jobs check -h',
		'config list -h',
		'kerberos -h',
		only('2', 'users create -h'),
		only('2', 'roles add-perms -h'),
		only('2', 'db init -h'),
		only('3', 'api-server -h'),
		only('3', 'teams delete -h')
	),
	'words that are missing or that nobody knows': lines(
		'pools',
		'bogus',
		'pools bogus',
		'--bogus pools list',
		'pools list --bogus',
		'pools get',
		'pools set a',
		'pools get a b',
		'variables set only-a-key',
		'connections list extra words'
	),
	'commands that an earlier Airflow had': lines(
		'worker',
		'list_users',
		'initdb',
		'dags backfill',
		'webserver --bogus',
		'users list --bogus',
		'db init --bogus'
	),
	'values that do not fit': lines(
		'pools list -o xml',
		'pools set a b c',
		'pools list --output',
		'pools list --output=',
		'jobs check --limit -1',
		'jobs check --limit x',
		'jobs check --job-type Nope',
		'db export-archived --output-path /nowhere/at/all',
		'variables export /nowhere/at/all',
		'variables import v.json -a bad',
		'db clean'
	),
	'options written short, long, cut off and together': lines(
		'pools list --out json',
		'pools list -ojson',
		'pools list -vo plain',
		'pools list --output=yaml',
		'connections add NONCE --conn-h x',
		'pools set --include-deferred -- b -3 d',
		'pools list -vx',
		'pools list --verbose=yes'
	)
};
