import { describe, expect, it } from 'vitest';
import { importText } from '#lib/import/import-text.ts';
import type { ImportedRequest } from '#lib/import/imported.ts';

const requests = (text: string): readonly ImportedRequest[] => importText(text).requests;
const ids = (text: string) => importText(text).warnings.map(({ id }) => id);

describe('an airflow command', () => {
	it('becomes the request that does the same', () => {
		const text = `airflow dags trigger 'a b' -r x --conf='{"n": 12345678901234567890}' -o json`;
		expect(importText(text, { api: 'v1' }).requests[0]).toMatchObject({
			method: 'POST',
			url: 'http://localhost:8080/api/v1/dags/a%20b/dagRuns',
			body: '{\n  "dag_run_id": "x",\n  "conf": {\n    "n": 12345678901234567890\n  }\n}'
		});
		expect(requests(text)[0]?.url).toContain('/api/v2/');
	});

	it('has a value that is JSON where it can be read as that', () => {
		const body = (value: string) => requests(`airflowctl xcom add d r t k ${value}`)[0]?.body;
		expect(body('1')).toContain('"value": 1');
		expect(body(`'"1"'`)).toContain('"value": "1"');
		expect(body('one')).toContain('"value": "one"');
	});

	it('belongs to the line that has its options, whatever is asked for', () => {
		const url = (text: string, api: 'v1' | 'v2') => importText(text, { api }).requests[0]?.url;
		expect(url('airflow dags trigger a -e 2026-01-01', 'v2')).toContain('/api/v1/');
		expect(url('airflow dags trigger a --logical-date 2026-01-01', 'v1')).toContain('/api/v2/');
		expect(url('airflowctl dags list', 'v1')).toContain('/api/v2/');
	});

	it('says what it cannot carry', () => {
		expect(ids('airflow connections add x --conn-uri a://b')).toContain('cli-lost');
		expect(ids('airflow variables set a b')).toEqual(['cli-differs', 'cli-no-server']);
	});
});
