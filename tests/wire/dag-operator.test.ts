import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { encodeRequest } from '#lib/request/encode.ts';
import { dagOperator } from '#lib/snippets/dag-operator.ts';
import { wireCases } from './cases.ts';

const COMPILE = `
import json, sys
for title, code in json.load(sys.stdin):
    try:
        compile(code, title, 'exec')
    except Exception as error:
        print(title, error)
`;

it('is a DAG file that Python can read, whatever the request holds', () => {
	const files = wireCases(200, 11).flatMap((wireCase) => {
		const request = encodeRequest(wireCase.operation, wireCase.draft, 'http://localhost:8080');
		return [false, true].map((waits) => {
			const options = { ...wireCase.options, waits };
			const { code, available } = dagOperator.generate({ ...wireCase, request, options });
			expect(available).toBe(true);
			return [wireCase.title, code];
		});
	});
	const { stdout, stderr } = spawnSync('python3', ['-c', COMPILE], {
		input: JSON.stringify(files),
		encoding: 'utf8'
	});

	expect(stdout + stderr).toBe('');
	expect(files.length).toBeGreaterThan(700);
});
