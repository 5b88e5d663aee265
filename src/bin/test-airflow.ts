import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CannotRun, ensurePython, install } from './airflow/install.ts';
import { AIRFLOW_HTTP, AIRFLOWCTL, CLIENTS, LINES } from './airflow/line.ts';
import { killAll, show, stopAll } from './airflow/processes.ts';
import { forget, type Server, serve } from './airflow/serve.ts';

// Options: --record writes the real answers down; --keep leaves the last servers up until Ctrl-C;
// --only=cases,page,cli-snippets,course,lesson-blocks,fuzz,clients,cli runs these parts alone.
const PAGE_ORIGIN = 'http://localhost:4173';
const PAGE_TESTS = 'tests/e2e/airflow.config.ts';
// Absolute, since each runner resolves a report's path from a folder of its own.
const reportOf = (part: string) => resolve(`.cache/reports/contract-${part}.json`);
const PAGE_REPORT = resolve('.cache/reports/airflow-page.json');

const PARTS = {
	cases: 'contract: the simulator against Airflow',
	fuzz: 'fuzz: random requests to both',
	clients: 'clients: the official ones against both',
	cli: 'cli: the airflow program of both, against ours',
	course: 'course: exercises judged by real Airflows',
	'lesson-blocks': 'lesson-blocks: what the lessons run, on real Airflows',
	'cli-snippets': 'cli-snippets: generated command lines and DAGs do what their requests do'
};

/** Parts that share a pair of servers, in this order; the next pair starts fresh, for what compares whole lists. */
const PAIRS: readonly (readonly (keyof typeof PARTS | 'page')[])[] = [
	['cases', 'page', 'cli-snippets'],
	['course', 'lesson-blocks'],
	['clients', 'fuzz']
];

interface Counts {
	passed: number;
	failed: number;
}

const wants = (option: string) => process.argv.includes(option);
const homes: string[] = [];

process.on('exit', killAll);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
	process.on(name, () => {
		killAll();
		homes.forEach(forget);
		process.exit(1);
	});

process.exit(await main());

async function main(): Promise<number> {
	try {
		ensurePython();
		// What the compiler's settings extend is made by the first build or check.
		if (!existsSync('.svelte-kit/tsconfig.json'))
			await show(['npx', 'svelte-kit', 'sync'], process.env);
		const counts: Counts[] = [];
		for (const pair of wants('--record') ? [['cases'] as const] : PAIRS.map(chosen)) {
			if (pair.length === 0) continue;
			// What the pair before did must not be in the way, and its processes want the processor.
			await stopAll();
			const servers = await startBoth();
			// One after the other: each would disturb what the next one compares.
			for (const part of pair)
				counts.push(part === 'page' ? await page(servers) : await contract(servers, part));
		}
		if (!wants('--record') && chosen(['cli']).length > 0) {
			// The program works on databases of its own. Beside the cases it would make their servers late.
			if (!wants('--keep')) await stopAll();
			counts.push(await contract([], 'cli'));
		}
		const passed = counts.reduce((sum, count) => sum + count.passed, 0);
		const failed = counts.reduce((sum, count) => sum + count.failed, 0);
		if (wants('--keep')) {
			console.log('The last servers stay up until Ctrl-C.');
			await new Promise(() => setInterval(() => undefined, 60_000));
		}
		await stopAll();
		console.log(`\n${passed} passed, ${failed} failed`);
		return failed > 0 || passed === 0 ? 1 : 0;
	} catch (error) {
		console.error(error instanceof CannotRun ? error.message : error);
		await stopAll();
		console.log('\n0 passed, 1 failed');
		return 1;
	} finally {
		homes.forEach(forget);
	}
}

function chosen<Part extends string>(parts: readonly Part[]): Part[] {
	const only = process.argv.find((word) => word.startsWith('--only='));
	const names = only?.slice('--only='.length).split(',');
	return parts.filter((part) => names === undefined || names.includes(part));
}

// Both at once; a failure waits for the other one, so that nothing is started after the end.
async function startBoth(): Promise<Server[]> {
	const starts = await Promise.allSettled(LINES.map((line) => serve(line, [PAGE_ORIGIN], homes)));
	const failure = starts.find((outcome) => outcome.status === 'rejected');
	if (failure) throw failure.reason;
	return starts.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}

