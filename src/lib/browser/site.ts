import { resolve } from '$app/paths';

/** Path the site is mounted at, without a closing slash: `` or `/some/lab`. */
export const siteBase = (): string =>
	new URL(resolve('/'), location.href).pathname.replace(/\/$/, '');

/** Whether a URL belongs to one of this site's simulated servers. */
export function isSimulatorUrl(url: string, base = siteBase()): boolean {
	if (!URL.canParse(url, location.href)) return false;
	const { origin, pathname } = new URL(url, location.href);
	return origin === location.origin && pathname.startsWith(`${base}/airflow/`);
}
