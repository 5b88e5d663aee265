import { settingOf } from '#lib/simulator/cfg.ts';
import { hasWildcardOrigin } from '#lib/simulator/cors.ts';
import type { World } from '#lib/simulator/world.ts';

const SIMPLE = 'airflow.api_fastapi.auth.managers.simple.simple_auth_manager.SimpleAuthManager';

/**
 * Why the API server does not come up with this world's settings, as its log says; undefined when it does.
 * FAB's auth manager is in a package that a plain Airflow 3 lacks, so it cannot be loaded either.
 * @source airflow/configuration.py `getint`, `getboolean`, `getimport`; airflow/api_fastapi/core_api/app.py
 */
export function startUpTrouble(world: World): string | undefined {
	if (world.cfg === '') return undefined;
	const manager = settingOf(world, 'core', 'auth_manager');
	if (manager !== '' && manager !== SIMPLE) {
		return `The object could not be loaded. ${check('core', 'auth_manager', manager)}`;
	}
	const seconds = settingOf(world, 'api_auth', 'jwt_expiration_time');
	if (toInteger(seconds) === undefined) {
		const where = check('api_auth', 'jwt_expiration_time', seconds);
		return `Failed to convert value to int. ${where}`;
	}
	const allAdmins = settingOf(world, 'core', ALL_ADMINS);
	if (toBoolean(allAdmins) === undefined) {
		return `Failed to convert value to bool. ${check('core', ALL_ADMINS, allAdmins)}`;
	}
	if (hasWildcardOrigin(world)) {
		return '`[api] access_control_allow_origins` must not contain `*`';
	}
	return undefined;
}

const ALL_ADMINS = 'simple_auth_manager_all_admins';

/** `[core] simple_auth_manager_all_admins`: whoever comes is an admin. */
export const everybodyIsAdmin = (world: World) =>
	world.cfg !== '' && toBoolean(settingOf(world, 'core', ALL_ADMINS)) === true;

/** How long tokens are good for, seconds; undefined where the setting is no number. */
export const tokenSeconds = (world: World, setting: `jwt_${'' | 'cli_'}expiration_time`) =>
	toInteger(settingOf(world, 'api_auth', setting));

const check = (section: string, key: string, value: string) =>
	`Please check "${key}" key in "${section}" section. Current value: "${value}".`;

const toInteger = (text: string) => (/^[+-]?\d+$/.test(text.trim()) ? Number(text) : undefined);

/** Left out is False. */
function toBoolean(text: string): boolean | undefined {
	const word = (text.split('#')[0] ?? '').trim().toLowerCase();
	if (['t', 'true', '1'].includes(word)) return true;
	return ['f', 'false', '0', ''].includes(word) ? false : undefined;
}
