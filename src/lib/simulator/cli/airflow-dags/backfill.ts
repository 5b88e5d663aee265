import {
	createBackfill,
	datesOf,
	datesToRun,
	hasActiveBackfill,
	isPeriodic,
	type NewBackfill
} from '#lib/simulator/actions/create-backfill.ts';
import { touch } from '#lib/simulator/agenda.ts';
import { isOn, numberOf, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { readJson } from '#lib/simulator/cli/airflow-core/json.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isDict } from '#lib/simulator/cli/airflowctl-python.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { isoUtc, parseInstant } from '#lib/simulator/time.ts';
import type { Backfill } from '#lib/simulator/world-tables.ts';

/** @source airflow/cli/commands/backfill_command.py (3.3) */
export const BACKFILL_COMMANDS: readonly Command[] = [
	{ name: 'backfill create', line: '3', run: create }
];

const MODELS = 'airflow.models.backfill';
/** Who runs the program on the machine. */
const USER = 'root';
const USUAL_RUNS = 10;

function create(session: Session, values: Values): void {
	const { world } = session;
	const conf = confOf(session, textOf(values, 'dag_run_conf'));
	const wanted = wantedOf(session, values, conf);
	if (isOn(values, 'dry_run')) return rehearse(session, values, wanted);
	const { dagId } = wanted.dag;
	if (hasActiveBackfill(world, dagId))
		session.crash(
			`${MODELS}.AlreadyRunningBackfill`,
			`Another backfill is running for Dag ${dagId}. There can be only one running backfill per Dag.`
		);
	if (datesOf(world, wanted).length === 0) {
		const range = `[${spaced(wanted.fromMs)}, ${spaced(wanted.toMs)}]`;
		session.show(`Warning: No runs to create for Dag ${dagId} in the range ${range}`);
		session.fail(1);
	}
	const dates = datesToRun(world, wanted);
	const { id } = createBackfill(world, { ...wanted, user: USER });
	touch(world);
	for (const atMs of dates) {
		const at = new Date(atMs);
		const parts = [
			at.getUTCFullYear(),
			at.getUTCMonth() + 1,
			at.getUTCDate(),
			at.getUTCHours(),
			at.getUTCMinutes(),
			at.getUTCSeconds()
		];
		session.log({
			level: 'info',
			text: 'Created backfill Dag run.',
			logger: MODELS,
			facts: {
				backfill_id: String(id),
				dag_id: dagId,
				loc: 'backfill.py:803',
				logical_date: `DateTime(${parts.join(', ')}, tzinfo=Timezone('UTC'))`
			}
		});
	}
}

function wantedOf(session: Session, values: Values, conf: Conf): NewBackfill {
	const dagId = textOf(values, 'dag_id') ?? '';
	const dag = session.world.dags.get(dagId);
	if (!dag) return session.crash('airflow.exceptions.DagNotFound', `Could not find dag ${dagId}`);
	if (!isPeriodic(dag))
		session.crash(
			`${MODELS}.DagNonPeriodicScheduleException`,
			`${dagId} has a non-periodic schedule that does not support backfills`
		);
	const at = (name: string) => parseInstant(textOf(values, name) ?? '')?.ms ?? NaN;
	return {
		dag,
		fromMs: at('from_date'),
		toMs: at('to_date'),
		conf,
		reprocess: (textOf(values, 'reprocess_behavior') ?? 'none') as Backfill['reprocess'],
		maxActiveRuns: numberOf(values, 'max_active_runs') ?? USUAL_RUNS,
		runBackwards: isOn(values, 'run_backwards')
	};
}

/** As Python prints an instant. */
const spaced = (ms: number) => isoUtc(ms)?.replace('T', ' ') ?? '';

type Conf = Record<string, unknown> | undefined;

function confOf(session: Session, text: string | undefined): Conf {
	if (!text) return undefined;
	const read = readJson(text);
	if ('error' in read)
		return session.crash('ValueError', `Invalid JSON in --dag-run-conf: ${read.error}`);
	return isDict(read.value) ? read.value : {};
}

function rehearse(session: Session, values: Values, wanted: NewBackfill): void {
	const behavior = textOf(values, 'reprocess_behavior');
	const params: Record<string, string> = {
		dag_id: wanted.dag.dagId,
		from_date: spaced(wanted.fromMs),
		to_date: spaced(wanted.toMs),
		max_active_runs: String(numberOf(values, 'max_active_runs') ?? 'None'),
		reverse: wanted.runBackwards ? 'True' : 'False',
		dag_run_conf: wanted.conf === undefined ? 'None' : pythonRepr(wanted.conf),
		reprocess_behavior: behavior ?? 'None',
		run_on_latest_version: values.run_on_latest_version === false ? 'False' : 'True'
	};
	session.show('Performing dry run of backfill.');
	session.show('Printing params:');
	for (const [name, value] of Object.entries(params)) session.show(`    - ${name} = ${value}`);
	session.show('Runs to be attempted:');
	session.show(gridOf(datesToRun(session.world, wanted).map(spaced)));
}

/** Runs in the frame that `tabulate(…, tablefmt='grid')` draws; nothing when there are none. */
function gridOf(dates: readonly string[]): string {
	if (dates.length === 0) return '';
	const heads = ['logical_date', 'partition_key', 'partition_date'];
	const [first = ''] = dates;
	// A column of nothing is as wide as its head with two more.
	const widths = [first.length, ...heads.slice(1).map((head) => head.length + 2)];
	const rule = (mark: string) => `+${widths.map((width) => mark.repeat(width + 2)).join('+')}+`;
	const row = (cells: readonly string[]) =>
		`|${widths.map((width, at) => ` ${(cells[at] ?? '').padEnd(width)} `).join('|')}|`;
	const body = dates.flatMap((date) => [row([date]), rule('-')]);
	return [rule('-'), row(heads), rule('='), ...body].join('\n');
}
