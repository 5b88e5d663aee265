import { expect, test } from 'vitest';
import type { Resource } from '#lib/simulator/call.ts';
import { v1Resources } from '#lib/simulator/v1/resources.ts';
import { v2Resources } from '#lib/simulator/v2/resources.ts';
import type { Api } from './cases/case.ts';
import { specOf } from './fuzz/requests.ts';
import { groupsOf } from './groups.ts';

const FACES: Record<Api, readonly Resource[]> = { v1: v1Resources, v2: v2Resources };

test.each<Api>(['v1', 'v2'])('no operation of the %s specification goes unanswered', (api) => {
	const answered = FACES[api].flatMap((resource) => Object.keys(resource));
	// Users and roles of 2.11 have two addresses for one operation.
	const asked = specOf(api).operations.map(({ key }) => key.replace('/auth/fab/v1', ''));

	expect(asked.filter((key) => !answered.includes(key))).toEqual([]);
	expect(answered.filter((key) => !asked.includes(key))).toEqual([]);
	expect(new Set(answered).size, 'each by one rule').toBe(answered.length);
});

test.each<Api>(['v1', 'v2'])('the contract has at least 600 cases of %s', (api) => {
	const count = groupsOf(api).reduce((sum, { cases }) => sum + Object.keys(cases).length, 0);

	expect(count).toBeGreaterThanOrEqual(600);
});
