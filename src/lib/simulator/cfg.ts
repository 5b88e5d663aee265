import type { World } from './world.ts';

/** Settings whose change the simulator follows, with Airflow's defaults; `section.key`. */
const DEFAULTS: Record<string, string> = {
	'api.maximum_page_limit': '100',
	// As the official compose file has it; left to itself Airflow 2 would know no passwords here.
	'api.auth_backends': 'airflow.api.auth.backend.basic_auth,airflow.api.auth.backend.session',
	'api_auth.jwt_expiration_time': '86400',
	'api_auth.jwt_cli_expiration_time': '3600',
	'api.expose_config': 'False',
	'webserver.expose_config': 'False',
	'core.test_connection': 'Disabled'
};

/**
 * The value of a setting in this world's `airflow.cfg`: what the learner wrote, or the default; '' when
 * neither knows it. A `;` or `#` at the start of a line comments it out.
 * @source airflow/configuration.py, Python's configparser
 */
export function settingOf(world: World, section: string, key: string): string {
	return readCfg(world.cfg).get(`${section}.${key}`) ?? DEFAULTS[`${section}.${key}`] ?? '';
}

/** A whole number that a setting holds; undefined when nothing or no number is written. */
export function numberOf(world: World, section: string, key: string): number | undefined {
	const text = settingOf(world, section, key).trim();
	return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}

/** What an INI text sets, by `section.key`. An indented line goes on with the value above it. */
export function readCfg(text: string): Map<string, string> {
	const found = new Map<string, string>();
	let section = '';
	let latest: string | undefined;
	for (const line of text.split(/\r?\n/)) {
		if (/^\s*[#;]/.test(line)) continue;
		if (latest !== undefined && /^\s+\S/.test(line)) {
			found.set(latest, `${found.get(latest)}\n${line.trim()}`);
			continue;
		}
		const header = /^\[([^\]]+)\]\s*$/.exec(line)?.[1];
		if (header !== undefined) section = header;
		const [, key, value] = /^([\w.-]+)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
		if (header !== undefined) latest = undefined;
		if (key === undefined || value === undefined) continue;
		latest = `${section}.${key.toLowerCase()}`;
		found.set(latest, value);
	}
	return found;
}
