import { runnerOf, type Runner } from './run-snippets.ts';
import { needPrograms, pythonWith } from './tools.ts';

/** Sourced one after another by one shell, each in a subshell, which a snippet may end. */
const EACH =
	'for snippet in "$1"/*; do ( . "$snippet" ) >/dev/null || echo "$snippet: $?" >&2; done';
const EACH_STRICT =
	'for snippet in "$1"/*; do ( set -e; . "$snippet" ) >/dev/null; code=$?; [ $code = 0 ] || echo "$snippet: $code" >&2; done';

export const bash: Runner = runnerOf('', ({ code }) => shell('bash', EACH, code));
export const dash: Runner = runnerOf('', ({ code }) => shell('dash', EACH, code));
/** As CI does: a failing command ends the script. */
export const strictBash: Runner = runnerOf('', ({ code }) =>
	shell('bash', `set -o pipefail; ${EACH_STRICT}`, code)
);
export const strictDash: Runner = runnerOf('', ({ code }) => shell('dash', EACH_STRICT, code));

/** The shell reads the command for real and hands its words to HTTPie's own `main`, which starts once for all. */
export const httpie: Runner = runnerOf('', async ({ code }) => [
	'bash',
	'-c',
	`http() { printf '%s\\0' "$#" "$@" >&3; }; exec 3>"$1.argv"; ${EACH}; exec 3>&-; exec "$2" -c "$3" "$1.argv"`,
	'bash',
	code,
	await pythonWith(['httpie==3.2.4']),
	RUN_HTTPIE
]);

/** `requests`, `httpx` and what the standard library has. */
export const python: Runner = runnerOf('', async ({ code }) => [
	await pythonWith(['requests==2.34.2', 'httpx==0.28.1']),
	'-c',
	RUN_PYTHON,
	code
]);

/** Each snippet is a module; `prompt`, which browsers have, answers with the variable that it names. */
export const node: Runner = runnerOf('.mjs', ({ code }) => [
	process.execPath,
	'--input-type=module',
	'-e',
	RUN_NODE,
	code
]);

/** Runs each file of the folder named first as a program of its own. */
export const RUN_PYTHON = `
import contextlib, io, pathlib, ssl, sys, traceback
# Certificates, which plain http does not need, would cost most of the time here.
ssl.SSLContext.load_default_certs = ssl.SSLContext.load_verify_locations = lambda *_, **__: None
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(path.read_bytes(), str(path), 'exec'), {'__name__': '__main__'})
    except BaseException:
        print(path.name, traceback.format_exc(limit=1), file=sys.stderr)
`;

// What it does once a day or for https only would cost most of the time here.
const RUN_HTTPIE = `
import ssl, sys
from httpie import core
from httpie.context import Environment
core.check_updates = lambda *_: None
ssl.SSLContext.load_default_certs = lambda *_: None
words = iter(open(sys.argv[1], 'rb').read().decode('utf-8', 'surrogateescape').split('\\0')[:-1])
for count in words:
    args = [next(words) for _ in range(int(count))]
    code = core.main(['http', *args], env=Environment(stdout=open('/dev/null', 'w'), stdout_isatty=False))
    if code != 0:
        print(int(code), args, file=sys.stderr)
`;

const RUN_NODE = `
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
globalThis.prompt = (asked) => process.env[/AIRFLOW_\\w+/.exec(asked)[0]];
console.log = () => {};
for (const name of readdirSync(process.argv[1]).sort())
	await import(pathToFileURL(process.argv[1] + '/' + name)).catch((error) => console.error(name, error));
`;

function shell(program: string, script: string, code: string): string[] {
	needPrograms(program, 'curl', 'wget', 'jq');
	return [program, '-c', script, program, code];
}
