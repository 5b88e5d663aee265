import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isSensitive } from '#lib/simulator/v2/redact.ts';
import type { Variable } from '#lib/simulator/world.ts';

/** In the order of their ids. */
export const variablesOf = ({ world }: Session): Variable[] =>
	[...world.variables.values()].toSorted((a, b) => a.id - b.id);

/**
 * `Variable.set`: Airflow 2 deletes first, so that the variable gets a new id; 3 keeps the row.
 * @source airflow/models/variable.py
 */
export function setVariable(
	{ world, line }: Session,
	key: string,
	value: string,
	{ description }: { description: string | undefined }
): void {
	const id = (line === '3' ? world.variables.get(key)?.id : undefined) ?? world.nextId++;
	if (line === '2') world.variables.delete(key);
	world.variables.set(key, {
		id,
		key,
		value,
		...(description === undefined ? {} : { description })
	});
}

/** Airflow 3 says once that it will not mask a secret that is too short. */
export function warnOfShortSecrets(session: Session, variables: readonly Variable[]): void {
	if (variables.some(({ key, value }) => isSensitive(key, 'v2') && isShort(value)))
		warnOfShort(session);
}

export const isShort = (secret: string) => secret !== '' && [...secret].length < 5;

/** @source airflow/_shared/secrets_masker/secrets_masker.py `add_mask` */
export function warnOfShort(session: Session): void {
	if (session.line !== '3') return;
	session.log({
		level: 'warning',
		text: "Skipping masking for a secret as it's too short (<5 chars)",
		logger: 'airflow._shared.secrets_masker.secrets_masker',
		at: 'secrets_masker.py:611'
	});
}
