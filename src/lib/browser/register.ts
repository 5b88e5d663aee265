/** What the page knows of the site's service worker. */
export interface LabWorker {
	/** True once our worker controls this page; false when this browser will not have one. */
	controlled: Promise<boolean>;
	/** Who answers for the simulated servers right now. */
	hosts(): 'worker' | 'page';
	/** Calls back when a newer version of the site is ready and waits to be let in. */
	onUpdate(tell: () => void): void;
	/** Lets the newer version in and reloads this page. Other tabs keep working as they are. */
	update(): void;
}

/** Whether the worker of this very site (not one of a parent path) controls the page. */
export function isControlled(base: string): boolean {
	const controller = workers()?.controller;
	return controller?.scriptURL === scriptUrl(base);
}

/**
 * Registers the worker. Never throws: without one, the page itself answers for the simulated servers.
 * @param base path the site is mounted at, without a closing slash
 */
export function startWorker(base: string): LabWorker {
	const container = workers();
	const hosts = () => (isControlled(base) ? 'worker' : 'page');
	if (!container) {
		return { controlled: Promise.resolve(false), hosts, onUpdate() {}, update() {} };
	}

	const listeners = new Set<() => void>();
	let waiting: ServiceWorker | undefined;
	let isReloading = false;

	const controlled = new Promise<boolean>((settle) => {
		const look = () => isControlled(base) && settle(true);
		look();
		container.addEventListener('controllerchange', () => {
			look();
			if (isReloading) location.reload();
		});
		loaded()
			.then(() => register(container, base))
			.then(
				(registration: ServiceWorkerRegistration | undefined) => {
					// Blockers replace `register` by one that resolves to nothing.
					if (!registration) return settle(false);
					follow(registration);
					// A hard reload leaves the page without its worker until the worker is asked to claim it.
					if (!isControlled(base)) registration.active?.postMessage('CLAIM');
					registration.installing?.addEventListener('statechange', function () {
						if (this.state === 'redundant' && !registration.active) settle(false);
					});
				},
				(cause: unknown) => {
					console.warn('No service worker: this page answers for the simulator itself.', cause);
					settle(false);
				}
			);
	});

	function follow(registration: ServiceWorkerRegistration) {
		if (registration.waiting) offer(registration.waiting);
		registration.addEventListener('updatefound', () => {
			const worker = registration.installing;
			worker?.addEventListener('statechange', () => {
				if (worker.state === 'installed' && registration.active) offer(worker);
			});
		});
	}

	function offer(worker: ServiceWorker) {
		waiting = worker;
		for (const tell of listeners) tell();
	}

	return {
		controlled,
		hosts,
		onUpdate(tell) {
			listeners.add(tell);
			if (waiting) tell();
		},
		update() {
			isReloading = true;
			// Another tab may have let it in already.
			if (!waiting || waiting.state === 'activated') location.reload();
			else waiting.postMessage('SKIP_WAITING');
		}
	};
}

/** The worker fetches the whole site; what the page itself needs first goes first. */
const loaded = () =>
	new Promise<void>((done) => {
		if (document.readyState === 'complete') done();
		else addEventListener('load', () => done(), { once: true });
	});

/** Kit's production bundle has no imports: as a classic script it runs in every browser with workers. */
const register = (container: ServiceWorkerContainer, base: string) =>
	container.register(scriptUrl(base), {
		scope: `${base}/`,
		type: import.meta.env.DEV ? 'module' : 'classic',
		updateViaCache: 'none'
	});

const scriptUrl = (base: string) => new URL(`${base}/service-worker.js`, location.href).href;

/** Absent on plain-http hosts and in some private windows, whatever the types say. */
const workers = (): ServiceWorkerContainer | undefined =>
	'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
