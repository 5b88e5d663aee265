import { resolve } from '$app/paths';
import { diagnose } from '#lib/browser/diagnose.ts';
import { forgetKept, keep, kept } from '#lib/browser/kept.ts';
import { appendEvent, onProgressChange, readEvents } from '#lib/browser/progress-store.ts';
import { startWorker, type LabWorker } from '#lib/browser/register.ts';
import { send } from '#lib/browser/send.ts';
import { siteBase } from '#lib/browser/site.ts';
import { openWorlds, type Worlds } from '#lib/browser/worlds.ts';
import { LabError } from '#lib/lab-error.ts';
import type { ApiDescription } from '#lib/openapi/operation.ts';
import type { Playground } from '#lib/state/playground.svelte.ts';
import type { Progress, ProgressPorts } from '#lib/state/progress.svelte.ts';
import type { Servers } from '#lib/state/servers.svelte.ts';
import type { OwnServer } from '#lib/state/target.ts';
import type { Theme, ThemeName } from '#lib/state/theme.svelte.ts';
import type { Lab, LessonNote } from '#lib/ui/lab.ts';
import { onePython, type OpenPython } from './one-python.ts';
import { oneShell, type ShellFor } from './one-shell.ts';
import { outsideOf } from './programs.ts';

const SERVER_KEY = 'own-server';
const CODE_KEY = 'code-target';
const FILES_KEY = 'python-files';
const SHELL_FILES_KEY = 'shell-files';
/** In localStorage, because app.html's page reads it before its first paint. */
const THEME_KEY = 'windsock-theme';

interface Parts {
	servers: Servers;
	playground: Playground;
	progress: Progress;
	theme: Theme;
	onUpdateReady: () => void;
}

/** Ties the state to the browser. Safe to build while prerendering: nothing is touched before it is asked for. */
export function adapters() {
	let worlds: Worlds | undefined;
	let worker: LabWorker | undefined;
	const opened = () => (worlds ??= openWorlds());
	const python = onePython(openPythonHere, async () => (await kept(FILES_KEY)) ?? {});

	const shell = oneShell(openShellHere);

	const lab: Lab = {
		servers: {
			send,
			remember: (server) => void (server ? keep(SERVER_KEY, server) : forgetKept(SERVER_KEY))
		},
		playground: {
			send,
			describe,
			diagnose,
			nowMs: () => Date.now(),
			keepCode: (id) => void keep(CODE_KEY, id).catch(ignoreBlockedStorage)
		},
		worldUrl: (name) => opened().url(name),
		worlds: opened,
		readWorld: async (name, scenario, cfg) =>
			(await opened().look(name, beginning(scenario, cfg))).world,
		resetWorld: (name, scenario, cfg) => opened().reset(name, beginning(scenario, cfg)),
		onWorldChange: (name, changed) =>
			opened().onChange(({ world }) => {
				if (world === name) changed();
			}),
		outside: (servers, options) => outsideOf(servers, opened(), options),
		async openShell(servers, options) {
			const [environment, outside] = await Promise.all([
				servers.environment(new AbortController().signal),
				outsideOf(servers, opened(), options)
			]);
			const line =
				servers.target === 'own'
					? undefined
					: servers.api === 'v1'
						? ('2' as const)
						: ('3' as const);
			// A simulated caller's token is another one after each log-in; the caller is the same.
			const { AIRFLOW_TOKEN: token, ...named } = environment;
			const who = line && servers.simUser !== 'token' ? named : { ...named, token };
			const key = JSON.stringify([servers.baseUrl, options.world, line, who]);
			return shell({ key, outside, environment, line });
		},
		terminalHistory: () => kept<string[]>('terminal-history'),
		keepTerminalHistory: (lines) => keep('terminal-history', [...lines]),
		openPython: () => python,
		draft: (key) => kept<string>(`draft:${key}`),
		keepDraft: (key, text) =>
			text === undefined ? forgetKept(`draft:${key}`) : keep(`draft:${key}`, text),
		lessonNote: (lessonId) => kept<LessonNote>(`note:${lessonId}`),
		keepLessonNote: (lessonId, note) => keep(`note:${lessonId}`, note)
	};
	const progressPorts: ProgressPorts = {
		read: readEvents,
		append: appendEvent,
		persist: async () => void (await navigator.storage?.persist?.()),
		newId: () => crypto.randomUUID(),
		now: () => new Date()
	};

	function start({ servers, playground, progress, theme, onUpdateReady }: Parts): () => void {
		worker = startWorker(siteBase());
		worker.onUpdate(onUpdateReady);
		void progress.refresh();
		void kept<OwnServer>(SERVER_KEY)
			.then((server) => server && servers.restore(server))
			.catch(ignoreBlockedStorage);
		void kept<string>(CODE_KEY)
			.then((id) => id && playground.showCode(id, true))
			.catch(ignoreBlockedStorage);

		const dark = matchMedia('(prefers-color-scheme: dark)');
		const follow = () => theme.systemIs(dark.matches ? 'dark' : 'light');
		follow();
		theme.choose(keptTheme());
		dark.addEventListener('change', follow);
		const stopListening = onProgressChange(() => void progress.refresh());
		return () => {
			dark.removeEventListener('change', follow);
			stopListening();
		};
	}

	return {
		lab,
		progress: progressPorts,
		start,
		update: () => worker?.update(),
		keepTheme(name: ThemeName) {
			localStorage.setItem(THEME_KEY, name);
		}
	};
}

async function describe(api: 'v1' | 'v2'): Promise<ApiDescription> {
	const response = await fetch(resolve('/openapi/[api].json', { api }));
	if (!response.ok)
		throw new LabError('spec-missing', `The prepared specification answered ${response.status}`);
	return response.json() as Promise<ApiDescription>;
}

/** Megabytes, so nothing of it is there before it is asked for. */
async function openShellHere({ outside, environment, line }: ShellFor) {
	const [{ openShell }, files] = await Promise.all([
		import('#lib/runtimes/shell/open-shell.ts'),
		kept<Record<string, string>>(SHELL_FILES_KEY).catch(() => undefined)
	]);
	return openShell({
		outside,
		env: environment,
		...(line === undefined ? {} : { line }),
		files: files ?? {},
		keepFiles: (now) => void keep(SHELL_FILES_KEY, now).catch(ignoreBlockedStorage)
	});
}

const openPythonHere: OpenPython = async (outside, environment, exchangeUrl) => {
	const { openPython } = await import('#lib/runtimes/python/open-python.ts');
	const files = await kept<Record<string, string>>(FILES_KEY).catch(() => undefined);
	return openPython({
		outside,
		environment,
		exchangeUrl,
		siteUrl: new URL(`${siteBase()}/`, location.href).href,
		files: files ?? {},
		keepFiles: (now) => void keep(FILES_KEY, now).catch(ignoreBlockedStorage)
	});
};

const beginning = (scenario: string, cfg?: string) =>
	cfg === undefined ? { scenario } : { scenario, cfg };

// A browser may deny storage, in frames above all: then nothing was kept, and the page works without it.
function ignoreBlockedStorage(): void {}

function keptTheme(): ThemeName | undefined {
	try {
		const name = localStorage.getItem(THEME_KEY);
		return name === 'dark' || name === 'light' ? name : undefined;
	} catch {
		// Storage is blocked: the system's theme then.
		return undefined;
	}
}
