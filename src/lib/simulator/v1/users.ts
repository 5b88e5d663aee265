import type { Resource } from '#lib/simulator/call.ts';

export const users = {} satisfies Resource;
