import type { Session } from './session.ts';

/** What there is nothing to carry out on: it would start processes or rebuild the database. */
export function notHere(session: Session): never {
	return session.fail(
		'This command does not work here: it needs a machine of its own, and this Airflow is simulated.'
	);
}
