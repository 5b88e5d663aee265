import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { serveWorld } from './world-server.ts';

const USAGE =
	'npm run simulator -- [--api v1|v2] [--port 8080] [--host localhost] [--scenario course] [--seed 1]';

const { values } = parseArgs({
	options: {
		api: { type: 'string', default: 'v2' },
		port: { type: 'string', default: '8080' },
		host: { type: 'string', default: 'localhost' },
		scenario: { type: 'string', default: 'course' },
		seed: { type: 'string', default: '1' },
		help: { type: 'boolean', short: 'h', default: false }
	}
});
if (values.help) {
	console.log(USAGE);
	process.exit(0);
}
const { api, host } = values;
const port = Number(values.port);
const seed = Number(values.seed);
if ((api !== 'v1' && api !== 'v2') || !Number.isInteger(port) || !Number.isInteger(seed)) {
	console.error(USAGE);
	process.exit(2);
}

try {
	const served = await serveWorld({
		port,
		host,
		api,
		beginning: {
			scenario: values.scenario,
			seed,
			timetable: api === 'v1' ? 'data_interval' : 'trigger'
		},
		wallMs: () => Date.now(),
		wait: (ms) => sleep(ms)
	});
	const paths = api === 'v1' ? '/api/v1' : '/api/v2, /auth/token';
	console.log(
		`A simulated Airflow is at http://${host}:${served.port} (${paths}). Ctrl-C stops it.`
	);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
