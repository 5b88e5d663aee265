import type { Deed } from '#lib/simulator/timeline/deed.ts';

/** A deed in a few words of its own; undefined = there was none. */
export function deedWords(deed: Deed | undefined): string | undefined {
	if (deed?.kind === 'request') return `${deed.request.method} ${deed.request.path}`;
	if (deed?.kind === 'program') return `airflow ${deed.run.argv.join(' ')}`;
	return deed && 'airflow.cfg';
}
