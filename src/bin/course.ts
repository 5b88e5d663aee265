import { readFileSync } from 'node:fs';
import { blocksThatRun } from '#lib/course/blocks.ts';
import { lessonSections, wordCount } from '#lib/course/lesson-text.ts';
import { apisOf } from '#lib/course/twin.ts';
import { terms } from '#lessons/glossary/terms.ts';
import { syllabus } from '#lessons/syllabus.ts';
import { symptoms } from '#lessons/troubleshooting/symptoms.ts';

const LANGUAGES = ['ru', 'en'] as const;

const lessons = syllabus
	.filter(({ isReady }) => isReady)
	.flatMap(({ id, number, exercises, questions = [] }) =>
		LANGUAGES.map((language) => {
			const markdown = readFileSync(`src/lessons/${id}/${language}.md`, 'utf8');
			return {
				lesson: id,
				number,
				language,
				sections: lessonSections(markdown).filter(({ heading }) => heading !== '').length,
				runnableBlocks: blocksThatRun(markdown).length,
				exercises: exercises.length,
				exercisesInV1: exercises.filter((one) => apisOf(one).includes('v1')).length,
				exercisesInV2: exercises.filter((one) => apisOf(one).includes('v2')).length,
				exercisesInBoth: exercises.filter((one) => apisOf(one).length === 2).length,
				wrongAnswers: exercises.flatMap(({ wrong }) => wrong).length,
				questions: questions.length,
				words: wordCount(markdown)
			};
		})
	);
const counts = { lessons, glossaryTerms: terms.length, troubleshootingEntries: symptoms.length };

// `npm run -s course -- --json` for programs, without it for people.
if (process.argv.includes('--json')) console.log(JSON.stringify(counts, undefined, 2));
else {
	console.table(lessons);
	console.log(
		`${counts.glossaryTerms} glossary terms, ${counts.troubleshootingEntries} troubleshooting entries`
	);
}
