/** A request that wants to write to the learner's own Airflow. */
export interface WantedWrite {
	method: string;
	url: string;
	answer(answer: 'one' | 'all' | 'none'): void;
}

/** Asks the learner before a program writes to their own Airflow; «all» holds until the next program begins. */
export class WritePermission {
	#wanted = $state.raw<WantedWrite>();
	#mayAll = false;

	/** What waits for an answer. */
	get wanted() {
		return this.#wanted;
	}

	/** Another program begins: it has been allowed nothing. */
	begin(): void {
		this.#mayAll = false;
	}

	/** The program has ended: nothing of it is to be sent any more. */
	end(): void {
		this.#wanted?.answer('none');
	}

	ask({ method, url }: Pick<WantedWrite, 'method' | 'url'>): Promise<boolean> {
		if (this.#mayAll) return Promise.resolve(true);
		return new Promise((done) => {
			this.#wanted = {
				method,
				url,
				answer: (answer) => {
					this.#wanted = undefined;
					this.#mayAll ||= answer === 'all';
					done(answer !== 'none');
				}
			};
		});
	}
}
