import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importText } from './import-text.ts';
import type { ImportFormat } from './imported.ts';

const bodies = fc
	.oneof(
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
		fc.json({ maxDepth: 3, noUnicodeString: false }),
		fc.string({
			unit: fc.constantFrom(
				...'\'"`$(){}[]<>|&;!%^\\@#*?~=:,+-/._ \tab01\n\r',
				'é',
				'ж',
				'🎏',
				'’',
				'“'
			),
			minLength: 1,
			maxLength: 20
		})
	)
	.map((text) => text.replace(/[\0\p{Surrogate}]/gu, 'x'));

/** How browsers put a text into a command. @source Chromium, NetworkLogView.ts; Firefox, Curl.sys.mjs */
const COPIES: [name: string, format: ImportFormat, command: (body: string) => string][] = [
	[
		'bash',
		'curl',
		(body) =>
			`curl 'http://h/' \\\n  -H 'accept: */*' \\\n  --data-raw ${posix(body)} \\\n  --compressed`
	],
	[
		'PowerShell',
		'powershell',
		(body) =>
			`Invoke-WebRequest -UseBasicParsing -Uri "http://h/" \`\n-Method "POST" \`\n-Headers @{\n"accept"="*/*"\n} \`\n-Body ${powershell(body)}`
	]
];

describe.each(COPIES)('a copy for %s', (_, format, command) => {
	it('has the body that the browser sent', () => {
		fc.assert(
			fc.property(bodies, (body) => {
				const { requests, warnings } = importText(command(body), { format });
				expect(requests).toMatchObject([{ method: 'POST', url: 'http://h/', body }]);
				expect(warnings).toEqual([]);
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('a copy for cmd', () => {
	it('has the body that the browser sent, where backslashes stand before quotes only', () => {
		const plain = bodies.map((body) => body.replace(/\\+/g, '').replace(/\r/g, '').trim() || 'x');
		fc.assert(
			fc.property(plain, (body) => {
				const text = `curl ^"http://h/^" ^\n  -H ^"accept: */*^" ^\n  --data-raw ${cmd(body)}`;
				expect(importText(text, { format: 'cmd' }).requests).toMatchObject([
					{ method: 'POST', url: 'http://h/', body }
				]);
			}),
			{ numRuns: 1000 }
		);
	});
});

function posix(text: string): string {
	// eslint-disable-next-line no-control-regex -- what browsers escape
	if (!/[\0-\x1f\x7f-\x9f!]|'/.test(text)) return `'${text}'`;
	const escaped = text
		.replace(/\\/g, '\\\\')
		.replace(/'/g, "\\'")
		.replace(/\n/g, '\\n')
		.replace(/\r/g, '\\r')
		.replace(
			// eslint-disable-next-line no-control-regex -- what browsers escape
			/[\0-\x1f\x7f-\x9f!]/g,
			(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
		);
	return `$'${escaped}'`;
}

function powershell(text: string): string {
	const escaped = text
		.replace(/[`$"]/g, '`$&')
		.replace(/[^\x20-\x7e]/g, (unit) => `$([char]${unit.charCodeAt(0)})`);
	return `"${escaped}"`;
}

function cmd(text: string): string {
	const escaped = text
		.replace(/\\/g, '\\\\')
		.replace(/"/g, '\\"')
		.replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/gu, '^$&')
		.replace(/%(?=[a-zA-Z0-9_])/g, '%^')
		.replace(/\r?\n/g, '^\n\n');
	return `^"${escaped}^"`;
}
