import type { Worlds } from '#lib/browser/worlds.ts';
import type { World } from '#lib/simulator/world.ts';
import type { PlaygroundPorts } from '#lib/state/playground.svelte.ts';
import type { ServerPorts } from '#lib/state/servers.svelte.ts';

/** What a learner keeps beside a lesson; it never leaves the browser. */
export interface LessonNote {
	/** 1 to 5. */
	rating?: number;
	note: string;
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
}
