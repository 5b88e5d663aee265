import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';

const PACKAGES = '/home/airflow/.local/lib/python3.11/site-packages';

/**
 * Python's `warnings.warn`: Airflow 2 writes it to standard error, 3 into its log.
 * @param at file in Airflow's source and its line; left out = where commands are called
 * @source airflow/__init__.py, airflow/settings.py `custom_show_warning`
 */
export function warnInPython(
	session: Session,
	category: string,
	text: string,
	at: readonly [file: string, line: number] = ['airflow/cli/cli_config.py', 49]
): void {
	const [file, line] = at;
	if (session.line === '2') {
		session.complain(`${PACKAGES}/${file}:${line} ${category}: ${text}`);
		return;
	}
	session.log({
		level: 'warning',
		text,
		logger: 'py.warnings',
		facts: { category, filename: `${PACKAGES}/${file}`, lineno: line }
	});
}
