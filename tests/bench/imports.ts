import { importText } from '#lib/import/import-text.ts';

const ROUNDS = 200;
/** The promise: a curl command of ten kilobytes is read before the eye sees a delay. */
const LIMIT_MS = 20;
const SIZE = 10_000;

const URL = 'http://localhost:8080/api/v2/dags/nightly_sales/dagRuns';
const BODY = JSON.stringify({
	conf: Object.fromEntries(
		Array.from({ length: 260 }, (_, i) => [`key_${i}`, `it's value ${i} — “100%”`])
	)
}).slice(0, SIZE);

const double = BODY.replace(/[\\"$`]/g, '\\$&');
const cmd = BODY.replace(/"/g, '\\"').replace(/[^\w\s]/g, '^$&');
const powershell = BODY.replace(/[`"$“”]/g, '`$&');

/** The same command as each shell would have it. */
const COMMANDS: [name: string, text: string][] = [
	[
		'bash',
		`curl '${URL}' \\\n  -H 'Accept: */*' \\\n  --data-raw '${BODY.replaceAll("'", "'\\''")}'`
	],
	['bash, double quotes', `curl "${URL}" -H "Accept: */*" --data-raw "${double}"`],
	['cmd', `curl ^"${URL}^" ^\r\n  -H ^"Accept: */*^" ^\r\n  --data-raw ^"${cmd}^"`],
	['PowerShell', `Invoke-WebRequest -Uri "${URL}" -Method "POST" \`\n-Body "${powershell}"`]
];

/** How long it takes to read a curl command of ten kilobytes; cold and, in the long run, warm. */
export function benchImports(): void {
	for (const [name, text] of COMMANDS) {
		const times = Array.from({ length: ROUNDS }, () => {
			const start = performance.now();
			const { requests } = importText(text);
			if (requests[0]?.body !== BODY) throw new Error(`${name}: the body was read wrongly`);
			return performance.now() - start;
		});
		const cold = times[0] ?? NaN;
		const warm = times.toSorted((a, b) => a - b)[ROUNDS / 2] ?? NaN;
		const kilobytes = (text.length / 1000).toFixed(0);
		console.log(
			`import, ${name}, ${kilobytes} KB: first ${cold.toFixed(2)} ms, median ${warm.toFixed(2)} ms` +
				(Math.max(cold, warm) > LIMIT_MS ? `, over ${LIMIT_MS} ms` : '')
		);
	}
}
