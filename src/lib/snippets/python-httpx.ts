import { pythonParts } from './python-parts.ts';
import { sessionProgram } from './python-session.ts';
import type { SnippetTarget } from './target.ts';

/** @source httpx 0.28, _content.py, _urlparse.py; checked on the wire by tests/wire */
export const pythonHttpx: SnippetTarget = {
	id: 'python-httpx',
	label: 'Python httpx',
	group: 'python',
	language: 'python',
	fileName: 'request.py',
	generate: (input) => sessionProgram(pythonParts(input, true), { name: 'httpx', isAsync: false })
};

/** The same with `async` and `await`. */
export const pythonHttpxAsync: SnippetTarget = {
	id: 'python-httpx-async',
	label: 'Python httpx (async)',
	group: 'python',
	language: 'python',
	fileName: 'request.py',
	generate: (input) => sessionProgram(pythonParts(input, false), { name: 'httpx', isAsync: true })
};
