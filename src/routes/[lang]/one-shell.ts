import type { Outside } from '#lib/runtimes/outside.ts';
import type { ShellSession } from '#lib/runtimes/run.ts';

/** What a shell is opened for; another one is opened for another. */
export interface ShellFor {
	key: string;
	outside: Outside;
	environment: Readonly<Record<string, string>>;
	/** Which `airflow` the machine has; undefined = the learner's own server. */
	line: '2' | '3' | undefined;
}

/** The page's one shell, shared by all terminals that speak to the same target: what one sets, the other sees. */
export function oneShell(open: (what: ShellFor) => Promise<ShellSession>) {
	let current: { key: string; session: Promise<ShellSession> } | undefined;
	let outside: Outside | undefined;

	const now = () => {
		if (!outside) throw new Error('No shell is open');
		return outside;
	};
	/** A shell outlives the terminal that opened it; each terminal asks the learner in its own place. */
	const relay: Outside = {
		exchange: (request, signal) => now().exchange(request, signal),
		program: (run, signal) => now().program(run, signal),
		sleep: (ms, signal) => now().sleep(ms, signal),
		nowMs: () => now().nowMs()
	};

	return async (what: ShellFor): Promise<ShellSession> => {
		({ outside } = what);
		if (current?.key !== what.key) {
			const before = current;
			const session = open({ ...what, outside: relay });
			current = { key: what.key, session };
			session.catch(() => {
				if (current?.session === session) current = undefined;
			});
			void before?.session.then((old) => old.close()).catch(() => undefined);
		}
		return current.session;
	};
}
