import { JOURNAL_LENGTH } from '#lib/simulator/journal.ts';
import { openRuns } from '#lib/simulator/past/past.ts';
import { changeRules } from './why-changes.ts';
import { clearRules } from './why-clear.ts';
import { code, fieldsOf, isObject, isTaken, isWriting, requestOf, subjectOf } from './why-entry.ts';
import { ANY_ADVICE, type Rule, type Sight } from './why-sight.ts';

const TRIGGER = 'POST /dags/{dag_id}/dagRuns';

const confLeftOut: Rule = {
	heard: ANY_ADVICE,
	sees({ asked, solution, world }) {
		const entry = asked.findLast((one) => one.operation === TRIGGER && isTaken(one));
		const { dag_id: dagId = '' } = entry?.params ?? {};
		const wanted = solution
			.filter(({ operation, path }) => operation === TRIGGER && path?.dag_id === dagId)
			.map(({ body }) => confOf(body));
		// A body that held a secret was not kept: what it lacked is not known.
		const fields = entry && fieldsOf(entry);
		const sent = fields && confOf(fields);
		if (!sent || wanted.length === 0 || wanted.some((conf) => holdsKeys(sent, conf)))
			return undefined;
		const key = Object.keys(wanted[0] ?? {}).find((name) => !(name in sent)) ?? '';
		const param = world.dags.get(dagId)?.params[key];
		const [name, dag] = [code(`conf.${key}`), code(dagId)];
		if (!param) {
			return {
				ru: `Последний запуск ${dag} ушёл без ${name}.`,
				en: `The last run of ${dag} was sent without ${name}.`
			};
		}
		const value = code(JSON.stringify(param.value));
		return {
			ru: `Последний запуск ${dag} ушёл без ${name}: DAG берёт тогда своё значение по умолчанию, ${value}.`,
			en: `The last run of ${dag} was sent without ${name}: the DAG then takes its own default, ${value}.`
		};
	}
};

/** What a trigger passes on; nothing when it says nothing. */
const confOf = (body: unknown): Record<string, unknown> =>
	isObject(body) && isObject(body.conf) ? body.conf : {};

const holdsKeys = (sent: Record<string, unknown>, wanted: Record<string, unknown>) =>
	Object.keys(wanted).every((name) => name in sent);

const moreRuns: Rule = {
	heard: ANY_ADVICE,
	sees({ exercise, solution, world }) {
		if (exercise.kind === 'open') return undefined;
		const triggers = solution.filter(({ operation }) => operation === TRIGGER);
		for (const dagId of new Set(triggers.map(({ path }) => path?.dag_id ?? ''))) {
			const enough = triggers.filter(({ path }) => path?.dag_id === dagId).length;
			const made = [...openRuns(world)].filter(
				(run) =>
					run.dagId === dagId && run.runType === 'manual' && (run.queuedAtMs ?? 0) > world.bornMs
			);
			if (made.length <= enough) continue;
			return {
				ru: `Запусков ${code(dagId)}, сделанных здесь, уже ${made.length}, а решению нужно не больше ${enough}: каждый принятый POST …/dagRuns создаёт новый.`,
				en: `There are ${made.length} runs of ${code(dagId)} made here by now, and the solution takes no more than ${enough}: each POST …/dagRuns that is accepted makes another.`
			};
		}
		return undefined;
	}
};

const onlyLooked: Rule = {
	heard: ANY_ADVICE,
	sees({ asked, solution, world }) {
		const writes = solution.map(({ operation }) => operation).filter(isWriting);
		// What was done on the command line leaves no entry.
		const isWhole = asked.length < JOURNAL_LENGTH && !hasCommands(world);
		if (writes.length === 0 || !isWhole) return undefined;
		const changed = asked.flatMap(({ operation }) =>
			operation !== undefined && isWriting(operation) ? [subjectOf(operation)] : []
		);
		const entry = asked.findLast(({ operation, ...rest }) => {
			if (operation === undefined || isWriting(operation) || rest.status !== 200) return false;
			const isThere = writes.some((write) => addressOf(write) === addressOf(operation));
			return changed.length === 0 || (isThere && !changed.includes(subjectOf(operation)));
		});
		if (!entry) return undefined;
		return {
			ru: `${requestOf(entry)} только читает, на сервере от него ничего не изменилось, а в решении есть и запрос, который что-то меняет.`,
			en: `${requestOf(entry)} only reads: nothing on the server has changed by it, and the solution takes a request that changes something.`
		};
	}
};

const addressOf = (operation: string) => operation.split(' ')[1];

const hasCommands = ({ eventLogs, bornMs }: Sight['world']) =>
	eventLogs.some(
		// Workers run each task by a command, too.
		({ event, atMs }) => event.startsWith('cli_') && event !== 'cli_task_run' && atMs > bornMs
	);

/** What was taken in and yet is not what it takes. */
export const requestRules: readonly Rule[] = [
	...clearRules,
	...changeRules,
	confLeftOut,
	moreRuns,
	onlyLooked
];
