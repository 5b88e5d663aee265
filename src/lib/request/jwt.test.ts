import { expect, it } from 'vitest';
import { tokenExpiryMs } from './jwt.ts';

const tokenOf = (claims: object) => `h.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.s`;

it.each([
	[tokenOf({ exp: 1_700_000_000 }), 1_700_000_000_000],
	[tokenOf({ sub: 'admin' }), undefined],
	['opaque', undefined],
	['a.%%%.c', undefined],
	[tokenOf({ exp: 'soon' }), undefined]
])('reads the expiry of %s', (token, expiryMs) => {
	expect(tokenExpiryMs(token)).toBe(expiryMs);
});
