import type { Resource } from '#lib/simulator/call.ts';

export const dagRunsBulk = {} satisfies Resource;
