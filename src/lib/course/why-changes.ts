import { code, fieldsOf, isObject, isTaken, isWriting, requestOf } from './why-entry.ts';
import { ANY_ADVICE, type Rule } from './why-sight.ts';

/** What names the thing itself: such fields a mask need not list. */
const IDENTITIES = ['name', 'key', 'connection_id', 'conn_type', 'username', 'email'];

const maskLeavesOut: Rule = {
	heard: ANY_ADVICE,
	sees({ asked, solution }) {
		const entry = asked.findLast((one) => one.method === 'PATCH' && isTaken(one));
		const fields = entry && fieldsOf(entry);
		const given = new URLSearchParams(entry?.query ?? '').getAll('update_mask');
		if (!entry || !fields || given.length === 0) return undefined;
		// v1 parts names by commas; to v2 a comma is part of a name.
		const isV1 = entry.path.startsWith('/api/v1/');
		if (isV1 && given.length > 1) return undefined;
		const named = (isV1 ? given.flatMap((names) => names.split(',')) : given).map((one) =>
			one.trim()
		);
		const wanted = solution
			.filter(({ operation }) => operation === entry.operation)
			.flatMap(({ query }) => query?.update_mask?.split(',') ?? []);
		const left = Object.keys(fields).filter(
			(name) =>
				!named.includes(name) &&
				!IDENTITIES.includes(name) &&
				(wanted.length === 0 || wanted.includes(name))
		);
		if (left.length === 0) return undefined;
		const [names, mask] = [left.map(code).join(', '), code(given.join(','))];
		return {
			ru: `Из ${requestOf(entry)} взято не всё: в update_mask стоит ${mask}, и поля тела, которых там нет (${names}), сервер не тронул.`,
			en: `${requestOf(entry)} was not taken whole: update_mask says ${mask}, and the server left alone what it does not name (${names}).`
		};
	}
};

const emptyPatch: Rule = {
	heard: ANY_ADVICE,
	sees({ asked }) {
		const entry = asked.findLast((one) => one.method === 'PATCH' && isTaken(one));
		const fields = entry?.path.startsWith('/api/v2/') ? fieldsOf(entry) : undefined;
		if (!entry || !fields || Object.keys(fields).length > 0) return undefined;
		return {
			ru: `${requestOf(entry)} ушёл с пустым телом ${code('{}')}: менять было нечего, хотя ответ — ${entry.status}.`,
			en: `${requestOf(entry)} left with an empty body, ${code('{}')}: there was nothing to change, though the answer was ${entry.status}.`
		};
	}
};

/** Parameters of a path that say what a request is about; the name of a run is often free to choose. */
const TARGETS = ['dag_id', 'pool_name', 'variable_key', 'connection_id'];

/** Fields that name what a request makes. */
const NEW_NAMES: Readonly<Record<string, string>> = {
	'POST /pools': 'name',
	'POST /variables': 'key',
	'POST /connections': 'connection_id'
};

const otherTarget: Rule = {
	heard: ANY_ADVICE,
	sees({ asked, exercise, solution }) {
		const changes = solution.some(({ operation }) => isWriting(operation));
		const entry = asked.findLast(
			(one) => one.operation !== undefined && isTaken(one) && (!changes || isWriting(one.operation))
		);
		const steps = solution.filter(({ operation }) => operation === entry?.operation);
		if (!entry || exercise.kind === 'open' || steps.length === 0) return undefined;
		const param = TARGETS.find(
			(name) =>
				entry.params[name] !== undefined &&
				entry.params[name] !== '~' &&
				steps.every(({ path }) => path?.[name] !== entry.params[name] && path?.[name] !== '~')
		);
		const field = NEW_NAMES[entry.operation ?? ''];
		const made = field === undefined ? undefined : fieldsOf(entry)?.[field];
		const isOther = steps.every(
			({ body }) => isObject(body) && field !== undefined && body[field] !== made
		);
		const sent =
			param === undefined
				? typeof made === 'string' && isOther
					? made
					: undefined
				: entry.params[param];
		if (sent === undefined) return undefined;
		return {
			ru: `${requestOf(entry)} прошёл, но относится к ${code(sent)}, а в решении такой запрос — к другому.`,
			en: `${requestOf(entry)} went through, but it is about ${code(sent)}, and in the solution such a request is about something else.`
		};
	}
};

const deleted: Rule = {
	heard: ANY_ADVICE,
	sees({ asked, exercise, solution }) {
		const entry = asked.findLast(
			(one) => one.operation !== undefined && isWriting(one.operation) && isTaken(one)
		);
		const isMeant = solution.some(({ operation }) => operation.startsWith('DELETE '));
		if (entry?.method !== 'DELETE' || isMeant) return undefined;
		if (exercise.kind === 'open' || solution.length === 0) return undefined;
		return {
			ru: `${requestOf(entry)} удалил то, что названо в пути, а решение ничего не удаляет. Отмените это действие или начните сначала.`,
			en: `${requestOf(entry)} deleted what its path names, and the solution deletes nothing. Undo it, or start over.`
		};
	}
};

/** Changes that went through and changed too little, or something else. */
export const changeRules: readonly Rule[] = [maskLeavesOut, emptyPatch, otherTarget, deleted];
