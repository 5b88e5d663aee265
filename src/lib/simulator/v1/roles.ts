import type { Resource } from '#lib/simulator/call.ts';

export const roles = {} satisfies Resource;
