import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `npm run fuzz -- [--runs 100000] [--seed N]`: the wire test with many more requests, and a seed of its own. */
const { values } = parseArgs({
	options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } }
});
const runs = Number(values.runs);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
if (!Number.isSafeInteger(runs) || runs <= 0 || !Number.isSafeInteger(seed)) {
	console.error('npm run fuzz -- [--runs 100000] [--seed N]: both are whole numbers');
	process.exit(2);
}

console.log(`${runs} requests as code, seed ${seed}`);
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/wire/wire.test.ts'], {
	stdio: 'inherit',
	env: { ...process.env, WINDSOCK_WIRE_RUNS: String(runs), WINDSOCK_WIRE_SEED: String(seed) }
});
console.log(
	`seed ${seed}: ${status === 0 ? 'no difference' : 'a difference; --seed shows it again'}`
);
process.exit(status ?? 1);
