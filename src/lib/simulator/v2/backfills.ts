import type { Resource } from '#lib/simulator/call.ts';

export const backfills = {} satisfies Resource;
