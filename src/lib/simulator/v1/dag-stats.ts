import type { Resource } from '#lib/simulator/call.ts';

export const dagStats = {} satisfies Resource;
