import type { Resource } from '#lib/simulator/call.ts';

export const assetEvents = {} satisfies Resource;
