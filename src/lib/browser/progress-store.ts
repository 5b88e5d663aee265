import { createStore, set, values } from 'idb-keyval';
import { inOrder, type ProgressEvent } from '#lib/course/progress.ts';
import { siteBase } from './site.ts';

export interface ProgressStore {
	append(event: ProgressEvent): Promise<void>;
	/** Oldest first. */
	read(): Promise<ProgressEvent[]>;
	/** Calls back after an append in any tab, this one included; gives the way to stop. */
	onChange(tell: () => void): () => void;
}

/** One record for each event: an append writes its own key and never a shared one. */
export function openProgress(databaseName: string): ProgressStore {
	const store = createStore(databaseName, 'events');
	const channel = new BroadcastChannel(databaseName);
	return {
		async append(event) {
			await set(event.id, event, store);
			channel.postMessage(event.id);
		},
		read: async () => inOrder(await values<ProgressEvent>(store)),
		onChange(tell) {
			const hearing = new BroadcastChannel(databaseName);
			hearing.onmessage = () => tell();
			return () => hearing.close();
		}
	};
}

let opened: ProgressStore | undefined;
const progress = () => (opened ??= openProgress(`windsock-progress:${siteBase()}/`));

export const appendEvent = (event: ProgressEvent) => progress().append(event);
export const readEvents = () => progress().read();
export const onProgressChange = (tell: () => void) => progress().onChange(tell);
