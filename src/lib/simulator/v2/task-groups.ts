import type { Resource } from '#lib/simulator/call.ts';

export const taskGroups = {} satisfies Resource;
