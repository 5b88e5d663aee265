import type { Resource } from '#lib/simulator/call.ts';

export const jobs = {} satisfies Resource;
