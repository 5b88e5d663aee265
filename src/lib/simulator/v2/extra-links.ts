import type { Resource } from '#lib/simulator/call.ts';

export const extraLinks = {} satisfies Resource;
