import { createContext } from 'svelte';
import type { Speech } from '#lib/state/language.svelte.ts';
import type { Playground } from '#lib/state/playground.svelte.ts';
import type { Progress } from '#lib/state/progress.svelte.ts';
import type { Theme } from '#lib/state/theme.svelte.ts';
import type { Lab } from './lab.ts';

/** What +layout.svelte builds once and every page may ask for. */
export const [getSpeech, setSpeech] = createContext<Speech>();
export const [getPlayground, setPlayground] = createContext<Playground>();
export const [getProgress, setProgress] = createContext<Progress>();
export const [getTheme, setTheme] = createContext<Theme>();
export const [getLab, setLab] = createContext<Lab>();
/** What ids on the page end with, where it has several request forms; empty where it has one. See mark.ts. */
export const [getMark, setMark] = createContext<string>();
