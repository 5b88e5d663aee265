import type { Resource } from '#lib/simulator/call.ts';

export const mappedTasks = {} satisfies Resource;
