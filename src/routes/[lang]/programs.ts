import { diagnose } from '#lib/browser/diagnose.ts';
import { send } from '#lib/browser/send.ts';
import type { Worlds } from '#lib/browser/worlds.ts';
import { LabError } from '#lib/lab-error.ts';
import { openOutside, type OutsidePorts } from '#lib/runtimes/open-outside.ts';
import type { Outside } from '#lib/runtimes/outside.ts';
import type { Servers } from '#lib/state/servers.svelte.ts';
import type { OutsideOptions } from '#lib/ui/lab.ts';

/** The way out for programs in the page, to whatever these servers aim at now. */
export async function outsideOf(
	servers: Servers,
	worlds: Worlds,
	{ world, scenario = 'course', cfg, skipsWaits, confirm, explain }: OutsideOptions
): Promise<Outside> {
	const url = worlds.url(world);
	const ports: OutsidePorts = {
		async lab(call, asks, signal) {
			const request =
				asks === undefined
					? { method: 'GET', url: `${url}/_lab/${call}`, headers: [] }
					: {
							method: 'POST',
							url: `${url}/_lab/${call}`,
							headers: [['Content-Type', 'application/json'] as const],
							body: JSON.stringify(asks)
						};
			const { status, text } = await send(
				{ ...request, headers: [...request.headers] },
				signal ? { signal } : {}
			);
			if (status !== 200) throw new LabError('lab-call', `${call}: ${status} ${text}`);
			return JSON.parse(text) as unknown;
		},
		send,
		diagnose: async (request, error) => explain(await diagnose(request, error)),
		confirm,
		wait,
		wallMs: () => Date.now()
	};
	if (servers.target !== 'own') {
		// Born now, from its own scenario, not from the one that a stray request would choose.
		await worlds.look(world, cfg === undefined ? { scenario } : { scenario, cfg });
		const line = servers.api === 'v1' ? '2' : '3';
		return openOutside({ kind: 'simulator', line, skipsWaits }, ports);
	}
	const { baseUrl } = servers;
	if (baseUrl === undefined) throw new LabError('no-server', 'Your Airflow has no address yet');
	const authorization = await servers.authorization(new AbortController().signal);
	const { token } = servers.own;
	return openOutside({ kind: 'own', baseUrl, authorization, token }, ports);
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
	return new Promise((done, stop) => {
		const timer = setTimeout(done, ms);
		signal?.addEventListener('abort', () => {
			clearTimeout(timer);
			stop(signal.reason);
		});
	});
}
