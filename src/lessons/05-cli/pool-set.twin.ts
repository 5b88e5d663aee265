import type { RequestStep, Twin } from '#lib/course/lesson.ts';

const PATCH = 'PATCH /pools/{pool_name}';

/** The key that v2 lets one call pool is only name in v1. */
function named(step: RequestStep): RequestStep {
	const { pool: name, ...body } = step.body as Record<string, unknown>;
	return { ...step, body: { name, ...body } };
}

export const poolSetInV1: Twin = {
	programs: { airflow: 'its-commands' },
	step: named,
	hints: {
		1: {
			ru: 'pools set всегда пишет все три поля: слоты, описание и include_deferred, а без флага это false. PATCH пула в v1 без маски требует name и slots, а include_deferred, которого нет в теле, тоже считает за false.',
			en: 'pools set always writes all three fields: slots, description and include_deferred, which is false without the flag. Without a mask, PATCH of a pool in v1 insists on name and slots, and takes an include_deferred that the body leaves out for false, too.'
		},
		2: {
			ru: 'Дополните тело: "name": "warehouse", "slots": 16, "description": "Queries of the night load", "include_deferred": false.',
			en: 'Complete the body: "name": "warehouse", "slots": 16, "description": "Queries of the night load", "include_deferred": false.'
		}
	},
	start: {
		operation: PATCH,
		path: { pool_name: 'warehouse' },
		body: JSON.stringify({ name: 'warehouse', description: 'Queries of the night load' }, null, 2)
	}
};
