import type { Resource } from '#lib/simulator/call.ts';

export const assetStates = {} satisfies Resource;
