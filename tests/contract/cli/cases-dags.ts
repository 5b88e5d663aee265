import type { Cases } from './line.ts';

/** DAGs, their runs and tasks. */
export const dagCases: Cases = {};
