import { known, type Exercise, type RequestStep } from '#lib/course/lesson.ts';
import { inWorld } from '#lib/course/run-name.ts';
import type { Beginning } from '#lib/browser/world-steps.ts';
import { createEngine } from '#lib/runtimes/shell/engine.ts';
import type { Control } from '#lib/simulator/timeline/deed.ts';
import type { World } from '#lib/simulator/world.ts';
import { airflow2Cli, airflow3Cli, airflowctlCli } from '#lib/snippets/airflow-cli.ts';
import { curl } from '#lib/snippets/curl.ts';
import { pythonRequests } from '#lib/snippets/python-requests.ts';
import { URL } from './asked-for.ts';
import type { PythonHere } from './python-here.ts';
import { simulated } from './simulated.ts';
import { stepCode, stepRequest } from './step-code.ts';

/** One way to do what a solution does, in a world of its own. */
export interface Way {
	/** Does a step as this caller; false where this way has no words for it. */
	take(step: RequestStep, caller: Login | undefined): Promise<boolean>;
	control(what: Control): Promise<void> | void;
	wait(ms: number): Promise<void> | void;
	world(): Promise<World> | World;
}

/** Whom a step is taken as; absent = nobody, or a header that the step spells out. */
interface Login {
	name: string;
	password: string;
	/** The kept token is of no use. */
	isAnew: boolean;
}

/** Plays a solution by one way, with the pauses of a rehearsal. Gives the steps that this way cannot take. */
export async function playBy(way: Way, { solution }: Exercise): Promise<string[]> {
	const missing: string[] = [];
	for (const written of solution) {
		const step = inWorld(written, await way.world());
		await way.wait(1000);
		if ('control' in step) await way.control(step.control);
		else if (!(await way.take(step, callerOf(step)))) missing.push(step.operation);
		if (step.thenWaitMs !== undefined) await way.wait(step.thenWaitMs);
	}
	return missing;
}

function callerOf({ as = known('admin'), operation, logsInAgain }: RequestStep) {
	if (as === 'nobody' || 'authorization' in as || operation.includes(' /auth/')) return undefined;
	return { ...as, isAnew: logsInAgain === true };
}

/** The request as the form sends it. */
export async function byForm(exercise: Exercise, bornMs: number): Promise<Way> {
	const {
		outside,
		control,
		now: world
	} = await simulated(exercise.api, {
		bornMs,
		beginning: of(exercise)
	});
	const signal = new AbortController().signal;
	const tokens = keptTokens(async (body) => {
		const headers = [['Content-Type', 'application/json']] as const;
		const asks = { method: 'POST', url: `${URL}/auth/token`, headers: [...headers], body };
		const answer = await outside.exchange(asks);
		return answer.kind === 'answer' ? tokenIn(answer.body) : '';
	});
	return {
		async take(step, caller) {
			const request = stepRequest(exercise, step);
			const signed = caller && (await authorization(exercise, caller, tokens));
			const headers = [...request.headers, ...(signed ? [['Authorization', signed] as const] : [])];
			await outside.exchange({ ...request, headers });
			return true;
		},
		control,
		wait: (ms) => outside.sleep(ms, signal),
		world
	};
}

/** curl, as the page writes it, in the page's shell. */
export async function byCurl(exercise: Exercise, bornMs: number): Promise<Way> {
	const { type, ...way } = await shellWay(exercise, bornMs);
	const tokens = keptTokens(async (body) =>
		tokenIn(await type(`curl -s --json '${body}' ${URL}/auth/token`))
	);
	return {
		...way,
		async take(step, caller) {
			const code = stepCode(exercise, step, curl);
			if (code === undefined) return false;
			const variables = await secrets(exercise, step, caller, tokens);
			for (const [name, value] of Object.entries(variables))
				await type(`export ${name}='${value}'`);
			await type(code);
			return true;
		}
	};
}

