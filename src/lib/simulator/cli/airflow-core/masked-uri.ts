import type { Session } from './session.ts';

/**
 * A connection's URI as the event log keeps it: without its password. Airflow 2 breaks over one that
 * has none.
 * @throws {Uncaught}
 * @source airflow/utils/cli.py `_build_metrics`
 */
export function maskedUri(session: Session, uri: string): string {
	const [, scheme = '', authority = '', rest = ''] =
		/^(?:([a-z][\w+.-]*):)?(?:\/\/([^/?#]*))?(.*)$/is.exec(uri) ?? [];
	const [, login, password, host = '', port] =
		/^(?:([^:@]*)(?::(.*))?@)?([^:@]*)(?::(\d*))?$/s.exec(authority) ?? [];
	if (!password) {
		if (session.line === '3') return uri;
		return session.crash(
			'UnboundLocalError',
			"cannot access local variable 'netloc' where it is not associated with a value"
		);
	}
	const where = `${host.toLowerCase()}${port ? `:${port}` : ''}`;
	return `${scheme}://${login ?? ''}:${'*'.repeat(8)}@${where}${rest}`;
}
