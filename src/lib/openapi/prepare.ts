import { describe } from './describe.ts';
import type { ApiDescription } from './operation.ts';

/** What the build makes of a shipped spec, so that the page neither parses nor dereferences it. */
export function prepare(document: unknown): ApiDescription {
	return describe(document);
}
