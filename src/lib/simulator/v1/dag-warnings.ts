import type { Resource } from '#lib/simulator/call.ts';

export const dagWarnings = {} satisfies Resource;
