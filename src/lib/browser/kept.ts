import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { siteBase } from './site.ts';

/** What the learner asked to keep in this browser, by key; undefined when nothing is kept. */
export const kept = <Value>(key: string) => get<Value>(key, settings());

export const keep = (key: string, value: unknown) => set(key, value, settings());

export const forgetKept = (key: string) => del(key, settings());

let store: UseStore | undefined;
const settings = () => (store ??= createStore(`windsock-kept:${siteBase()}/`, 'settings'));
