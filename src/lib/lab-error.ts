/** The lab itself is broken (not the API, not the learner's input). Caught once, at a route boundary. */
export class LabError extends Error {
	readonly code: string;
	readonly hint: string | undefined;

	constructor(code: string, what: string, options: { hint?: string; cause?: unknown } = {}) {
		super(what, { cause: options.cause });
		this.name = 'LabError';
		this.code = code;
		this.hint = options.hint;
	}
}
