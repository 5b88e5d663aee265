import type { Resource } from '#lib/simulator/call.ts';

export const connections = {} satisfies Resource;
