import { FLAG_NAMES } from '#lib/import/curl/flags.ts';
import { argumentsOf, namesBelow } from '#lib/simulator/cli/airflow-core/syntax.ts';
import { COMMANDS as CTL } from '#lib/simulator/cli/airflowctl-syntax.ts';
import type { Outside } from '#lib/runtimes/outside.ts';
import { COMMANDS } from './commands.ts';
import type { Engine } from './engine.ts';

interface Around {
	shell: Engine;
	outside: Outside;
	line: '2' | '3' | undefined;
	/** Ids that were asked for lately, by what was asked. */
	known?: Map<string, { ids: string[]; atMs: number }>;
}

const MOST = 50;
/** How long ids count as known, and how long they are waited for. */
const KNOWN_MS = 5_000;
const PATIENCE_MS = 1_500;
const BUILTINS =
	'break case cd continue declare do done echo elif else esac eval exec exit export fi for function if in local printf pwd read return set shift source test then type unset until wait while'.split(
		' '
	);

/** What may stand at the end of `text`: words for `text.slice(from)`. */
export async function complete(
	text: string,
	around: Around
): Promise<{ from: number; words: string[] }> {
	const begun = /[^\s;|&()<>"'`=,]*$/.exec(text)?.[0] ?? '';
	const from = text.length - begun.length;
	const line = /[^\n;|&(`]*$/.exec(text.slice(0, from))?.[0] ?? '';
	const before = line.split(/\s+/).filter((word) => word !== '' && !/^\w+=/.test(word));
	const words = await candidates(begun, before, around);
	const fitting = words.filter((word) => word.startsWith(begun) && word !== begun);
	return { from, words: [...new Set(fitting)].toSorted().slice(0, MOST) };
}

async function candidates(
	begun: string,
	before: readonly string[],
	around: Around
): Promise<string[]> {
	const { shell, line } = around;
	if (begun.startsWith('$')) return (await shell.names()).variables.map((name) => `$${name}`);
	const inPath = await idsInPath(begun, around);
	if (inPath) return inPath;
	const [program] = before;
	if (program === undefined) {
		const { commands } = await shell.names();
		return [...commands, ...Object.keys(COMMANDS), ...BUILTINS];
	}
	if (program === 'curl' && begun.startsWith('-')) return FLAG_NAMES.map((name) => `--${name}`);
	const rest = before.slice(1).filter((word) => !word.startsWith('-'));
	if (program === 'airflow' && line !== undefined) {
		const below = namesBelow(line, rest.slice(0, 2));
		if (below.length > 0 && rest.length < 2) return below;
		const command = rest.slice(0, 2).join(' ');
		if (begun.startsWith('-')) return argumentsOf(line, command).flatMap(({ flags }) => flags);
		return [...(await idsFor(command, around)), ...(await files(begun, shell))];
	}
	if (program === 'airflowctl') {
		const names = [...CTL.keys()].map((name) => name.split(' '));
		const below = names.filter((name) => rest.every((word, at) => name[at] === word));
		const next = below.flatMap((name) => name[rest.length] ?? []);
		if (next.length > 0 && !begun.startsWith('-')) return next;
		const command = rest.slice(0, 2).join(' ');
		if (begun.startsWith('-'))
			return CTL.get(command)?.args.flatMap(({ flags = [] }) => flags) ?? [];
		return [...(await idsFor(command, around)), ...(await files(begun, shell))];
	}
	return files(begun, shell);
}

async function files(begun: string, shell: Engine): Promise<string[]> {
	const { files, cwd } = await shell.names();
	if (!begun.includes('/')) return files;
	const prefix = cwd === '/' ? '/' : `${cwd}/`;
	const all = Object.keys(await shell.files());
	return [
		...all,
		...all.flatMap((path) => (path.startsWith(prefix) ? path.slice(prefix.length) : []))
	];
}

/** Ids behind the words of a command that takes one. */
function idsFor(command: string, around: Around): Promise<string[]> {
	const [group] = command.split(' ');
	if (group === 'dags' || group === 'tasks' || group === 'dagrun' || group === 'backfill')
		return idsOf('dags?limit=100', 'dags', 'dag_id', around);
	if (group === 'pools') return idsOf('pools?limit=100', 'pools', 'name', around);
	if (group === 'variables') return idsOf('variables?limit=100', 'variables', 'key', around);
	if (group === 'connections')
		return idsOf('connections?limit=100', 'connections', 'connection_id', around);
	return Promise.resolve([]);
}

/** Ids in an address of the API that is being typed. */
async function idsInPath(begun: string, around: Around): Promise<string[] | undefined> {
	const [, start, path] = /^(.*\/api\/v[12]\/)(.*)$/.exec(begun) ?? [];
	if (start === undefined || path === undefined) return undefined;
	const runs = /^dags\/([^/~]+)\/dagRuns\/[^/]*$/.exec(path);
	const known = runs
		? await idsOf(
				`dags/${runs[1]}/dagRuns?limit=50&order_by=-start_date`,
				'dag_runs',
				'dag_run_id',
				around
			)
		: /^dags\/[^/]*$/.test(path)
			? await idsOf('dags?limit=100', 'dags', 'dag_id', around)
			: /^pools\/[^/]*$/.test(path)
				? await idsOf('pools?limit=100', 'pools', 'name', around)
				: undefined;
	const front = begun.replace(/[^/]*$/, '');
	if (known) return known.map((id) => `${front}${encodeURIComponent(id)}`);
	const roots = 'dags pools variables connections version config eventLogs importErrors'.split(' ');
	return /^[^/]*$/.test(path) ? roots.map((name) => `${start}${name}`) : [];
}

async function idsOf(path: string, list: string, field: string, around: Around): Promise<string[]> {
	const { shell, outside, line } = around;
	// Asking the learner's own server while a word is typed would surprise.
	if (line === undefined) return [];
	const {
		AIRFLOW_TOKEN: token,
		AIRFLOW_USERNAME: user = '',
		AIRFLOW_PASSWORD: password = ''
	} = shell.env;
	const key = `${token ?? user} ${path}`;
	const before = around.known?.get(key);
	const atMs = performance.now();
	if (before && atMs - before.atMs < KNOWN_MS) return before.ids;
	const asked = outside.exchange(
		{
			method: 'GET',
			url: `http://localhost:8080/api/${line === '2' ? 'v1' : 'v2'}/${path}`,
			headers: [
				['Authorization', token ? `Bearer ${token}` : `Basic ${btoa(`${user}:${password}`)}`]
			]
		},
		AbortSignal.timeout(PATIENCE_MS)
	);
	// Who types waits for nobody.
	const answer = await asked.catch(() => undefined);
	if (answer?.kind !== 'answer' || answer.status !== 200) return [];
	const found = JSON.parse(answer.body) as Record<string, Record<string, unknown>[] | undefined>;
	const ids = (found[list] ?? []).map((one) => String(one[field]));
	around.known?.set(key, { ids, atMs });
	return ids;
}
