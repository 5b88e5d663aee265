import { expect, test } from 'vitest';
import { examples, programOf } from './examples.ts';

const BASE = 'http://localhost:8080';

const variants = examples.flatMap(({ id }) =>
	(['ru', 'en'] as const).flatMap((language) =>
		(['v1', 'v2'] as const).map((api) => ({ id, language, api }))
	)
);

test.each(variants)('$id is one program in $language for $api', ({ id, language, api }) => {
	const code = programOf(id, language, api, BASE);

	expect(code.length).toBeGreaterThan(300);
	expect(code).not.toMatch(/#(ru|en|v1|v2)\b|VERSION| {2}v[12]$/m);
	expect(/[а-яё]/i.test(code)).toBe(language === 'ru');
	expect(code).not.toContain(api === 'v1' ? '/api/v2' : '/api/v1');
	expect(code).not.toContain(api === 'v1' ? 'AIRFLOW_TOKEN' : 'b64encode');
	for (const line of code.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
});

test('an example speaks to the server that is chosen', () => {
	const code = programOf('1-session', 'en', 'v2', 'https://airflow.example');
	expect(code).toContain("BASE = 'https://airflow.example'");
});
