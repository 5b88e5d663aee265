import type { Resource } from '#lib/simulator/call.ts';

export const connectionTests = {} satisfies Resource;
