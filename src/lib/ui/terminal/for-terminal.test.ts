import { expect, test } from 'vitest';
import { scriptFile } from './for-terminal.ts';

test('a shell snippet becomes a script that names what it needs', () => {
	expect(scriptFile('curl -H "Authorization: Bearer $AIRFLOW_TOKEN" http://x', 'request.sh')).toBe(
		'#!/usr/bin/env bash\n# Needs in the environment: AIRFLOW_TOKEN\nset -euo pipefail\n\n' +
			'curl -H "Authorization: Bearer $AIRFLOW_TOKEN" http://x\n'
	);
});

test.each([
	['print(1)', 'request.py'],
	['#!/bin/sh\necho', 'request.sh'],
	['x', undefined]
])('%j for %s stays as it is', (code, name) => {
	expect(scriptFile(code, name)).toBe(code);
});
