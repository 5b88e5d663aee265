import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createWorld } from '#lib/simulator/create-world.ts';
import { hmacSha512 } from './sha512.ts';
import { CLI_TOKEN_SECONDS, readToken, signToken } from './token.ts';

const bornMs = Date.UTC(2026, 10, 23, 3);
const world = createWorld({ name: 'main', scenario: 'course', seed: 1, nowMs: bornMs });
const admin = { username: 'admin', role: 'admin' } as const;
const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
	['', ''],
	['key', 'message'],
	['k'.repeat(200), 'longer than one block '.repeat(20)],
	['key', 'm'.repeat(111)],
	['key', 'm'.repeat(112)]
])('hmacSha512 is what Node computes for key %j', (key, message) => {
	const own = Buffer.from(hmacSha512(bytes(key), bytes(message))).toString('hex');

	expect(own).toBe(createHmac('sha512', key).update(message).digest('hex'));
});

describe('a token', () => {
	const token = signToken(world, admin, bornMs, CLI_TOKEN_SECONDS);
	const [header = '', claims = '', mark = ''] = token.split('.');
	const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown;

	test('has the header and the claims of Airflow, in its order', () => {
		expect(JSON.stringify(read(header))).toBe('{"alg":"HS512","kid":"not-used","typ":"JWT"}');
		expect(Object.keys(read(claims) as object)).toEqual([
			'sub',
			'role',
			'teams',
			'jti',
			'aud',
			'nbf',
			'exp',
			'iat'
		]);
	});

	test.each([
		['at once', 0, admin],
		['up to ten seconds after its end', 3_609_000, admin],
		['not longer', 3_610_000, 'expired'],
		['not before its time', -11_000, 'invalid']
	])('is good %s', (_, afterMs, verdict) => {
		expect(readToken(world, token, bornMs + afterMs)).toEqual(verdict);
	});

	const forged = Buffer.from(JSON.stringify({ ...(read(claims) as object), role: 'viewer' }));
	test.each([
		['changed claims', `${header}.${forged.toString('base64url')}.${mark}`],
		['no signature', `${header}.${claims}`],
		['another signature', `${header}.${claims}.${'a'.repeat(mark.length)}`],
		['no token at all', 'abc']
	])('is refused with %s', (_, word) => {
		expect(readToken(world, word, bornMs)).toBe('invalid');
	});

	test('of one world is no good in another', () => {
		const other = createWorld({ name: 'lesson', scenario: 'course', seed: 1, nowMs: bornMs });

		expect(readToken(other, token, bornMs)).toBe('invalid');
	});
});
