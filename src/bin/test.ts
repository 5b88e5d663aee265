import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

interface Counts {
	passed: number;
	failed: number;
}

const REPORTS = '.cache/reports';
const UNIT = `${REPORTS}/unit.json`;
const E2E = `${REPORTS}/e2e.json`;

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

// Every step runs, also after one that failed: the first report says all there is to mend.
const counts = [
	step('types', ['npm', 'run', '--silent', 'check']),
	step('lint', ['npm', 'run', '--silent', 'lint']),
	step(
		'unit',
		['npx', 'vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${UNIT}`],
		unit
	),
	step('build', ['npm', 'run', '--silent', 'build']),
	step('e2e', ['npm', 'run', '--silent', 'test:e2e'], e2e)
];

const passed = sum(counts.map((count) => count.passed));
const failed = sum(counts.map((count) => count.failed));
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function step(name: string, command: string[], count?: () => Counts): Counts {
	console.log(`\n── ${name}`);
	const [program = '', ...words] = command;
	const started = Date.now();
	const { status } = spawnSync(program, words, {
		stdio: 'inherit',
		env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: E2E }
	});
	const isOk = status === 0;
	const found = count?.() ?? { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1 };
	// A step that broke before its report was written has failed, whatever the report says.
	if (!isOk && found.failed === 0) found.failed = 1;
	console.log(
		`── ${name}: ${found.passed} passed, ${found.failed} failed (${Math.round((Date.now() - started) / 1000)} s)`
	);
	return found;
}

function unit(): Counts {
	if (!existsSync(UNIT)) return { passed: 0, failed: 1 };
	const report = JSON.parse(readFileSync(UNIT, 'utf8')) as {
		numPassedTests: number;
		numFailedTests: number;
	};
	return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function e2e(): Counts {
	if (!existsSync(E2E)) return { passed: 0, failed: 1 };
	const { stats } = JSON.parse(readFileSync(E2E, 'utf8')) as {
		stats: { expected: number; unexpected: number; flaky: number };
	};
	return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
