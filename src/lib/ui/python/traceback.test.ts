import { expect, test } from 'vitest';
import { partsOf } from './traceback.ts';

const TRACEBACK = `Traceback (most recent call last):
  File "/home/learner/main.py", line 12, in <module>
    response.raise_for_status()
  File "/lib/python3.14/site-packages/requests/models.py", line 1026, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 404 Client Error
`;

test("a traceback's lines of the learner's program are told from those of the libraries", () => {
	const parts = partsOf({ to: 'err', text: TRACEBACK });

	expect(parts.filter(({ line }) => line !== undefined)).toEqual([
		{ text: 'File "/home/learner/main.py", line 12', line: 12 }
	]);
	expect(parts.map(({ text }) => text).join('')).toBe(TRACEBACK);
});

test('what a program prints is never a mention', () => {
	expect(partsOf({ to: 'out', text: TRACEBACK })).toEqual([{ text: TRACEBACK }]);
});
