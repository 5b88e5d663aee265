import type { Resource } from '#lib/simulator/call.ts';

export const queuedEvents = {} satisfies Resource;
