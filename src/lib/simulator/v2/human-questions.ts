import type { Resource } from '#lib/simulator/call.ts';

export const humanQuestions = {} satisfies Resource;
