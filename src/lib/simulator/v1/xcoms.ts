import type { Resource } from '#lib/simulator/call.ts';

export const xcoms = {} satisfies Resource;
