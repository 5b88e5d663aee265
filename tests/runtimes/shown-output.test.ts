import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FENCE } from '#lib/course/blocks.ts';
import { createEngine } from '#lib/runtimes/shell/engine.ts';
import { syllabus } from '#lessons/syllabus.ts';
import { simulated } from './simulated.ts';

const LANGUAGES = ['ru', 'en'] as const;
const lessons = syllabus.flatMap(({ id }) =>
	LANGUAGES.map((language) => ({
		id,
		language,
		fences: [...readFileSync(`src/lessons/${id}/${language}.md`, 'utf8').matchAll(FENCE)]
	}))
);

/** Blocks of commands behind `$`, each with what it prints. */
const transcripts = lessons.flatMap(({ id, language, fences }) =>
	fences
		.filter(([, , words = '']) => /\btranscript\b/.test(words))
		.map(([, , words = '', text = '']) => ({
			title: `${id} ${language}`,
			api: /\bv1\b/.test(words) ? ('v1' as const) : ('v2' as const),
			text
		}))
);

const V1 = { Authorization: `Basic ${btoa('admin:admin')}`, 'Content-Type': 'application/json' };

/** The requests whose answers the lessons show as JSON, in their order. */
const ASKED: Readonly<
	Record<string, readonly (readonly [api: 'v1' | 'v2', path: string, bodies: string[]])[]>
> = {
	'01-overview': [['v2', '/dags/nightly_sales/dagRuns', ['{"dag_run_id": "moved-script"}']]],
	'02-endpoints': [
		[
			'v1',
			'/dags/nightly_sales/dagRuns',
			['{"dag_run_id": "report-42"}', '{"dag_run_id": "report-42"}']
		],
		['v2', '/dags/nightly_sales/dagRuns', ['{}']]
	]
};

describe('what a lesson shows', () => {
	test.each(transcripts)('is what its commands print: $title', async ({ api, text }) => {
		const { outside, env } = await simulated(api);
		const shell = await createEngine(await import('just-bash/browser'), { outside, env });
		for (const part of text.split(/^\$ /m).slice(1)) {
			const [command = '', ...shown] = part.trimEnd().split('\n');
			let printed = '';
			const { signal } = new AbortController();
			await shell.run(command, (piece) => (printed += piece.text), signal);

			const lines = (text: string) =>
				text
					.trimEnd()
					.split('\n')
					.map((line) => line.trimEnd());
			expect(lines(printed)).toEqual(shown.map((line) => line.trimEnd()));
		}
	});

	test.each(
		lessons.flatMap(({ id, language, fences }) => {
			const blocks = fences.filter(([, name]) => name === 'json');
			return blocks.map(([, , , text = ''], at) => ({ id, language, at, text }));
		})
	)('is what the API answers: $id $language, JSON block $at', async ({ id, at, text }) => {
		const [api, path, bodies] = ASKED[id]?.[at] ?? [];
		if (!api || !bodies) throw new Error(`Which request answers ${text}?`);
		const { outside, env } = await simulated(api);
		const headers =
			api === 'v1' ? V1 : { ...V1, Authorization: `Bearer ${env.AIRFLOW_TOKEN ?? ''}` };
		const url = `http://localhost:8080/api/${api}${path}`;
		let answer = '';
		for (const body of bodies) {
			const asks = { method: 'POST', url, headers: Object.entries(headers), body };
			const given = await outside.exchange(asks);
			answer = given.kind === 'answer' ? given.body : given.why;
		}

		expect(JSON.parse(answer)).toMatchObject(JSON.parse(text) as object);
	});

	test('holds some of both', () => {
		expect(transcripts.length).toBeGreaterThan(0);
	});
});
