import { before, line, lines, only, type Cases } from './line.ts';

const pools = JSON.stringify({
	a: { slots: 1, description: 'one' },
	b: { slots: 2, description: 'two', include_deferred: true }
});
const variables = JSON.stringify({
	a: 'one',
	b: { value: 'two', description: 'the second' },
	c: [1, 2],
	d: { x: 1 },
	e: 'é'
});
const connections = JSON.stringify({
	a: { conn_type: 'http', host: 'example.org', port: 80 },
	b: { conn_type: 'postgres', login: 'x', password: 'long-word', schema: 'z', extra: '{"a": 1}' },
	c: 'mysql://u:long-word@h/s',
	'no good': { conn_type: 'http' }
});
const env = 'A=http://u:long-word@h\n# a remark\n\nB={"no": "uri"}\n';
const yaml = 'a:\n  conn_type: http\n  host: h\n  port: 80\nb: mysql://u:long-word@h\n';

const importing = (kind: string, file: string, text: string, rest = '') =>
	line(`${kind} import ${file}${rest}`, { files: { [file]: text } });

/** What is read from files and written to them. */
export const fileCases: Cases = {
	'pools from a file and to a file': lines(
		importing('pools', 'pools.json', pools),
		'pools list',
		line('pools export out.json', { leaves: ['out.json'] }),
		'pools import nowhere.json',
		importing('pools', 'bad.json', '{"a": }'),
		importing(
			'pools',
			'half.json',
			'{"c": {"slots": 1}, "d": 2, "e": {"slots": 3, "description": "e"}}'
		),
		'pools list',
		importing('pools', 'list.json', '[]'),
		'pools export /nowhere/at/all.json'
	),
	'variables from a file and to a file': lines(
		importing('variables', 'v.json', variables),
		'variables get b',
		'variables get d',
		line('variables export out.json', { leaves: ['out.json'] }),
		'variables export -',
		importing('variables', 'v.json', variables, ' -a fail'),
		importing('variables', 'v.json', '{"a": "other", "z": "new"}', ' -a skip'),
		'variables get a',
		importing('variables', 'v.json', '{"a": "other"}'),
		'variables get a',
		'variables import nowhere.json',
		importing('variables', 'bad.json', '{"a": '),
		importing('variables', 'bad.txt', 'x'),
		only('3', 'variables import bad.txt'),
		importing('variables', 'v.env', 'one=1\ntwo=2\ntwo=3\n'),
		importing('variables', 'w.env', 'one=1\nnothing\n'),
		importing('variables', 'v.yaml', 'y1: text\ny2: [1, 2]\n')
	),
	'connections from a file': lines(
		importing('connections', 'c.json', connections),
		'connections list',
		importing('connections', 'c.json', connections),
		importing('connections', 'c.json', '{"a": {"conn_type": "ftp"}}', ' --overwrite'),
		'connections get a',
		importing('connections', 'c.yaml', yaml, ' --overwrite'),
		'connections get a',
		'connections import nowhere.json',
		importing('connections', 'c.txt', 'x'),
		importing('connections', 'bad.json', '{"a": '),
		importing('connections', 'empty.json', ''),
		importing('connections', 'odd.json', '{"z": {"conn_type": "http", "conn_id": "other"}}'),
		importing('connections', 'twice.env', 'A=a://b\nA=a://c\n'),
		importing('connections', 'lines.env', 'nothing\n=x\n')
	),
	'connections from a file of URIs': lines(
		importing('connections', 'c.env', env),
		'connections list'
	),
	'connections to a file': lines(
		before(`connections add c1 --conn-type fs --conn-host h --conn-password long-word`),
		before(
			`connections add c2 --conn-type package_index --conn-extra '{"a": "b c"}' --conn-port 7`
		),
		line('connections export out.json', { leaves: ['out.json'] }),
		line('connections export out.yaml', { leaves: ['out.yaml'] }),
		line('connections export out.env', { leaves: ['out.env'] }),
		line('connections export out.env --serialization-format json', { leaves: ['out.env'] }),
		line('connections export out --file-format yaml', { leaves: ['out'] }),
		'connections export -',
		'connections export - --file-format env',
		'connections export out.txt',
		'connections export out.json --serialization-format uri',
		'connections export out.env --serialization-format xml',
		line('connections export out --format json', { leaves: ['out'] }),
		'connections export out --format json --file-format json'
	)
};
