import { describe, expect, test } from 'vitest';
import { WritePermission } from './write-permission.svelte.ts';

const WRITE = { method: 'POST', url: 'https://airflow.example/api/v2/pools' };

describe('a permission to write', () => {
	test.each([
		['one', true],
		['all', true],
		['none', false]
	] as const)('answered with «%s» is %s', async (answer, expected) => {
		const permission = new WritePermission();
		const asked = permission.ask(WRITE);
		expect(permission.wanted).toMatchObject(WRITE);
		permission.wanted?.answer(answer);

		expect(await asked).toBe(expected);
		expect(permission.wanted).toBeUndefined();
	});

	test('for all holds until the next program begins', async () => {
		const permission = new WritePermission();
		const first = permission.ask(WRITE);
		permission.wanted?.answer('all');
		await first;

		expect(await permission.ask(WRITE)).toBe(true);
		permission.begin();
		void permission.ask(WRITE);
		expect(permission.wanted).toMatchObject(WRITE);
	});

	test('is refused when the program ends', async () => {
		const permission = new WritePermission();
		const asked = permission.ask(WRITE);
		permission.end();

		expect(await asked).toBe(false);
	});
});
