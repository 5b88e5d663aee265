import type { WorldChange } from './world-host.ts';

/** Tells every page of the site, in this tab and others, that a world changed. */
export function announceOn(databaseName: string): (change: WorldChange) => void {
	const channel = new BroadcastChannel(databaseName);
	return (change) => channel.postMessage(change);
}

/** Hears of changes of worlds; gives the way to stop. */
export function hearOn(databaseName: string, tell: (change: WorldChange) => void): () => void {
	const channel = new BroadcastChannel(databaseName);
	channel.onmessage = ({ data }: MessageEvent<WorldChange>) => tell(data);
	return () => channel.close();
}
