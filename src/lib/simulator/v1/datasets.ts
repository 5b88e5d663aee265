import type { Resource } from '#lib/simulator/call.ts';

export const datasets = {} satisfies Resource;
