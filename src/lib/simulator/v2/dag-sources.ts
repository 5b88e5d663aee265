import type { Resource } from '#lib/simulator/call.ts';

export const dagSources = {} satisfies Resource;
