import { quote } from './shell-word.ts';
import { finalStates, patience, type Waiting } from './waiting.ts';

/**
 * The lines, for any POSIX shell with curl and jq, that ask for what `$answer` started until it has ended.
 * They exit with 1 when it failed and with 124 when the time is up.
 */
export function waitLines(waiting: Waiting, credentialWords: readonly string[]): string[] {
	const ask = (url: string) =>
		['curl -g --fail -sS --retry 5', `"${shellUrl(url)}"`, ...credentialWords].join(' ');
	return [
		...idLines(waiting),
		`deadline=$(($(date +%s) + ${patience.timeout}))`,
		`for id in $(printf '%s\\n' "$ids"); do`,
		`  pause=${patience.firstPause}`,
		'  while :; do',
		`    now=$(${ask(`${waiting.pollUrl}$id`)})`,
		...(waiting.of === 'dagRun' ? runLines() : backfillLines(ask(`${waiting.failedUrl}$since`))),
		'    if [ "$(date +%s)" -ge "$deadline" ]; then',
		`      echo "$id has not ended within ${patience.timeout} s" >&2`,
		'      exit 124',
		'    fi',
		'    sleep "$pause"',
		`    pause=$((pause * 2 < ${patience.longestPause} ? pause * 2 : ${patience.longestPause}))`,
		'  done',
		'done'
	];
}

function idLines({ ids, dagInAnswer }: Waiting): string[] {
	if (ids.from === 'request')
		return [`ids=${quote(ids.ids.map((id) => encodeURIComponent(id)).join(' '))}`];
	const { field, list } = ids;
	const found = `(.${field} // error("no ${field} in the answer") | @uri)`;
	const path = dagInAnswer ? `"\\(.dag_id | @uri)/dagRuns/\\${found}"` : found.slice(1, -1);
	const filter = list === undefined ? path : `[.${list}[] | ${path}] | unique[]`;
	return [`ids=$(printf '%s' "$answer" | jq -r ${quote(filter)})`];
}

function runLines(): string[] {
	return [
		`    state=$(printf '%s' "$now" | jq -r .state)`,
		'    echo "$id is $state" >&2',
		`    if [ "$state" = ${finalStates.good} ]; then break; fi`,
		`    if [ "$state" = ${finalStates.bad} ]; then exit 1; fi`
	];
}

function backfillLines(askFailed: string): string[] {
	return [
		`    if [ "$(printf '%s' "$now" | jq -r .completed_at)" != null ]; then`,
		`      since=$(printf '%s' "$now" | jq -r '.created_at | @uri')`,
		`      failed=$(${askFailed})`,
		`      failed=$(printf '%s' "$failed" | jq -r .total_entries)`,
		'      echo "Backfill $id has ended, failed runs: $failed" >&2',
		'      if [ "$failed" = 0 ]; then break; fi',
		'      exit 1',
		'    fi'
	];
}

// In double quotes only `$id` and `$since` are the shell's; a URL is ASCII and holds no quote or backslash that is raw.
function shellUrl(url: string): string {
	const [, before = '', variable = ''] = /^(.*?)(\$(?:id|since))$/s.exec(url) ?? [];
	return before.replace(/[\\"$`!]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`) + variable;
}
