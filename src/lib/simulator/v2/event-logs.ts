import type { Resource } from '#lib/simulator/call.ts';

export const eventLogs = {} satisfies Resource;
