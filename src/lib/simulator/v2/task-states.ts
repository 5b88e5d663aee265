import type { Resource } from '#lib/simulator/call.ts';

export const taskStates = {} satisfies Resource;
