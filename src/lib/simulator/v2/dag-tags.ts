import type { Resource } from '#lib/simulator/call.ts';

export const dagTags = {} satisfies Resource;
