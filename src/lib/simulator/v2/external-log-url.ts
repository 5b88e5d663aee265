import type { Resource } from '#lib/simulator/call.ts';

export const externalLogUrl = {} satisfies Resource;
