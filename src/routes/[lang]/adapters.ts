import { appendEvent, onProgressChange, readEvents } from '#lib/browser/progress-store.ts';
import { diagnose } from '#lib/browser/diagnose.ts';
import { forgetKept, keep, kept } from '#lib/browser/kept.ts';
import { startWorker, type LabWorker } from '#lib/browser/register.ts';
import { send } from '#lib/browser/send.ts';
import { LabError } from '#lib/lab-error.ts';
import type { ApiDescription } from '#lib/openapi/operation.ts';
import type { PlaygroundPorts } from '#lib/state/playground.svelte.ts';
import type { Progress, ProgressPorts } from '#lib/state/progress.svelte.ts';
import type { ServerPorts, Servers } from '#lib/state/servers.svelte.ts';
import type { OwnServer } from '#lib/state/target.ts';
import type { Theme, ThemeName } from '#lib/state/theme.svelte.ts';

const SERVER_KEY = 'own-server';
/** In localStorage, because the page reads it before its first paint. */
const THEME_KEY = 'windsock-theme';
