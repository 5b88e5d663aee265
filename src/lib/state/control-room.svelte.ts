import type { Chronicle } from '#lib/simulator/timeline/chronicle.ts';
import type { Clock } from '#lib/simulator/timeline/clock.ts';
import { isChange, type Control, type Deed } from '#lib/simulator/timeline/deed.ts';
import type { World } from '#lib/simulator/world.ts';

export interface Beginning {
	scenario?: string;
	seed?: number;
}

/** What the control room needs of the worlds of this site. */
export interface RoomPorts {
	look(
		name: string,
		beginning: Beginning
	): Promise<{ world: World; clock: Clock; deeds: readonly Deed[] }>;
	lookAt(name: string, atMs: number): Promise<World | undefined>;
	reset(name: string, beginning: Beginning): Promise<void>;
	jump(name: string, ms: number): Promise<void>;
	step(name: string): Promise<void>;
	pace(name: string, rate: number): Promise<void>;
	control(name: string, what: Control): Promise<void>;
	undo(name: string): Promise<Deed | undefined>;
	again(name: string, deed: Deed): Promise<number>;
	returnTo(name: string, atMs: number): Promise<void>;
	chronicle(name: string): Promise<Chronicle | undefined>;
	become(name: string, chronicle: Chronicle): Promise<void>;
}

/** One simulated Airflow, seen and moved from outside its API. */
export class ControlRoom {
	readonly #ports: RoomPorts;
	readonly name: string;
	#world = $state.raw<World>();
	#clock = $state.raw<Clock>();
	#deeds = $state.raw<readonly Deed[]>([]);
	#past = $state.raw<World>();
	#said = $state<{ kind: 'done' | 'failed'; what: string; why?: string }>();

	constructor(ports: RoomPorts, name: string) {
		this.#ports = ports;
		this.name = name;
	}

	/** The world that is shown: the present one, or the past that was asked for. */
	readonly world = $derived(this.#past ?? this.#world);
	readonly isPast = $derived(this.#past !== undefined);
	readonly rate = $derived(this.#clock?.rate ?? 1);
	readonly lastChange = $derived(this.#deeds.findLast(isChange));

	/** The present, whatever is shown. */
	get present() {
		return this.#world;
	}
	get deeds() {
		return this.#deeds;
	}
	/** How the last deed went, for a live region. */
	get said() {
		return this.#said;
	}

	async look() {
		const seen = await this.#ports.look(this.name, {});
		this.#world = seen.world;
		this.#clock = seen.clock;
		this.#deeds = seen.deeds;
	}

	/** Shows the world as it was at a virtual moment; `undefined` shows the present again. */
	async lookAt(atMs: number | undefined) {
		this.#past = atMs === undefined ? undefined : await this.#ports.lookAt(this.name, atMs);
	}

	readonly reset = (beginning: Beginning) =>
		this.#do('reset', () => this.#ports.reset(this.name, beginning));
	readonly pace = (rate: number) => this.#do('pace', () => this.#ports.pace(this.name, rate));
	readonly jump = (ms: number) => this.#do('jump', () => this.#ports.jump(this.name, ms));
	readonly step = () => this.#do('step', () => this.#ports.step(this.name));
	readonly control = (what: Control) =>
		this.#do(what.do, () => this.#ports.control(this.name, what));
	readonly undo = () => this.#do('undo', () => this.#ports.undo(this.name));
	readonly again = (deed: Deed) => this.#do('again', () => this.#ports.again(this.name, deed));
	readonly become = (chronicle: Chronicle) =>
		this.#do('import', () => this.#ports.become(this.name, chronicle));
	readonly returnTo = (atMs: number) =>
		this.#do('return', () => this.#ports.returnTo(this.name, atMs));
	readonly chronicle = () => this.#ports.chronicle(this.name);

	/** What could not be done is said, and the world is looked at in any case. */
	async #do(what: string, deed: () => Promise<unknown>) {
		try {
			await deed();
			this.#past = undefined;
			this.#said = { kind: 'done', what };
		} catch (error) {
			this.#said = {
				kind: 'failed',
				what,
				why: error instanceof Error ? error.message : String(error)
			};
		}
		await this.look();
	}
}
