import type { Resource } from '#lib/simulator/call.ts';

export const variablesBulk = {} satisfies Resource;
