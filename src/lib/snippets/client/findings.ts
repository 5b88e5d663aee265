import type { ClientFacts } from './facts.ts';

/** What is found out while values are written: what the client refuses, loses, adds and writes anew. */
export class Findings {
	/** Names of values that the client does not take. */
	readonly refused: string[] = [];
	/** Names of what it must have and was not given. */
	readonly needed: string[] = [];
	/** Names of what it has no place for. */
	readonly lost: string[] = [];
	/** Fields that it sends besides those that were given. */
	readonly added: string[] = [];
	/** Fields whose null it leaves out. */
	readonly nulls: string[] = [];
	/** What must be imported: `datetime import datetime`, names of models. */
	readonly datetimes = new Set<'date' | 'datetime'>();
	readonly models = new Set<string>();
	writesDates = false;
	/** Parameters that are true or false, which it spells as Python does. */
	readonly flags: string[] = [];

	/** True when the value can be sent as it is. */
	get isExact(): boolean {
		return this.refused.length + this.needed.length + this.lost.length + this.nulls.length === 0;
	}

	take(other: Findings): void {
		for (const list of ['refused', 'needed', 'lost', 'added', 'nulls'] as const)
			this[list].push(...other[list]);
		for (const name of other.datetimes) this.datetimes.add(name);
		for (const name of other.models) this.models.add(name);
		this.writesDates ||= other.writesDates;
	}
}

/** A place in the request: its name for a warning, and where findings go. */
export interface Place {
	name: string;
	facts: ClientFacts;
	findings: Findings;
	/** Values of models of 2.x are checked to be of the very type; 3.x lets an int stand for a float. */
	api: 'v1' | 'v2';
}
