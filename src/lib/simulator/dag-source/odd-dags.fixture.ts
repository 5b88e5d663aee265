import { dag, task } from '#lib/simulator/scenarios/dag-facts.ts';

export const ODD_FILE = 'odd.py';

/** DAGs with what no scenario has: words of Python's own, groups in groups, quotes, failing Python. */
export const oddDags = [
	dag({
		dagId: 'words',
		description: 'Says "no", it\'s a \\ and a\nline; Привет 👋',
		docMd: 'Only "double" ones',
		schedule: '*/5 * * * *',
		startDateMs: Date.UTC(2026, 0, 1, 3, 30),
		params: {
			'a name': { value: 1.5, schema: { type: 'number' }, description: 'Says so' },
			secret: { value: null, schema: { type: ['null', 'string'], 'x-odd': true } }
		},
		tasks: [
			task({ taskId: 'import', bashCommand: "echo 'one'" }),
			task({ taskId: 'task', bashCommand: 'echo "two"', upstream: ['import'] }),
			task({ taskId: '3.rd-one', bashCommand: `echo "it's"`, upstream: ['task'] }),
			task({ taskId: '3_rd_one', bashCommand: 'echo {{ ds }}', upstream: ['task'] }),
			task({ taskId: 'datetime', bashCommand: 'true', retries: 2, retryDelayMs: 90_000 })
		]
	}),
	dag({
		dagId: 'out_of_order',
		taskGroups: [
			{ groupId: 'outer' },
			{ groupId: 'outer.inner', tooltip: 'Within', parentGroupId: 'outer' },
			{ groupId: 'bare' }
		],
		tasks: [
			task({ taskId: 'last', upstream: ['outer.inner.b', 'loose'], bashCommand: 'echo last' }),
			task({ taskId: 'loose', groupId: 'bare', upstream: ['outer.a'], bashCommand: 'echo c' }),
			task({
				taskId: 'outer.inner.b',
				groupId: 'outer.inner',
				upstream: ['outer.a'],
				bashCommand: 'echo b'
			}),
			task({ taskId: 'outer.a', groupId: 'outer', bashCommand: 'echo a' })
		]
	}),
	dag({
		dagId: 'python',
		tasks: [
			task({
				taskId: 'flaky',
				operator: '_PythonDecoratedOperator',
				failsTries: 1,
				retries: 2,
				returns: ['echo 1', 'echo 2'],
				printsWhenFailing: ['"so" it goes']
			}),
			task({ taskId: 'broken', operator: 'PythonOperator', failsTries: Infinity }),
			task({
				taskId: 'each',
				upstream: ['flaky'],
				expandsOver: { taskId: 'flaky', argument: 'bash_command' },
				retries: 1,
				pool: 'etl'
			}),
			task({
				taskId: 'choose',
				operator: 'BranchPythonOperator',
				upstream: ['each', 'broken'],
				skipsTo: ['left', 'right']
			}),
			task({ taskId: 'left', operator: 'EmptyOperator', upstream: ['choose'] }),
			task({ taskId: 'right', operator: 'EmptyOperator', upstream: ['choose'] }),
			task({
				taskId: 'parts',
				operator: '_PythonDecoratedOperator',
				upstream: ['flaky', 'broken'],
				expandsOver: { taskId: 'flaky', argument: 'command' },
				returns: [1, 2]
			})
		]
	})
];
