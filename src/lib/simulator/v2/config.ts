import type { Resource } from '#lib/simulator/call.ts';

export const config = {} satisfies Resource;
