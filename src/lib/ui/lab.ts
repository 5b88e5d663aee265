import type { Worlds } from '#lib/browser/worlds.ts';
import type { OutRequest, Outside } from '#lib/runtimes/outside.ts';
import type { Loading, Piece, Running, ShellSession } from '#lib/runtimes/run.ts';
import type { World } from '#lib/simulator/world.ts';
import type { PlaygroundPorts, Trouble } from '#lib/state/playground.svelte.ts';
import type { Servers, ServerPorts } from '#lib/state/servers.svelte.ts';

/** What a learner keeps beside a lesson; it never leaves the browser. */
export interface LessonNote {
	/** 1 to 5. */
	rating?: number;
	note: string;
}

/** What programs in the page are to be given. */
export interface OutsideOptions {
	/** Name of the simulated world. */
	world: string;
	/** What the world begins as when it is not there yet; the course's when left out. */
	scenario?: string;
	cfg?: string;
	/** Whether waiting moves the simulator's clock. */
	skipsWaits(): boolean;
	/** Asks the learner before a request writes to their own Airflow. */
	confirm(request: Pick<OutRequest, 'method' | 'url'>): Promise<boolean>;
	/** Puts into words why no answer came. */
	explain(trouble: Trouble): string;
}

/** The page's one Python, shared by all that run programs in it. */
export interface OnePython {
	/**
	 * Makes it ready; at once when it is.
	 * @throws LabError `no-python` when this build has none
	 */
	load(tell: (loading: Loading) => void, signal: AbortSignal): Promise<void>;
	/** Starts a program; one that still runs is stopped first. */
	run(
		program: {
			code: string;
			outside: Outside;
			environment: Readonly<Record<string, string>>;
			/** For browsers that cannot let Python wait: the simulated world answers there by itself. */
			exchangeUrl: string | undefined;
		},
		tell: (piece: Piece) => void,
		ask: (prompt: string) => Promise<string | undefined>
	): Promise<Running>;
	/** Absolute path → text of the files in its home folder. */
	files(): Promise<Record<string, string>>;
	/** Writes a file; null removes it. */
	putFile(path: string, text: string | null): Promise<void>;
	/** Everything as at the beginning, files too. */
	reset(): Promise<void>;
}

/** The adapters that a page may need beyond the shared state; built by +layout.svelte. */
export interface Lab {
	servers: Omit<ServerPorts, 'simulatorUrl'>;
	playground: PlaygroundPorts;
	/** Every world of this site, for pages that move and look into them. */
	worlds(): Worlds;
	/** Base URL of a simulated Airflow: `https://site/airflow/main`. */
	worldUrl(name: string): string;
	/** The world as it is now; made from its scenario and airflow.cfg when it does not exist yet. */
	readWorld(name: string, scenario: string, cfg?: string): Promise<World>;
	/** Puts a world back to the beginning of its scenario. */
	resetWorld(name: string, scenario: string, cfg?: string): Promise<void>;
	/** Calls back whenever somebody, in any tab, changed that world; returns the way to stop. */
	onWorldChange(name: string, changed: () => void): () => void;
	/** The learner's rating of a lesson and the note beside it. */
	lessonNote(lessonId: string): Promise<LessonNote | undefined>;
	keepLessonNote(lessonId: string, note: LessonNote): Promise<void>;
	/**
	 * The way out for programs in the page, to what these servers aim at now.
	 * @throws LabError `no-server` while the learner's Airflow has no address
	 */
	outside(servers: Servers, options: OutsideOptions): Promise<Outside>;
	/**
	 * The page's shell for what these servers aim at now; terminals with the same target share it.
	 * @throws LabError `no-server` while the learner's Airflow has no address
	 */
	openShell(servers: Servers, options: OutsideOptions): Promise<ShellSession>;
	/** What was typed in terminals on earlier visits, oldest first. */
	terminalHistory(): Promise<string[] | undefined>;
	keepTerminalHistory(lines: readonly string[]): Promise<void>;
	/** Loads nothing before it is asked to. */
	openPython(): OnePython;
	/** What the learner typed in one place of the site; it never runs by itself. */
	draft(key: string): Promise<string | undefined>;
	/** Undefined forgets it. */
	keepDraft(key: string, text: string | undefined): Promise<void>;
}
