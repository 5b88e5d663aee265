import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { settingOf } from '#lib/simulator/cfg.ts';

/**
 * What Airflow 2 logs when a command asks for its client of the API.
 * @source airflow/api/__init__.py `load_auth`
 */
export function logAuthBackends(session: Session): void {
	if (session.line !== '2') return;
	for (const backend of settingOf(session.world, 'api', 'auth_backends').split(','))
		session.log({
			level: 'info',
			text: `Loaded API auth backend: ${backend.trim()}`,
			logger: 'airflow.api',
			at: '__init__.py:43'
		});
}
