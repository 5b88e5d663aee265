import type { Resource } from '#lib/simulator/call.ts';

export const assets = {} satisfies Resource;
