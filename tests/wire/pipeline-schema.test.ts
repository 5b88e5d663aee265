import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { encodeRequest } from '#lib/request/encode.ts';
import { githubActions } from '#lib/snippets/github-actions.ts';
import { gitlabCi } from '#lib/snippets/gitlab-ci.ts';
import { wireCases } from './cases.ts';

// GitHub reads YAML 1.2, GitLab's Ruby 1.1.
const pipelines = [
	{ target: githubActions, schema: 'github-workflow', version: '1.2', job: 'jobs:\n  airflow:\n' },
	{ target: gitlabCi, schema: 'gitlab-ci', version: '1.1', job: 'airflow:\n' }
] as const;

describe.each(pipelines)('$target.id', ({ target, schema, version, job }) => {
	const complaintsOf = validator(schema);
	const files = wireCases(200, 17).flatMap(({ operation, draft, auth, api, options }) => {
		const request = encodeRequest(operation, draft, 'http://localhost:8080');
		return [false, true].flatMap((waits) => {
			const input = { operation, draft, request, auth, api, options: { ...options, waits } };
			const { code, available } = target.generate(input);
			return available ? [code] : [];
		});
	});

	it('is a file of the published schema, whatever the request holds', () => {
		const refused = files.flatMap((code) => {
			const complaints = complaintsOf(parse(code, { version }));
			return complaints === '' ? [] : [`${complaints}\n${code}`];
		});

		expect(refused).toEqual([]);
		expect(files.length).toBeGreaterThan(700);
		expect(files.some((code) => code.includes('timeout'))).toBe(true);
	});

	it('would be refused with a key that the schema does not know', () => {
		const [code = ''] = files;
		const indent = job.includes('jobs') ? '    ' : '  ';
		const wrong = code.replace(job, `${job}${indent}scripts: [true]\n`);

		expect(wrong).not.toBe(code);
		expect(complaintsOf(parse(wrong, { version }))).not.toBe('');
	});
});

function validator(name: string): (document: unknown) => string {
	const ajv = new Ajv({ strict: false, allowUnionTypes: true });
	addFormats.default(ajv);
	const schema = new URL(`schemas/${name}.json`, import.meta.url);
	const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
	return (document) => (validate(document) ? '' : ajv.errorsText(validate.errors));
}
