import { describe, expect, test } from 'vitest';
import { askSite, jsonOf, siteWorld } from './site.fixture.ts';

interface Shown {
	sections: { name: string; options: { key: string; value: string }[] }[];
}

const LINES = {
	v1: { section: 'webserver', root: '/api/v1' },
	v2: { section: 'api', root: '/api/v2' }
} as const;
type Line = keyof typeof LINES;

const json = { headers: { accept: 'application/json' } };
const exposed = (line: Line, how: string, more = '') =>
	siteWorld(`[${LINES[line].section}]\nexpose_config = ${how}\n${more}`);

function optionOf(line: Line, how: string, path: string, more = ''): unknown {
	const [section = '', option = ''] = path.split('/');
	const asked = `/config/section/${section}/option/${option}`;
	const reply = askSite(exposed(line, how, more), `GET ${LINES[line].root}${asked}`, json);
	if (reply.status !== 200) return reply.status;
	return (jsonOf(reply) as Shown).sections[0]?.options[0]?.value;
}

function listed(line: Line, how: string, path: string, more = ''): unknown {
	const [section = '', option = ''] = path.split('/');
	const reply = askSite(exposed(line, how, more), `GET ${LINES[line].root}/config`, json);
	const { sections } = jsonOf(reply) as Shown;
	return sections.find(({ name }) => name === section)?.options.find(({ key }) => key === option)
		?.value;
}

describe.each<Line>(['v1', 'v2'])('the configuration of %s', (line) => {
	test.each([
		['False', 403],
		['false # not yet', 403],
		['0', 403],
		['True', 200],
		['t', 200],
		['Non-Sensitive-Only', 200],
		['perhaps', 500]
	])('is shown or not by expose_config = %s', (how, status) => {
		const reply = askSite(exposed(line, how), `GET ${LINES[line].root}/config`);
		expect(reply.status).toBe(status);
	});

	test('is not shown when nothing is said', () => {
		expect(askSite(siteWorld(''), `GET ${LINES[line].root}/config`).status).toBe(403);
	});

	test('shows what was written over the defaults', () => {
		const more = '[core]\nparallelism = 7\nmine = 1\n[own]\na_list = [\n  1\n  ]\n';
		expect(listed(line, 'True', 'core/parallelism', more)).toBe('7');
		expect(listed(line, 'True', 'core/mine', more)).toBe('1');
		expect(listed(line, 'True', 'own/a_list', more)).toBe('[\n1\n]');
		expect(listed(line, 'True', 'core/default_timezone', more)).toBe('utc');
	});

	test.each([
		['core/executor', 'LocalExecutor'],
		['CORE/Executor', 'LocalExecutor'],
		['core/fernet_key', '< hidden >'],
		['database/sql_alchemy_conn', '< hidden >'],
		['core/sql_alchemy_conn', '< hidden >'],
		['secrets/backend_kwargs', '< hidden >'],
		['common.io/xcom_objectstorage_threshold', '-1'],
		['core/nothing', 404],
		['nothing/executor', 404]
	])('has for the option %s: %s', (path, value) => {
		expect(optionOf(line, 'True', path)).toBe(value);
	});

	test('hides in the list only secrets that hold something', () => {
		expect(listed(line, 'non-sensitive-only', 'core/fernet_key')).toBe('< hidden >');
		expect(listed(line, 'non-sensitive-only', 'secrets/backend_kwargs')).toBe('');
	});

	test('is text for who wants text, each section ended by a line', () => {
		const asked = `GET ${LINES[line].root}/config/section/core/option/executor`;
		const reply = askSite(exposed(line, 'True'), asked, { headers: { accept: 'text/plain' } });
		expect(reply.body).toBe('[core]\nexecutor = LocalExecutor\n');
		expect(reply.headers['content-type']).toBe(
			line === 'v1' ? 'text/plain' : 'text/plain; charset=utf-8'
		);
	});
});

describe('where the two lines differ', () => {
	test('v1 shows secrets where everything is exposed, v2 never', () => {
		expect(listed('v1', 'True', 'database/sql_alchemy_conn')).toMatch(/^sqlite:/);
		expect(listed('v2', 'True', 'database/sql_alchemy_conn')).toBe('< hidden >');
	});

	test.each<[Line, string, unknown]>([
		['v1', 'celery/pool', 404],
		['v2', 'celery/pool', 'prefork'],
		['v1', 'webserver/expose_config', 'True'],
		['v2', 'webserver/expose_config', 'True'],
		['v1', 'core/base_log_folder', '/opt/airflow/logs'],
		['v2', 'core/base_log_folder', 404]
	])('%s has for %s: %s', (line, path, value) => {
		expect(optionOf(line, 'True', path)).toBe(value);
	});

	test('v1 finds an absent provider’s option once it is written', () => {
		const more = '[celery]\npool = solo\n';
		expect(optionOf('v1', 'True', 'celery/pool', more)).toBe('solo');
		expect(optionOf('v1', 'True', 'celery/ssl_key', more)).toBe(404);
	});

	test.each<[Line, string, string | number]>([
		['v1', '*/*', 'text/plain'],
		['v1', 'application/json, text/plain', 'text/plain'],
		['v1', 'text/plain;q=0.5, application/json', 'application/json'],
		['v1', 'text/*;q=0.9, application/json;q=0.9', 'application/json'],
		['v1', 'text/plain;q=0, */*', 'application/json'],
		['v1', 'image/png', 406],
		['v1', 'text', 406],
		['v2', '*/*', 'application/json'],
		['v2', 'text/plain;q=0.5, application/json', 'text/plain; charset=utf-8'],
		['v2', 'text/html, */*', 406]
	])('%s answers Accept: %s with %s', (line, accept, type) => {
		const { root } = LINES[line];
		const reply = askSite(exposed(line, 'True'), `GET ${root}/config`, { headers: { accept } });
		expect(reply.status === 200 ? reply.headers['content-type'] : reply.status).toBe(type);
	});
});
