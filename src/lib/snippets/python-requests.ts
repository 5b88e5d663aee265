import { pythonParts } from './python-parts.ts';
import { sessionProgram } from './python-session.ts';
import type { SnippetTarget } from './target.ts';

/**
 * The URL is one literal, encoded already: there is no second place that encodes a query.
 * @source requests 2.34 models.py (prepare_url, prepare_body); checked on the wire by tests/wire
 */
export const pythonRequests: SnippetTarget = {
	id: 'python-requests',
	label: 'Python requests',
	group: 'python',
	language: 'python',
	fileName: 'request.py',
	generate: (input) =>
		sessionProgram(pythonParts(input, true), { name: 'requests', isAsync: false })
};
