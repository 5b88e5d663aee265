import { describe, expect, test } from 'vitest';
import { answer } from '#lib/simulator/airflow.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import { authenticationOf } from './auth-backends.ts';

const nowMs = Date.UTC(2026, 10, 23, 10);
const basic = (text: string) => ({ authorization: `Basic ${btoa(text)}` });

function ask(backends: string | undefined, path: string, headers: Record<string, string>) {
	const world = createWorld({ name: 'main', scenario: 'course', seed: 1, nowMs });
	if (backends !== undefined) world.cfg = `[api]\nauth_backends = ${backends}\n`;
	return answer(
		world,
		{ method: 'GET', path: `/api/v1${path}`, query: '', headers, body: '' },
		nowMs
	);
}

const core = (name: string) => `airflow.api.auth.backend.${name}`;
const fab = (name: string) => `airflow.providers.fab.auth_manager.api.auth.backend.${name}`;

// Each asked of a 2.11.2 with this setting.
describe('auth_backends', () => {
	test.each<[string | undefined, number]>([
		[undefined, 200],
		[core('basic_auth'), 200],
		[fab('basic_auth'), 200],
		[`${core('deny_all')},${core('basic_auth')}`, 200],
		[`${core('session')} , ${core('basic_auth')}`, 200],
		[core('session'), 403],
		[fab('session'), 403],
		[core('deny_all'), 403],
		[core('default'), 403],
		[`${core('default')}, ${core('basic_auth')}`, 403],
		['', 403]
	])('%j answers an admin’s password with %i', (backends, status) => {
		expect(ask(backends, '/pools', basic('admin:admin')).status).toBe(status);
	});

	test.each([core('basic_auth'), core('deny_all'), core('session'), core('default')])(
		'%s refuses everybody else with 403, and asks for nothing; health is for all',
		(backends) => {
			for (const headers of [{}, basic('admin:wrong'), { authorization: 'Bearer x' }]) {
				const reply = ask(backends, '/pools', headers);
				expect(reply.status).toBe(403);
				expect(reply.headers).not.toHaveProperty('www-authenticate');
			}
			expect(ask(backends, '/health', {}).status).toBe(200);
		}
	);

	test.each([
		core('kerberos_auth'),
		fab('kerberos_auth'),
		'no.such.module',
		core('basic'),
		`${core('basic_auth')},`,
		'airflow.providers.fab.auth_manager.fab_auth_manager',
		'airflow.providers.fab.auth_manager.fab_auth_manager.FabAuthManager'
	])('with %s the webserver does not come up', (backends) => {
		const reply = ask(backends, '/health', basic('admin:admin'));

		expect(reply).toMatchObject({ status: 0, delivery: { isDropped: true } });
	});

	// As the log of a 2.11.2 without the Amazon provider has it.
	test.each([
		['basic_auth', "No module named 'basic_auth'"],
		[
			'airflow.providers.amazon.aws.auth_manager.aws_auth_manager',
			"No module named 'airflow.providers.amazon'"
		],
		[
			'airflow.providers.fab.auth_manager.fab_auth_manager',
			"module 'airflow.providers.fab.auth_manager.fab_auth_manager' has no attribute 'init_app'"
		]
	])('%s: the log says %s', (backends, says) => {
		const world = createWorld({ name: 'main', scenario: 'course', seed: 1, nowMs });
		world.cfg = `[api]\nauth_backends = ${backends}\n`;
		expect(authenticationOf(world).trouble).toBe(says);
	});
});
