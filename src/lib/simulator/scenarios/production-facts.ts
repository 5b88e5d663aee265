import type { ScenarioDag } from '#lib/simulator/create-world.ts';
import { dag, type DagFacts } from './dag-facts.ts';

export const MINUTE_MS = 60_000;

/** Where one stage leaves what the next one waits for. */
export const raw = (name: string) => `s3://lake/raw/${name}`;
export const staged = (name: string) => `s3://lake/staging/${name}`;
export const mart = (name: string) => `s3://lake/marts/${name}`;

/** A DAG of the company: long there, one run at a time. */
export function production(facts: DagFacts, file: string): ScenarioDag {
	return dag({
		fileloc: `/opt/airflow/dags/${file}`,
		relativeFileloc: file,
		startDateMs: Date.UTC(2025, 0, 1),
		maxActiveRuns: 1,
		...facts
	});
}
