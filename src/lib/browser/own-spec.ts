const FILES = { v1: 'airflow-2.11.2.json', v2: 'airflow-3.3.2.json' };

/** The text of a bundled specification. @throws Error when it cannot be had */
export async function bundledSpec(basePath: string, api: 'v1' | 'v2'): Promise<string> {
	const path = `${basePath}/openapi/${FILES[api]}`;
	const response = (await caches.match(path)) ?? (await fetch(path));
	if (!response.ok) throw new Error(`${path} answered ${response.status}`);
	return response.text();
}
