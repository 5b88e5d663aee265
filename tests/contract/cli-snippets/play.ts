import { readFileSync } from 'node:fs';
import { differences, normalise, type Answer } from '#contract/compare.ts';
import { describe } from '#lib/openapi/describe.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import type { HttpRequest, RequestDraft } from '#lib/request/draft.ts';
import {
	plainOptions,
	type Snippet,
	type SnippetInput,
	type SnippetTarget
} from '#lib/snippets/target.ts';
import { step as asked, type Case, type Step } from './case.ts';
import type { Machine, Printed } from './machine.ts';

const APIS = {
	v1: describe(JSON.parse(readFileSync('static/openapi/airflow-2.11.2.json', 'utf8'))),
	v2: describe(JSON.parse(readFileSync('static/openapi/airflow-3.3.2.json', 'utf8')))
};

/** What came of both turns of a case. */
export interface Outcome {
	snippet: Snippet;
	printed: Printed;
	/** What the request does and the command does not, or the other way round; empty when they do the same. */
	differences: string[];
	/** What the request answered and the command did not print. */
	unprinted: string[];
}

/** Sends the request in one turn, runs its command in another, and compares what is then there. */
export async function play(one: Case, target: SnippetTarget, machine: Machine): Promise<Outcome> {
	const nonce = Math.floor(Math.random() * 1e8);
	const turns = [
		{ own: `cs_${nonce}_r`, day: '2026-01-05' },
		{ own: `cs_${nonce}_c`, day: '2026-01-06' }
	] as const;
	const views: Answer[][] = [];
	let answer: unknown;
	let ran: { snippet: Snippet; printed: Printed } | undefined;
	for (const turn of turns) {
		const filled = (step: Step) => fill(step, turn, machine);
		try {
			for (const step of one.before ?? []) await send(machine, await filled(step));
			if (turn === turns[0]) answer = await send(machine, await filled(one.request));
			else ran = await runCommand(await filled(one.request), target, machine);
			const view: Answer[] = [];
			for (const step of one.shows ?? [])
				view.push(await look(machine, await filled(step), turn, one));
			views.push(view);
		} finally {
			for (const step of one.after ?? []) await send(machine, await filled(step));
		}
	}
	const [wanted = [], came = []] = views;
	const { snippet, printed } = ran ?? { snippet: undefined as never, printed: undefined as never };
	const words = one.prints?.(answer as never) ?? [];
	return {
		snippet,
		printed,
		differences: wanted.flatMap((view, at) => differences(view, came[at] as Answer)),
		unprinted: words.map(String).filter((word) => !printed.stdout.includes(word))
	};
}

async function runCommand(step: Step, target: SnippetTarget, machine: Machine) {
	const snippet = target.generate(inputOf(machine, step));
	if (!snippet.available)
		throw new Error(
			`There is no command for ${step.operation}: ${JSON.stringify(snippet.warnings)}`
		);
	return { snippet, printed: await machine.run(snippet.code) };
}

interface Turn {
	own: string;
	day: string;
}

async function fill(step: Step, { own, day }: Turn, machine: Machine): Promise<Step> {
	const text = JSON.stringify(step).replaceAll('OWN', own).replaceAll('DAY', day);
	const filled = JSON.parse(text) as Step;
	if (!text.includes('BACKFILL')) return filled;
	const newest = asked('GET /backfills', {
		query: { dag_id: ['nightly_sales'], order_by: ['-id'] }
	});
	const { backfills } = (await send(machine, newest)) as {
		backfills: { id: number }[];
	};
	return JSON.parse(text.replaceAll('BACKFILL', String(backfills[0]?.id))) as Step;
}

/** What a target gets for a step. */
export function inputOf({ url, api }: Machine, step: Step): SnippetInput {
	const { operation: key, path = {}, query = {}, body } = step;
	const operation = APIS[api].operations.find((one) => one.key === key);
	if (!operation) throw new Error(`No such operation: ${key}`);
	const draft: RequestDraft = { operation: key, path, query, headers: {} };
	if (body !== undefined) draft.body = JSON.stringify(body);
	const request = encodeRequest(operation, draft, url);
	return { operation, draft, request, auth: { kind: 'none' }, api, options: plainOptions };
}

/** Sends a step's request, and gives what the answer holds. @throws when it is refused and must not be */
export async function send(machine: Machine, step: Step): Promise<unknown> {
	const response = await ask(machine, inputOf(machine, step).request);
	const text = await response.text();
	if (!response.ok && !step.mayFail)
		throw new Error(`${step.operation} ${JSON.stringify(step)}: ${response.status} ${text}`);
	return response.ok && text !== '' ? JSON.parse(text) : undefined;
}

async function look(machine: Machine, step: Step, turn: Turn, one: Case): Promise<Answer> {
	const response = await ask(machine, inputOf(machine, step).request);
	const text = (await response.text()).replaceAll(turn.own, '<own>').replaceAll(turn.day, '<day>');
	const type = response.headers.get('content-type') ?? '';
	const answer = normalise({ status: response.status, type, text });
	const unlike = [...(one.forgets ?? []), ...Object.values(one.admits ?? {}).flat()];
	return { ...answer, body: without(answer.body, new Set(unlike)) };
}

function without(value: unknown, keys: ReadonlySet<string>): unknown {
	if (Array.isArray(value)) return value.map((item) => without(item, keys));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !keys.has(key))
			.map(([key, inner]) => [key, without(inner, keys)])
	);
}

async function ask(machine: Machine, { method, url, headers, body }: HttpRequest) {
	return fetch(url, {
		method,
		headers: [
			...headers.map(([name, value]): [string, string] => [name, value]),
			['Authorization', await machine.authorization()],
			['Connection', 'close']
		],
		...(body === undefined ? {} : { body })
	});
}
