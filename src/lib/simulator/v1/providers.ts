import type { Resource } from '#lib/simulator/call.ts';

export const providers = {} satisfies Resource;
