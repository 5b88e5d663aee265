import { accessCases } from './cases-access.ts';
import { helpCases } from './cases-help.ts';
import { runCases } from './cases-runs.ts';
import { storeCases } from './cases-stores.ts';
import type { Cases } from './line.ts';

/** Command lines whose output is compared between the real program and ours. */
export const cases: Cases = { ...helpCases, ...accessCases, ...storeCases, ...runCases };
