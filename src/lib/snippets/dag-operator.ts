import { dagRequest } from './dag-request.ts';
import { dagTrigger } from './dag-trigger.ts';
import type { SnippetTarget } from './target.ts';

/**
 * A DAG whose task does what the request does: TriggerDagRunOperator where it starts a run, else HttpOperator.
 * It is written for Airflow 2.11 where the request is one of v1, else for 3.x.
 */
export const dagOperator: SnippetTarget = {
	id: 'dag-operator',
	label: 'Airflow DAG',
	group: 'pipeline',
	language: 'python',
	fileName: 'ask_airflow.py',
	generate: (input) => dagTrigger(input) ?? dagRequest(input)
};