/** Interpreters that have the official clients, and those that have Airflow itself. */
async function installClients(): Promise<Record<string, string>> {
	const pythons = [
		...CLIENTS.map((client) => ({ name: 'CLIENT', line: client })),
		...LINES.map((line) => ({ name: 'AIRFLOW', line }))
	];
	const found = await Promise.all(
		pythons.map(async ({ name, line }) => [
			`${name}_${line.api.toUpperCase()}_PYTHON`,
			join(await install(line), 'python')
		])
	);
	return {
		...(Object.fromEntries(found) as Record<string, string>),
		AIRFLOWCTL: join(await install(AIRFLOWCTL), 'airflowctl')
	};
}

/** Beside the servers' addresses. */
async function needsOf(part: keyof typeof PARTS): Promise<Record<string, string>> {
	if (part === 'clients') return installClients();
	if (part === 'lesson-blocks') {
		const [, three] = LINES;
		// Airflow brings requests with it.
		return three ? { LESSON_PYTHON: join(await install(three), 'python') } : {};
	}
	if (part !== 'cli' && part !== 'cli-snippets') return {};
	const found = await Promise.all(
		LINES.map(async (line) => [
			`AIRFLOW_${line.api.toUpperCase()}_COMMAND`,
			join(await install(line), 'airflow')
		])
	);
	const commands = Object.fromEntries(found) as Record<string, string>;
	if (part === 'cli') return commands;
	return {
		...commands,
		AIRFLOWCTL: join(await install(AIRFLOWCTL), 'airflowctl'),
		DAG_V1_PYTHON: join(dirname(commands.AIRFLOW_V1_COMMAND ?? ''), 'python'),
		DAG_V2_PYTHON: join(await install(AIRFLOW_HTTP), 'python')
	};
}

async function contract(servers: Server[], part: keyof typeof PARTS): Promise<Counts> {
	const more = await needsOf(part);
	return step(
		PARTS[part],
		[
			...['vitest', 'run', '--config', 'tests/contract/vitest.config.ts', '--reporter=dot'],
			...['--reporter=json', `--outputFile.json=${reportOf(part)}`]
		],
		{
			...urls(servers),
			...more,
			WINDSOCK_PART: part,
			...(wants('--record') ? { WINDSOCK_RECORD: '1' } : {})
		},
		reportOf(part),
		(report: { numPassedTests: number; numFailedTests: number }) => ({
			passed: report.numPassedTests,
			failed: report.numFailedTests
		})
	);
}

async function page(servers: Server[]): Promise<Counts> {
	if (!existsSync('build/index.html')) await show(['npm', 'run', 'build'], process.env);
	return step(
		'page: the real page against Airflow',
		['playwright', 'test', '--config', PAGE_TESTS],
		{ ...urls(servers), PAGE_ORIGIN, PLAYWRIGHT_JSON_OUTPUT_NAME: PAGE_REPORT },
		PAGE_REPORT,
		({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
			passed: stats.expected + stats.flaky,
			failed: stats.unexpected
		})
	);
}

function urls(servers: Server[]): Record<string, string> {
	return Object.fromEntries(
		servers.flatMap(({ line, url, home }) => [
			[`AIRFLOW_${line.api.toUpperCase()}_URL`, url],
			[`AIRFLOW_${line.api.toUpperCase()}_HOME`, home]
		])
	);
}

async function step<Report>(
	name: string,
	words: string[],
	env: Record<string, string>,
	reportPath: string,
	count: (report: Report) => Counts
): Promise<Counts> {
	console.log(`\n── ${name}`);
	mkdirSync('.cache/reports', { recursive: true });
	rmSync(reportPath, { force: true });
	const began = Date.now();
	const status = await show(['npx', ...words], { ...process.env, ...env });
	const found = existsSync(reportPath)
		? count(JSON.parse(readFileSync(reportPath, 'utf8')) as Report)
		: { passed: 0, failed: 1 };
	// A step that broke outside its tests has failed, whatever its report says.
	if (status !== 0 && found.failed === 0) found.failed = 1;
	const seconds = Math.round((Date.now() - began) / 1000);
	console.log(`── ${name}: ${found.passed} passed, ${found.failed} failed (${seconds} s)`);
	return found;
}
