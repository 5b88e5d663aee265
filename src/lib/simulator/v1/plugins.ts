import type { Resource } from '#lib/simulator/call.ts';

export const plugins = {} satisfies Resource;
