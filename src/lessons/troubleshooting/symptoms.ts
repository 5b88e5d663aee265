import type { Symptom } from '#lib/course/symptom.ts';
import { answers } from './answers.ts';
import { clear } from './clear.ts';
import { login } from './login.ts';
import { reach } from './reach.ts';
import { requests } from './requests.ts';
import { rights } from './rights.ts';
import { runs } from './runs.ts';

/** Every trouble, topic by topic. */
export const symptoms: readonly Symptom[] = [
	...login,
	...rights,
	...reach,
	...runs,
	...clear,
	...requests,
	...answers
];
