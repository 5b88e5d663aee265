/** Text that breaks generators: quoting, globbing, encoding, numbers, Python's words, injected commands. */
export const NASTY = [
	`it's "quoted" \\ and \\n`,
	`'; touch CANARY; '`,
	'$(touch CANARY) `touch CANARY` $HOME ${PATH}',
	'x: true, y: null, "z": false',
	'[1-3]{a,b}[]',
	'@/etc/hostname',
	'-d --help',
	'_; touch CANARY',
	'/../..//./%2e%2e',
	'?a=&b#c&quot;',
	'+ %20 %zz 100%',
	'2026-11-22T10:00:00+00:00',
	'продажи ☃ 🎏 é',
	'a\nb\r\nc\td',
	'!! !history ^x^y',
	'\'\'\'"""\\',
	"__import__('os').system('touch CANARY')",
	'\u00a0\u200b\u202e\u2028\ufeff',
	'\ud83d',
	' ',
	'%PATH% %1 %% %~d0 ^% %p%',
	'& | < > ( ) ^ "& calc" & rem',
	'%PROMPT:~0,1%"&touch CANARY&"',
	"’; touch CANARY; ‘ “$(touch CANARY)” ''",
	'`n $env:HOME @{a=1} @(1) #{x} ;',
	'${{ secrets.AIRFLOW_TOKEN }} {{ ds }} $[[ inputs.x ]]',
	'</script><!-- --> ${x} `${x}`',
	'tail\\',
	'\\"',
	'\0 nul',
	'*? ~ ~root ; exit 7 # no',
	'<< EOF\n$(touch CANARY)\nEOF\n',
	'###\n< /etc/hostname\n> x'
] as const;

/** JSON and what only looks like it. */
export const NASTY_BODIES = [
	'',
	' ',
	'{}',
	'[]',
	'null',
	'true',
	'0',
	'""',
	'{"a": 1}',
	'{"a":1}',
	'{"a": 12345678901234567890123, "b": -0, "c": 1.0, "d": 1.50, "e": 1e3, "f": 1.5, "g": 0.00001}',
	'{"a": 1.5, "b": -7, "c": 0.5, "d": 100.0, "e": -0.0001}',
	'{"a": 1, "a": 2}',
	'{"2": 1, "1": 2, "__proto__": {"x": null}}',
	'{"a": "\\ud83d", "b": "\\u0441", "c": "\\/", "d": "\\u007f", "e": "\\"\\\\\\n\\t\\b\\f"}',
	'{"a": "\\u0441\\ud83c\\udf8f", "x: true, y": [true, false, null, "null"]}',
	`{"deep": ${'['.repeat(300)}${']'.repeat(300)}}`,
	'{"empty": {}, "list": [], "nested": {"list": [{"a": [1, 2, {"b": "a long enough text to wrap this"}]}]}}',
	'{\n  "conf": {\n    "name": "it\'s"\n  }\n}\n',
	'{"a":\r\n1}',
	'not json {',
	`"${'x'.repeat(100_000)}"`
];

/** Single marks that random texts are built of, where they meet in every order. */
export const NASTY_MARKS = [
	...'\'"`$(){}[]<>|&;!%^\\@#*?~=:,+-/._ \tabn01',
	"''",
	'\\"',
	'${{',
	'%a%',
	'é',
	'ж',
	'🎏',
	'\u2028',
	'’',
	'“',
	'\r',
	'\n'
] as const;

/** Headers that a target may write, name or empty in a way of its own. */
export const NASTY_HEADERS: readonly Record<string, string>[] = [
	{ constructor: 'x', __proto: 'y' },
	{ '-X-Minus': 'a', '!odd#$%&*+.^_`|~': 'b' },
	{ "it's": "it's" },
	{ 'If-Match': '"etag"', 'If-None-Match': 'W/"x"' },
	{ 'X-A': '@/etc/hostname', 'X-B': '=1', 'X-C': ':=1', 'X-D': ';' },
	{ 'X-A': 'a\\=b', 'X-B': '\\', 'X-C': '\\\\:' },
	{ 'User-Agent': 'me/1.0', Accept: 'application/json' },
	{ 'X-Tab': 'a\tb', 'X-Empty': '' }
];

/** Bodies that are not JSON. */
export const TYPED_BODIES: readonly (readonly [type: string, body: string])[] = [
	['application/x-www-form-urlencoded', 'a=1&b=%20&c=+&a=2&d'],
	['application/x-www-form-urlencoded', "@x='&$(touch CANARY)"],
	['application/x-ndjson', '{"a": 1}\n{"b": 2}\n'],
	['application/x-ndjson', '{"a":1}\r\n\r\n{"b":"$HOME"}'],
	['text/plain; charset=utf-8', 'да\n'],
	['application/merge-patch+json; charset="utf-8"', '{"a":null}'],
	['application/json; charset=utf-8', '{"a": "да"}'],
	['text/x-odd type', 'x']
];
