import type { Control } from '#lib/simulator/timeline/deed.ts';
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

/** One step of a solution or of a named wrong answer. */
export type SolutionStep = RequestStep | MachineStep;

/** A request against the exercise's world. */
export interface RequestStep {
	/** `POST /dags/{dag_id}/dagRuns`, below the exercise's API; `POST /auth/token` stands beside it. */
	operation: string;
	/** A run that is named by its day is named by `latestRunOf`. */
	path?: Record<string, string>;
	query?: Record<string, string>;
	body?: unknown;
	/** `application/json` when left out. */
	contentType?: string;
	/** Whose credentials go with it; admin's when left out. A token is kept from step to step. */
	as?: Caller;
	/** Fetches the caller's token anew, where the kept one is of no use. */
	logsInAgain?: true;
	/** Let this much virtual time pass afterwards. */
	thenWaitMs?: number;
}

/** A change of the machine that Airflow runs on. */
export interface MachineStep {
	control: Control;
	thenWaitMs?: number;
}

/** A name and password of the exercise's world, nobody, or a header word for word. */
export type Caller = { name: string; password: string } | 'nobody' | { authorization: string };

/** Those that every scenario has; the password is the name. */
export const known = (name: 'admin' | 'op' | 'user' | 'viewer'): Caller => ({
	name,
	password: name
});

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
	/** What airflow.cfg holds when the world begins; nothing when left out. */
	cfg?: string;
	/** Operations to choose from besides those of the solution and of the wrong answers. */
	operations?: readonly string[];
	/** What is asked for is a fact of the simulated Airflow, its version for one: another one's is another. */
	isAboutSimulator?: true;
	/** What the lab puts at hand besides the request. */
	tools?: readonly ('cfg' | 'caller')[];
	api: 'v1' | 'v2';
	/**
	 * Programs that solve it, as form, curl and Python do: by the commands of the solution's own requests, or by these
	 * lines. One that is left out cannot.
	 */
	programs?: Partial<Record<Program, 'its-commands' | readonly string[]>>;
	title: InBoth;
	task: InBoth;
	hints: InBoth[];
	/** How much is given; `free` when left out. */
	kind?: ExerciseKind;
	/** What the form opens with: an operation, and whatever of its request is given. */
	start: GivenRequest;
	/** Requests of a guided walk, one after the other; only exercises made without code have them. */
	walk?: readonly WalkStep[];
	checks: Check[];
	solution: SolutionStep[];
	/** Why it is solved so; shown with the solution. */
	reasons?: InBoth;
	wrong: WrongAnswer[];
	/** The same in the other API, where that makes sense. */
	twin?: Twin;
	/** Made from a twin: the exercise is not in the API it was written for. */
	isTwin?: true;
}

/**
 * What an exercise does differently in the other API; all else is shared, its id and the checks above all. Whoever
 * solved either has solved the exercise.
 */
export interface Twin extends Partial<
	Pick<
		Exercise,
		'task' | 'start' | 'operations' | 'cfg' | 'programs' | 'checks' | 'solution' | 'reasons'
	>
> {
	/** By place; those that are left out are shared. */
	hints?: Readonly<Record<number, InBoth>>;
	/** How a shared request is put in the other API; word for word when left out. */
	step?(step: RequestStep): RequestStep;
	/**
	 * By name. What is not there is shared, its steps through `step`; null = nobody can go wrong like that in the
	 * other API. A name of its own needs all three.
	 */
	wrong?: Record<string, Partial<Omit<WrongAnswer, 'name'>> | null>;
}

/** What takes commands rather than requests. */
export type Program = 'airflow' | 'airflowctl';

/**
 * `worked`: the whole request is there, to be sent and understood; `faded`: parts are left out; `free`: only the
 * task; `fault`: what is given fails and is to be mended; `open`: any way that leads to the world described.
 */
export type ExerciseKind = 'worked' | 'faded' | 'free' | 'fault' | 'open';

/** A request to be opened in the form and sent, and what it is for. */
export interface WalkStep {
	/** Empty in both languages where the request speaks for itself. */
	says: InBoth;
	request: GivenRequest;
}

export interface GivenRequest {
	operation: string;
	path?: Record<string, string>;
	query?: Record<string, string[]>;
	/** The text as the learner finds it, faults and all. */
	body?: string;
}

/** Something to recall, not to look up; it comes back after one, three and seven days. */
export interface Question {
	/** Stable for ever, as an exercise's. */
	id: string;
	asks: InBoth;
	/** Two to five, in the order shown; at least one is right. */
	answers: Answer[];
}

export interface Answer {
	says: InBoth;
	isRight?: true;
	/** Why it is right or wrong, shown once it is chosen. */
	because: InBoth;
}

export interface Lesson {
	/** `01-overview` */
	id: string;
	/** `14.01` */
	number: string;
	title: InBoth;
	minutes: number;
	/** What one should know before: nothing, some HTTP, some programming. */
	level: 'start' | 'http' | 'code';
	/** Subjects, in Airflow's and HTTP's own words. */
	tags: readonly string[];
	exercises: Exercise[];
	/** Asked at the end, and again on later days. */
	questions?: Question[];
}

/** What the lab offers to send: where it opens, then what the solution and the wrong answers take. */
export function operationsOf({ start, solution, wrong, operations = [] }: Exercise): string[] {
	const steps = [...solution, ...wrong.flatMap((answer) => answer.steps)];
	const taken = steps.flatMap((step) => ('operation' in step ? [step.operation] : []));
	return [...new Set([start.operation, ...taken, ...operations])];
}
