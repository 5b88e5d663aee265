import type { World } from '#lib/simulator/world.ts';

export type Language = 'ru' | 'en';
export type InBoth = Record<Language, string>;

/** What a check may look at. The world's journal is in the world. */
export interface CheckInput {
	world: World;
}

export interface Check {
	/** Says what must be true, as a sentence for the learner. */
	says: InBoth;
	passes(input: CheckInput): boolean;
}

/** One step of a solution or of a named wrong answer: a request against the exercise's world. */
export interface SolutionStep {
	/** `v1 POST /dags/{dag_id}/dagRuns` without the api is the exercise's own api. */
	operation: string;
	path?: Record<string, string>;
	query?: Record<string, string>;
	body?: unknown;
	/** Let this much virtual time pass afterwards. */
	thenWaitMs?: number;
}

export interface WrongAnswer {
	name: string;
	steps: SolutionStep[];
	/** What to tell a learner who did this. */
	says: InBoth;
	/** True when the world shows this mistake. */
	matches(input: CheckInput): boolean;
}

export interface Exercise {
	/** Stable for ever: never an index, a locale or a title. */
	id: string;
	/** The exercise's own world: `<site>/airflow/<world>/`. */
	world: string;
	scenario: string;
	api: 'v1' | 'v2';
	title: InBoth;
	task: InBoth;
	hints: InBoth[];
	/** The operation the playground opens with. */
	start: { operation: string };
	checks: Check[];
	solution: SolutionStep[];
	wrong: WrongAnswer[];
}

export interface Lesson {
	/** `01-overview` */
	id: string;
	/** `14.01` */
	number: string;
	title: InBoth;
	minutes: number;
	exercises: Exercise[];
}
