import { describe, expect, it } from 'vitest';
import { grade } from '#lib/course/grade.ts';
import type { Exercise } from '#lib/course/lesson.ts';
import { rehearse } from '#lib/course/rehearse.ts';
import { variantsOf } from '#lib/course/twin.ts';
import { runAirflow } from '#lib/simulator/cli/airflow.ts';
import { addRole } from './add-role.ts';
import { connectionUri } from './connection-uri.ts';
import { deployScript } from './deploy-script.ts';
import { poolSet } from './pool-set.ts';
import { variableSet } from './variable-set.ts';

const START_MS = Date.UTC(2026, 10, 23, 9);

const FILES = {
	'/opt/airflow/pools.json':
		'{"crm_api": {"slots": 4, "description": "The CRM allows four calls at once"}, "ml": {"slots": 3, "description": "Models", "include_deferred": true}}',
	'/opt/airflow/vars.json': '{"alert_channel": "#ml", "models_bucket": "models"}'
};

/** The exercise's world after the commands of its task, each word for itself. */
function typed(exercise: Exercise, commands: string[][]) {
	const world = rehearse(exercise, [], START_MS);
	const files = new Map(Object.entries(FILES));
	const line = exercise.api === 'v1' ? '2' : '3';
	for (const [index, argv] of commands.entries()) {
		const around = { nowMs: START_MS + (index + 1) * 1000, env: { PWD: '/opt/airflow' }, files };
		const { exitCode, stderr } = runAirflow(world, line, argv, around);
		expect({ argv, exitCode, stderr }).toMatchObject({ exitCode: 0 });
	}
	return grade(exercise, world);
}

describe('the commands that a task names', () => {
	const named: [Exercise, string[][]][] = [
		[poolSet, [['pools', 'set', 'warehouse', '16', 'Queries of the night load']]],
		[
			connectionUri,
			[
				[
					'connections',
					'add',
					'dwh',
					'--conn-uri',
					'postgresql://etl:p%40ss%2Fw0rd@dwh.internal:5433/marts?sslmode=require'
				]
			]
		],
		[addRole, [['users', 'add-role', '--username', 'viewer', '--role', 'User']]],
		[
			deployScript,
			[
				['dags', 'pause', '^ml_', '--treat-dag-id-as-regex', '--yes'],
				['pools', 'import', 'pools.json'],
				['variables', 'import', 'vars.json', '--action-on-existing-key', 'skip'],
				['connections', 'delete', 'lake']
			]
		]
	];
	const inEach = named.flatMap(([exercise, commands]) =>
		variantsOf(exercise).map((one) => ({ one, id: one.id, api: one.api, commands }))
	);

	it.each(inEach)('leave what $id asks for in $api', ({ one, commands }) => {
		expect(typed(one, commands).checks.filter((check) => !check.passes)).toEqual([]);
	});

	it.each(variantsOf(variableSet))('lose the description, as the task says ($api)', (exercise) => {
		const { isPassed, advice } = typed(exercise, [
			['variables', 'set', 'alert_channel', '#data-oncall']
		]);
		expect({ isPassed, advice }).toEqual({
			isPassed: false,
			advice: exercise.wrong.find(({ name }) => name === 'replaced')?.says
		});
	});
});
