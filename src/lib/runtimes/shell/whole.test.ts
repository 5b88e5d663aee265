import { Bash } from 'just-bash/browser';
import { expect, test } from 'vitest';
import type { ScriptNode } from './syntax.ts';
import { isWhole } from './whole.ts';

const bash = new Bash({ cwd: '/' });
const parse = (script: string) => bash.transform(script).ast as unknown as ScriptNode;

test.each([
	'',
	'echo a',
	'echo a &',
	'echo "a\nb"',
	'cat <<E\nhi\nE',
	'cat <<-E\n\thi\n\tE',
	'while true; do echo; done',
	'echo a \\\\',
	'echo a \\|',
	'curl -X POST \\\n  http://x',
	'echo # "open',
	'echo )',
	'do',
	'echo a;;',
	'f() { echo; }'
])('%j is whole', (script) => {
	expect(isWhole(script, parse)).toBe(true);
});

test.each([
	'echo "abc',
	"echo 'a",
	'cat <<E\nhi',
	'cat <<A <<B\na\nA\nb',
	'while true; do',
	'while true; do\n',
	'while true; do\n  echo',
	'echo a |',
	'echo a &&\n',
	'echo a ||',
	'echo a \\',
	'curl -X POST \\\n  http://x \\',
	'if x; then',
	'if x; then y; else',
	'echo $(ls',
	'echo `ls',
	'echo ${x',
	'f() {',
	'f()',
	'case x in',
	'case x in a) echo;;',
	'{ echo',
	'(echo',
	'[[ a == ',
	'a=(1 2',
	'for i in 1 2'
])('%j goes on', (script) => {
	expect(isWhole(script, parse)).toBe(false);
});
