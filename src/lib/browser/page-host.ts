import { bundledSpec } from './own-spec.ts';
import { siteBase } from './site.ts';
import { announceOn } from './world-channel.ts';
import { createWorldHost, type WorldHost } from './world-host.ts';
import { worldsDatabase } from './world-keep.ts';
import { pageKeep } from './worlds.ts';

/** The same host as the worker's, in the page, for as long as no worker controls it. */
export async function openPageHost(): Promise<WorldHost> {
	return createWorldHost({
		basePath: siteBase(),
		keep: await pageKeep(),
		wallMs: () => Date.now(),
		announce: announceOn(worldsDatabase(siteBase())),
		wait: (ms) => new Promise((done) => setTimeout(done, ms)),
		describe: (api) => bundledSpec(siteBase(), api)
	});
}
