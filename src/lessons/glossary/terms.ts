import { callTerms } from './calls.ts';
import { runTerms } from './runs.ts';
import { thingTerms } from './things.ts';

/** Every term of the glossary; each page sorts them in its own language. */
export const terms = [...runTerms, ...thingTerms, ...callTerms];
