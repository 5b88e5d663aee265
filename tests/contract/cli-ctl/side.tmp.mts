import '#lib/simulator/v2/task-instances.ts';
import { execFileSync, spawnSync } from 'node:child_process';
import { createWorld } from '#lib/simulator/create-world.ts';
import { answer } from '#lib/simulator/airflow.ts';
import { runAirflowctl } from '#lib/simulator/cli/airflowctl.ts';
import { readFileSync } from 'node:fs';
let nowMs = Date.UTC(2026, 4, 20, 9, 30, 0, 250);
const world = createWorld({
	name: 'main',
	scenario: 'showcase',
	seed: 1,
	nowMs,
	timetable: 'trigger'
});
const tokenOf = () => {
	const r = answer(
		world,
		{
			method: 'POST',
			path: '/auth/token',
			query: '',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ username: 'admin', password: 'admin' })
		},
		nowMs
	);
	return (r.body as any).access_token;
};
import { maskText } from './masks.ts';
const real = (
	await (
		await fetch('http://localhost:18300/auth/token', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: '{"username":"admin","password":"admin"}'
		})
	).json()
).access_token;
const clean = (s: string) =>
	s
		.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \[/gm, 'TIME [')
		.replace(/^(Traceback.*\n)(?:[ \n].*\n)*/gm, '$1');
const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);
let bad = 0;
for (const line of lines) {
	const argv = line.match(/'[^']*'|\S+/g)!.map((w) => (w.startsWith("'") ? w.slice(1, -1) : w));
	const r = spawnSync('/tmp/ws/ctl/bin/airflowctl', argv, {
		encoding: 'utf8',
		input: '',
		env: {
			PATH: process.env.PATH!,
			AIRFLOW_HOME: '/tmp/ws/ctlhome/home',
			HOME: '/tmp/ws/ctlhome',
			AIRFLOW_CLI_TOKEN: real
		}
	});
	nowMs += 1000;
	const o = runAirflowctl(world, argv, {
		nowMs,
		env: { AIRFLOW_CLI_TOKEN: tokenOf(), AIRFLOW_HOME: '/h' },
		files: new Map([['/h/production.json', '{"api_url": "http://localhost:18300"}']])
	});
	const a = [clean(r.stdout), clean(r.stderr), r.status],
		b = [clean(o.stdout), clean(o.stderr), o.exitCode];
	const w = (x: any) => (typeof x === 'string' ? x : JSON.stringify(x));
	a[0] = maskText(r.stdout).map(w).join('\n');
	b[0] = maskText(o.stdout).map(w).join('\n');
	a[1] = maskText(r.stderr).map(w).join('\n');
	b[1] = maskText(o.stderr).map(w).join('\n');
	const same = JSON.stringify(a) === JSON.stringify(b);
	if (same) console.log('same  ', line);
	else {
		bad++;
		console.log('DIFFER', line);
		if (!process.env.QUIET)
			console.log('--- real', a[2], '\n' + a[0] + a[1] + '--- ours', b[2], '\n' + b[0] + b[1]);
	}
}
console.log(bad, 'differ of', lines.length);
