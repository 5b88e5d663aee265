import { task, type DagFacts } from './dag-facts.ts';

/** Everything a DAG can say of itself. */
export const documented: DagFacts = {
	dagId: 'documented',
	displayName: 'Documented DAG',
	description: 'Everything a DAG can say of itself',
	docMd: '# What it does\n\nNothing.',
	owner: 'docs',
	ownerLinks: { docs: 'https://example.org/docs' },
	tags: ['docs', 'showcase'],
	maxActiveTasks: 3,
	maxActiveRuns: 2,
	maxConsecutiveFailedDagRuns: 4,
	dagrunTimeoutMs: 2 * 3_600_000,
	renderTemplateAsNativeObj: true,
	defaultArgs: { retries: 0 },
	params: {
		name: {
			value: 'world',
			schema: { type: ['null', 'string'], title: 'Name', minLength: 2 }
		},
		count: {
			value: 3,
			schema: { type: 'integer', minimum: 1, maximum: 9, section: 'Numbers' }
		},
		day: { value: '2026-01-01', schema: { type: 'string', format: 'date' } },
		flags: { value: { a: true }, schema: { type: 'object' } },
		kinds: {
			value: ['x'],
			schema: { type: 'array', items: { type: 'string' }, examples: ['x', 'y'] }
		},
		plain: { value: 5, schema: {} }
	},
	tasks: [
		task({
			taskId: 'greet',
			displayName: 'Greet someone',
			bashCommand: 'echo {{ params.name }}',
			docMd: 'Says hello.',
			executionTimeoutMs: 300_000,
			priorityWeight: 5,
			weightRule: 'absolute',
			maxActiveTisPerDag: 2,
			queue: 'greetings',
			poolSlots: 2,
			dependsOnPast: true,
			waitForDownstream: true,
			retries: 1
		})
	]
};
