/** What the site is made of, as Kit lists it: paths from the origin. */
export interface ShellParts {
	/** Path the site is mounted at, without a closing slash. */
	base: string;
	version: string;
	/** Prerendered pages and endpoints. */
	pages: readonly string[];
	/** Scripts, styles and static files. */
	files: readonly string[];
}

export interface Shell {
	/** Puts this version into the cache. @throws when a start page cannot be had */
	store(): Promise<void>;
	/** Drops what neither this version nor the one before it needs. */
	tidy(): Promise<void>;
	/** Undefined: not of the shell, the network's business. */
	answer(request: Request): Promise<Response> | undefined;
}

/** Megabytes that few need: kept once they were used. Such files carry their version in their path. */
const HEAVY = /\.(wasm|whl|zip|tar|gz)$|\/python\/[^/]+\/[^/]+$/;

/**
 * The site offline: every page and file of one version, answered from the cache first. Caches belong
 * to an origin, so their names carry the site's path.
 */
export function createShell({ base, version, pages, files }: ShellParts): Shell {
	const scope = `windsock:${base}/:`;
	const current = `${scope}shell-${version}`;
	const heavyCache = `${scope}heavy`;
	const heavy = new Set(files.filter((path) => HEAVY.test(path)));
	const starts = pages.filter(
		(path) => path.slice(base.length).split('/').length <= 3 && path.endsWith('/')
	);
	const known = new Set([...pages, ...files.filter((path) => !heavy.has(path))]);

	return {
		async store() {
			const cache = await caches.open(current);
			await Promise.all(starts.map((path) => put(cache, path)));
			const rest = [...known].filter((path) => !starts.includes(path));
			const outcomes = await Promise.allSettled(rest.map((path) => put(cache, path)));
			const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
			if (lost.length > 0)
				console.warn(
					'Not kept for offline:',
					lost.map(({ reason }) => String(reason))
				);
		},

		async tidy() {
			const shells = (await caches.keys()).filter((name) => name.startsWith(`${scope}shell-`));
			// Tabs of the version before may still ask for their scripts; keys() is in order of creation.
			const before = shells.filter((name) => name !== current).slice(0, -1);
			await Promise.all(before.map((name) => caches.delete(name)));
			const cache = await caches.open(heavyCache);
			for (const { url } of await cache.keys()) {
				if (!heavy.has(new URL(url).pathname)) await cache.delete(url);
			}
		},

		answer(request) {
			const { pathname, search } = new URL(request.url);
			if (!pathname.startsWith(`${base}/`)) return undefined;
			if (request.mode === 'navigate') {
				const page = pageOf(pathname);
				if (page === undefined) return undefined;
				// Links in a page are relative: it must be seen under its own address.
				if (page !== pathname) return Promise.resolve(Response.redirect(page + search, 302));
			}
			if (heavy.has(pathname)) return fromHeavy(request, pathname);
			if (known.has(pathname)) return fromShell(request, pathname, current);
			// A script of the version before, asked for by a tab that still runs it.
			if (pathname.startsWith(`${base}/_app/immutable/`)) return fromShell(request, pathname);
			return undefined;
		}
	};

	function pageOf(pathname: string): string | undefined {
		const bare = pathname.replace(/index\.html$/, '');
		return [bare, `${bare}/`].find((path) => known.has(path));
	}

	async function fromShell(request: Request, path: string, cacheName?: string): Promise<Response> {
		const hit = await caches.match(path, {
			ignoreVary: true,
			...(cacheName ? { cacheName } : {})
		});
		return hit ?? fetch(request);
	}

	async function fromHeavy(request: Request, path: string): Promise<Response> {
		const cache = await caches.open(heavyCache);
		const hit = await cache.match(path);
		if (hit) return hit;
		const response = await fetch(request);
		if (response.status === 200) await cache.put(path, response.clone());
		return response;
	}
}

/** Past the browser's HTTP cache, which may hold the version before. */
async function put(cache: Cache, path: string): Promise<void> {
	const response = await fetch(path, { cache: 'reload', credentials: 'same-origin' });
	if (!response.ok) throw new Error(`${response.status} ${path}`);
	// A redirected response may not answer a navigation: keep what it led to.
	await cache.put(
		path,
		response.redirected ? new Response(response.body, { headers: response.headers }) : response
	);
}
