import type { Resource } from '#lib/simulator/call.ts';

export const importErrors = {} satisfies Resource;
