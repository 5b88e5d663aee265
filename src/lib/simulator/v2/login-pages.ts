import type { Resource } from '#lib/simulator/call.ts';

export const loginPages = {} satisfies Resource;
