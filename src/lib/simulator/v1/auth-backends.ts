import { settingOf } from '#lib/simulator/cfg.ts';
import type { World } from '#lib/simulator/world.ts';

/** How API v1 takes credentials. */
export interface Authentication {
	/** Why the webserver does not come up at all. */
	trouble?: string;
	/** Names and passwords are looked at; elsewhere they count for nothing. */
	readsBasic: boolean;
}

type Kind = 'basic' | 'session' | 'default' | 'deny';

const MODULES: Record<string, Kind> = {
	'airflow.api.auth.backend.basic_auth': 'basic',
	'airflow.api.auth.backend.session': 'session',
	'airflow.api.auth.backend.default': 'default',
	'airflow.api.auth.backend.deny_all': 'deny',
	'airflow.providers.fab.auth_manager.api.auth.backend.basic_auth': 'basic',
	'airflow.providers.fab.auth_manager.api.auth.backend.session': 'session'
};

/**
 * What `[api] auth_backends` comes to. The first that lets a caller through ends the search: so behind
 * `default` nobody is ever logged in, and since nobody is somebody (the role Public), every refusal is a
 * 403 without `WWW-Authenticate`, also that of `deny_all`. `session` never lets anybody in: the API keeps
 * no session of its own and there are no pages to log in on.
 * @source airflow/www/extensions/init_security.py; airflow/api_connexion/security.py `check_authentication`
 */
export function authenticationOf(world: World): Authentication {
	const text = settingOf(world, 'api', 'auth_backends').trim();
	const names = text === '' ? [] : text.split(',').map((name) => name.trim());
	const stray = names.find((name) => MODULES[name] === undefined);
	if (stray !== undefined) return { trouble: troubleWith(stray), readsBasic: false };
	const first = names.find((name) => MODULES[name] === 'basic' || MODULES[name] === 'default');
	return { readsBasic: first !== undefined && MODULES[first] === 'basic' };
}

/** What a plain Airflow 2 comes with. */
const INSTALLED = ['common', 'fab', 'ftp', 'http', 'imap', 'smtp', 'sqlite'].map(
	(name) => `airflow.providers.${name}`
);
const MANAGER = 'airflow.providers.fab.auth_manager.fab_auth_manager';

/** As the webserver's log words it before it gives up. */
function troubleWith(name: string): string {
	if (name === '') return 'Empty module name';
	// The package behind Kerberos is an extra that a plain installation lacks.
	if (name.endsWith('.kerberos_auth')) return "No module named 'kerberos'";
	const [root = ''] = name.split('.');
	if (root !== 'airflow') return `No module named '${root}'`;
	const provider = /^airflow\.providers\.\w+/.exec(name)?.[0];
	if (provider !== undefined && !INSTALLED.includes(provider))
		return `No module named '${provider}'`;
	if (name === MANAGER) return `module '${name}' has no attribute 'init_app'`;
	if (/^[A-Z]/.test(name.split('.').at(-1) ?? '')) {
		const parent = name.slice(0, name.lastIndexOf('.'));
		return `No module named '${name}'; '${parent}' is not a package`;
	}
	return `No module named '${name}'`;
}
