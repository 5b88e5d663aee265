import { afterAll, expect, test } from 'vitest';
import type { Api } from '#contract/cases/case.ts';
import { callEveryMethod } from './every-method.ts';
import { endSimulators, startSimulator } from './simulator-process.ts';

afterAll(endSimulators);

// Tried once: a second round would meet what the first one made.
test.each<Api>(['v1', 'v2'])(
	'the official client for %s, every method of it',
	{ retry: 0 },
	async (api) => {
		const line = api.toUpperCase();
		const python = process.env[`CLIENT_${line}_PYTHON`] ?? '';
		const real = process.env[`AIRFLOW_${line}_URL`] ?? '';
		const simulated = await startSimulator(api);
		// Both before the first program runs: it holds this process up, and an idle connection would be closed meanwhile.
		const [realToken, ourToken] = [await token(api, real), await token(api, simulated)];
		const truth = callEveryMethod(api, python, real, realToken);
		const ours = callEveryMethod(api, python, simulated, ourToken);

		expect(ours).toEqual(truth);
		expect(truth.length).toBeGreaterThan(70);
	}
);

async function token(api: Api, url: string): Promise<string | undefined> {
	if (api === 'v1') return undefined;
	const response = await fetch(`${url}/auth/token`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', connection: 'close' },
		body: JSON.stringify({ username: 'admin', password: 'admin' })
	});
	return ((await response.json()) as { access_token: string }).access_token;
}
