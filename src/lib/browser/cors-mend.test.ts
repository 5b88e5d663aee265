import { expect, test } from 'vitest';
import { corsMend } from './cors-mend.ts';

test('the mend names all three keys for airflow.cfg and for the environment', () => {
	expect(corsMend('https://lab.example', 'v2')).toEqual([
		{
			label: 'airflow.cfg',
			text: [
				'[api]',
				'access_control_allow_origins = https://lab.example',
				'access_control_allow_methods = GET,POST,PATCH,PUT,DELETE,OPTIONS',
				'access_control_allow_headers = authorization,content-type,accept'
			].join('\n')
		},
		{
			label: 'env',
			text: [
				"export AIRFLOW__API__ACCESS_CONTROL_ALLOW_ORIGINS='https://lab.example'",
				"export AIRFLOW__API__ACCESS_CONTROL_ALLOW_METHODS='GET,POST,PATCH,PUT,DELETE,OPTIONS'",
				"export AIRFLOW__API__ACCESS_CONTROL_ALLOW_HEADERS='authorization,content-type,accept'"
			].join('\n')
		}
	]);
});

test('2.x gets its lists as they stand in a header', () => {
	expect(corsMend('http://localhost:4173', 'v1')[0]?.text).toContain(
		'access_control_allow_headers = authorization, content-type, accept'
	);
});
