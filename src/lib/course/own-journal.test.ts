import { expect, it } from 'vitest';
import { ownEntry, type OwnExchange } from './own-journal.ts';

const BASE = 'https://airflow.example.org/team';
const exchange: OwnExchange = {
	method: 'POST',
	url: `${BASE}/api/v2/dags/hello_api/dagRuns?limit=5`,
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: 'hello_api' },
	body: '{"dag_run_id": "a+b"}',
	status: 200,
	text: '{"queued_at": "2026-11-23T10:00:00Z", "logical_date": "2030-01-01T00:00:00Z"}',
	atMs: Date.UTC(2026, 10, 23, 10, 0, 5)
};

it('is written down as a simulated Airflow would', () => {
	expect(ownEntry(exchange, BASE)).toEqual({
		atMs: exchange.atMs,
		method: 'POST',
		path: '/api/v2/dags/hello_api/dagRuns',
		query: 'limit=5',
		status: 200,
		params: { limit: '5', dag_id: 'hello_api' },
		operation: 'POST /dags/{dag_id}/dagRuns',
		body: '{"dag_run_id": "a+b"}'
	});
});

it('is never dated before what its answer tells of', () => {
	const early = { ...exchange, atMs: Date.UTC(2026, 10, 23, 9) };
	expect(ownEntry(early, BASE).atMs).toBe(Date.UTC(2026, 10, 23, 10));
});

it('keeps no secret', () => {
	const body = '{"connection_id": "db", "password": "hunter2"}';
	const entry = ownEntry({ ...exchange, body, url: `${exchange.url}&token=hunter2` }, BASE);
	expect(JSON.stringify(entry)).not.toContain('hunter2');
});

it('keeps why a request was refused', () => {
	const text = '{"detail": "DAG with ID hello_ap not found"}';
	const entry = ownEntry({ ...exchange, status: 404, text }, BASE);
	expect(entry.reason).toEqual({ detail: 'DAG with ID hello_ap not found' });
});
