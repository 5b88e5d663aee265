/** A code block of a lesson that the page can run. */
export interface LessonBlock {
	language: 'http' | 'bash' | 'python';
	code: string;
	/** Which API it speaks to. */
	api: 'v1' | 'v2';
	/** Lines that run before it: `TOKEN=$AIRFLOW_TOKEN`. */
	needs: string;
	/** The exit code it is meant to end with. */
	exitCode: number;
}

/**
 * A lesson's fenced blocks. Behind the language may stand, parted by spaces: `shown` (to be read, not run: it needs
 * another machine, or is a part of a file), `v1` or `v2`, `exit=22`, `needs=NAME=value` or
 * `needs="command"`, which runs before it (several times).
 */
export const FENCE = /^```(\w*)([^\n]*)\n([\s\S]*?)^```$/gm;

/** The block that a fence holds; undefined = it is only shown. */
export function blockOf(name: string, words: string, code: string): LessonBlock | undefined {
	const marks = [...words.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g)];
	const has = (mark: string) => marks.some(([whole]) => whole === mark);
	if (has('shown') || !isLanguage(name)) return undefined;
	const valueOf = (mark: string) =>
		marks.flatMap(([, name, quoted, plain]) => (name === mark ? [quoted ?? plain ?? ''] : []));
	const isV1 = has('v1') || (!has('v2') && /\/api\/v1\b/.test(code));
	return {
		language: name,
		code,
		api: isV1 ? 'v1' : 'v2',
		needs: valueOf('needs').join('\n'),
		exitCode: Number(valueOf('exit')[0] ?? 0)
	};
}

const isLanguage = (name: string): name is LessonBlock['language'] =>
	['http', 'bash', 'python'].includes(name);

/** All blocks of a lesson that run, in their order. */
export const blocksThatRun = (markdown: string): LessonBlock[] =>
	[...markdown.matchAll(FENCE)].flatMap(
		([, name = '', words = '', code = '']) => blockOf(name, words, code) ?? []
	);
