import { expect, test } from 'vitest';
import { jumped, paced } from './life.ts';
import { live, send, trigger } from './life.fixture.ts';
import { beginWatch, glance, type Watch } from './watch.ts';

const follow = { dagId: 'hello_api', runId: 'watched', intervalMs: 1000, results: [] };

/** A life in which the run to watch has just been triggered. */
function watched() {
	const life = live();
	life.do(trigger('watched'));
	return { life, watch: beginWatch(follow, life.life, life.wallMs) };
}

test('says a line each time the interval has passed, and changes nothing by it', () => {
	const { life, watch } = watched();
	const lines: string[] = [];
	const before = structuredClone(life.life);
	for (let now: Watch | undefined = watch; now;) {
		const { look, next } = glance(life.life, now, life.wallMs);
		if (look && look !== 'gone') lines.push(look.line.trim());
		life.pass(next?.inWallMs ?? 0);
		now = next?.watch;
	}

	expect(lines[0]).toBe('{"state": "running"}');
	expect(lines.at(-1)).toBe('{"state": "success"}');
	expect(lines.length).toBeGreaterThan(3);
	expect(life.life).toEqual(before);
});

test('waits with a clock that stands, and goes on with it', () => {
	const { life, watch } = watched();
	life.do((one, wallMs) => paced(one, 0, wallMs));
	life.pass(3_600_000);

	const { look, next } = glance(life.life, watch, life.wallMs);
	expect(look).toBeUndefined();
	expect(next).toEqual({ watch, inWallMs: 500 });
	life.do((one, wallMs) => paced(one, 100, wallMs));
	life.pass(next?.inWallMs ?? 0);
	expect(glance(life.life, watch, life.wallMs).look).toEqual({
		line: '{"state": "success"}\n',
		isOver: true
	});
});

test('says one line however far time was moved on', () => {
	const { life, watch } = watched();
	life.do((one, wallMs) => jumped(one, 86_400_000, wallMs));

	expect(glance(life.life, watch, life.wallMs)).toEqual({
		look: { line: '{"state": "success"}\n', isOver: true }
	});
});

test('ends when the run is deleted', () => {
	const { life, watch } = watched();
	life.do(send('DELETE', '/dags/hello_api/dagRuns/watched'));
	life.pass(1000);

	expect(glance(life.life, watch, life.wallMs)).toEqual({ look: 'gone' });
});
