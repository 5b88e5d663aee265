import type { Resource } from '#lib/simulator/call.ts';

export const connectionsBulk = {} satisfies Resource;