/** `requests`, as the page writes it, in the page's Python: each step is a program. */
export function byPython(exercise: Exercise, bornMs: number, python: PythonHere): Way {
	python.begin(of(exercise), bornMs);
	const tokens = keptTokens(async (body) => {
		const asks = `requests.post('${URL}/auth/token', json=${body})`;
		return tokenIn(await python.go(`import requests\nprint(${asks}.text)`, {}));
	});
	return {
		async take(step, caller) {
			const code = stepCode(exercise, step, pythonRequests);
			if (code === undefined) return false;
			await python.go(code, await secrets(exercise, step, caller, tokens));
			return true;
		},
		control: python.control,
		wait: python.wait,
		world: python.now
	};
}

/** `airflow` on the machine of the scheduler, which asks nobody who he is. */
export async function byAirflow(exercise: Exercise, bornMs: number): Promise<Way> {
	const { type, ...way } = await shellWay(exercise, bornMs);
	const target = exercise.api === 'v1' ? airflow2Cli : airflow3Cli;
	return {
		...way,
		async take(step) {
			const code = stepCode(exercise, step, target);
			if (code !== undefined) await type(code);
			return code !== undefined;
		}
	};
}

/** `airflowctl`, logged in as whoever takes the step. */
export async function byAirflowctl(exercise: Exercise, bornMs: number): Promise<Way> {
	const { type, ...way } = await shellWay(exercise, bornMs);
	let present = '';
	return {
		...way,
		async take(step, caller) {
			const code = caller && stepCode(exercise, step, airflowctlCli);
			if (!caller || code === undefined) return false;
			const login = loginLine(caller);
			if (present !== login || caller.isAnew) await type(login);
			present = login;
			await type(code);
			return true;
		}
	};
}

/** The exercise's world once these lines were typed; `airflowctl` is logged in as admin. */
export async function worldAfter(
	lines: readonly string[],
	exercise: Exercise,
	bornMs: number
): Promise<World> {
	const { type, world } = await shellWay(exercise, bornMs);
	const admin = { name: 'admin', password: 'admin' };
	if (lines.some((line) => line.startsWith('airflowctl '))) await type(loginLine(admin));
	for (const line of lines) await type(line);
	return world();
}

const loginLine = ({ name, password }: Pick<Login, 'name' | 'password'>) =>
	`airflowctl auth login --api-url ${URL} --username '${name}' --password '${password}'`;

const of = ({ scenario, cfg }: Exercise): Beginning => ({
	scenario,
	...(cfg === undefined ? {} : { cfg })
});

async function shellWay(exercise: Exercise, bornMs: number) {
	const {
		outside,
		control,
		now: world
	} = await simulated(exercise.api, {
		bornMs,
		beginning: of(exercise)
	});
	const shell = await createEngine(await import('just-bash/browser'), { outside, env: {} });
	const { signal } = new AbortController();
	const type = async (line: string) => {
		let printed = '';
		await shell.run(line, ({ to, text }) => void (printed += to === 'out' ? text : ''), signal);
		return printed;
	};
	return {
		type,
		control,
		wait: async (ms: number) => void (await type(`sleep ${ms / 1000}`)),
		world
	};
}

type Tokens = (caller: Login) => Promise<string>;

function keptTokens(logIn: (body: string) => Promise<string>): Tokens {
	const kept = new Map<string, string>();
	return async ({ name, password, isAnew }) => {
		const known = isAnew ? undefined : kept.get(name);
		const token = known ?? (await logIn(JSON.stringify({ username: name, password })));
		kept.set(name, token);
		return token;
	};
}

function tokenIn(answer: string): string {
	return (JSON.parse(answer) as { access_token?: string }).access_token ?? '';
}

async function authorization({ api }: Exercise, caller: Login, tokens: Tokens): Promise<string> {
	if (api === 'v2') return `Bearer ${await tokens(caller)}`;
	return `Basic ${btoa(`${caller.name}:${caller.password}`)}`;
}

/** The variables that a snippet reads. */
async function secrets(
	{ api }: Exercise,
	{ as }: RequestStep,
	caller: Login | undefined,
	tokens: Tokens
): Promise<Record<string, string>> {
	if (typeof as === 'object' && 'authorization' in as)
		return { AIRFLOW_AUTHORIZATION: as.authorization };
	if (!caller) return {};
	return api === 'v1'
		? { AIRFLOW_PASSWORD: caller.password }
		: { AIRFLOW_TOKEN: await tokens(caller) };
}
