import type { Resource } from '#lib/simulator/call.ts';

export const dagVersions = {} satisfies Resource;
