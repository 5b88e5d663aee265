import type { Resource } from '#lib/simulator/call.ts';

export const taskInstancesBulk = {} satisfies Resource;
