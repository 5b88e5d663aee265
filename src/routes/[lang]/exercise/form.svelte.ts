import type { Composed } from '#lib/course/composed.ts';
import { GOAL_KINDS, type Goal } from '#lib/course/goals.ts';
import type { WalkStep } from '#lib/course/lesson.ts';

/** The fields of each kind of goal as the form shows them; optional ones end with `?`. */
export const GOAL_FIELDS: Record<Goal['kind'], readonly string[]> = {
	run: ['dag', 'state?', 'id?', 'conf?'],
	task: ['dag', 'task', 'state'],
	paused: ['dag'],
	pool: ['name', 'slots?'],
	variable: ['key', 'value?'],
	connection: ['id', 'host?'],
	'no-run': ['dag', 'state'],
	asked: ['operation', 'status']
};

interface GoalDraft {
	kind: Goal['kind'];
	fields: Record<string, string>;
	is: boolean;
}

/** The exercise being composed: what was typed, complete or not. */
export class ComposeForm {
	api = $state<'v1' | 'v2'>('v2');
	scenario = $state('course');
	title = $state({ ru: '', en: '' });
	task = $state({ ru: '', en: '' });
	hints = $state<{ ru: string; en: string }[]>([]);
	goals = $state<GoalDraft[]>([{ kind: 'run', fields: {}, is: true }]);
	operation = $state('POST /dags/{dag_id}/dagRuns');
	steps = $state<WalkStep[]>([]);

	/** As it would be written; {@link readComposed} says what is missing. */
	get value(): Composed {
		return {
			api: this.api,
			scenario: this.scenario,
			title: { ...this.title },
			task: { ...this.task },
			hints: this.hints.filter(({ ru, en }) => `${ru}${en}` !== '').map((hint) => ({ ...hint })),
			goals: this.goals.map(goalOf),
			start: { operation: this.operation },
			...(this.steps.length > 0 ? { steps: $state.snapshot(this.steps) } : {})
		};
	}

	fill({ api, scenario, title, task, hints, goals, start, steps = [] }: Composed) {
		this.api = api;
		this.scenario = scenario;
		this.title = { ...title };
		this.task = { ...task };
		this.hints = hints.map((hint) => ({ ...hint }));
		this.goals = goals.map(({ kind, ...rest }) => ({
			kind,
			is: 'is' in rest ? rest.is : true,
			fields: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]))
		}));
		this.operation = start.operation;
		this.steps = structuredClone(steps);
	}

	addGoal() {
		this.goals.push({ kind: GOAL_KINDS[0], fields: {}, is: true });
	}

	removeGoal(index: number) {
		this.goals.splice(index, 1);
	}

	addStep(step: WalkStep) {
		this.steps.push(step);
		// The form opens with the first request, whatever it was before.
		if (this.steps.length === 1) this.operation = step.request.operation;
	}

	removeStep(index: number) {
		this.steps.splice(index, 1);
	}

	/** Puts a step one place earlier. */
	raiseStep(index: number) {
		this.steps.splice(index - 1, 0, ...this.steps.splice(index, 1));
	}

	addHint() {
		this.hints.push({ ru: '', en: '' });
	}
}

function goalOf({ kind, fields, is }: GoalDraft): Goal {
	const given = GOAL_FIELDS[kind].flatMap((field) => {
		const name = field.replace('?', '');
		const text = (fields[name] ?? '').trim();
		if (text === '') return [];
		return [[name, ['slots', 'status'].includes(name) ? Number(text) : text] as const];
	});
	return { kind, ...Object.fromEntries(given), ...(kind === 'paused' ? { is } : {}) } as Goal;
}
