import { describe, expect, it } from 'vitest';
import { namesSecret } from './secret-line.ts';

describe('a line with a secret written out', () => {
	it.each([
		'curl -u admin:admin http://localhost:8080/api/v1/dags',
		"curl --user 'op:pa ss' http://localhost:8080/",
		'http -a admin:x1y2 :8080/api/v1/dags',
		'http --auth=admin:x1y2 :8080/api/v1/dags',
		'wget --user=admin --password=hunter2 http://localhost:8080/',
		'AIRFLOW_TOKEN=eyJhbGciOi',
		'export AIRFLOW_PASSWORD="hunter2"',
		'airflow users create --password hunter2 --role Op',
		'curl -H "Authorization: Bearer eyJhbGciOiJI" localhost:8080',
		`curl --json '{"username": "admin", "password": "admin"}' localhost:8080/auth/token`,
		'curl http://admin:admin@localhost:8080/'
	])('is found: %s', (line) => {
		expect(namesSecret(line)).toBe(true);
	});

	it.each([
		'curl -u "$AIRFLOW_USERNAME:$AIRFLOW_PASSWORD" http://localhost:8080/api/v1/dags',
		'curl -u "admin:$AIRFLOW_PASSWORD" http://localhost:8080/api/v1/dags',
		'curl -H "Authorization: Bearer $AIRFLOW_TOKEN" http://localhost:8080/api/v2/dags',
		'TOKEN=$(curl -s localhost:8080/auth/token | jq -r .access_token)',
		'echo "$AIRFLOW_TOKEN" | cut -c1-8',
		'date -u +%H:%M',
		'airflow pools set etl 3 "nightly jobs"'
	])('is not seen where there is none: %s', (line) => {
		expect(namesSecret(line)).toBe(false);
	});
});
