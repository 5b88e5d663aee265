import type { Lesson } from '#lib/course/lesson.ts';
import { overviewExercises } from './01-overview/exercises.ts';
import { overviewQuestions } from './01-overview/questions.ts';
import { endpointsExercises } from './02-endpoints/exercises.ts';
import { endpointsQuestions } from './02-endpoints/questions.ts';
import { authenticationExercises } from './03-authentication/exercises.ts';
import { authenticationQuestions } from './03-authentication/questions.ts';
import { patternsExercises } from './04-automation-patterns/exercises.ts';
import { patternsQuestions } from './04-automation-patterns/questions.ts';
import { cliExercises } from './05-cli/exercises.ts';
import { cliQuestions } from './05-cli/questions.ts';
import { programmaticExercises } from './06-programmatic-access/exercises.ts';
import { programmaticQuestions } from './06-programmatic-access/questions.ts';

/** The module's lessons in order. A lesson without `isReady` is announced, not linked. */
export const syllabus: readonly (Lesson & { isReady: boolean })[] = [
	{
		id: '01-overview',
		number: '14.01',
		title: { ru: 'REST API и CLI: обзор', en: 'REST API and CLI: an overview' },
		minutes: 15,
		level: 'start',
		tags: ['REST API', 'OpenAPI', 'v1', 'v2', 'CLI'],
		exercises: overviewExercises,
		questions: overviewQuestions,
		isReady: true
	},
	{
		id: '02-endpoints',
		number: '14.02',
		title: { ru: 'Ресурсы REST API', en: 'The resources of the REST API' },
		minutes: 15,
		level: 'http',
		tags: ['dagRuns', 'taskInstances', 'clear', 'update_mask', 'order_by'],
		exercises: endpointsExercises,
		questions: endpointsQuestions,
		isReady: true
	},
	{
		id: '03-authentication',
		number: '14.03',
		title: { ru: 'Аутентификация и права', en: 'Authentication and permissions' },
		minutes: 15,
		level: 'http',
		tags: ['auth_backends', 'JWT', '401', '403', 'CORS'],
		exercises: authenticationExercises,
		questions: authenticationQuestions,
		isReady: true
	},
	{
		id: '04-automation-patterns',
		number: '14.04',
		title: { ru: 'Приёмы автоматизации', en: 'Automation patterns' },
		minutes: 15,
		level: 'http',
		tags: ['polling', '409', 'backfill', 'retry', 'CI/CD'],
		exercises: patternsExercises,
		questions: patternsQuestions,
		isReady: true
	},
	{
		id: '05-cli',
		number: '14.05',
		title: { ru: 'Командная строка', en: 'The command line' },
		minutes: 15,
		level: 'start',
		tags: ['airflow', 'airflowctl', 'exit code', 'output'],
		exercises: cliExercises,
		questions: cliQuestions,
		isReady: true
	},
	{
		id: '06-programmatic-access',
		number: '14.06',
		title: { ru: 'Доступ из программы', en: 'Programmatic access' },
		minutes: 15,
		level: 'code',
		tags: ['requests', 'apache-airflow-client', 'retry', 'operators'],
		exercises: programmaticExercises,
		questions: programmaticQuestions,
		isReady: true
	}
];
