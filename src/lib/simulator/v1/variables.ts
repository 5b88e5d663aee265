import type { Reply, Resource } from '#lib/simulator/call.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import type { Variable, World } from '#lib/simulator/world.ts';
import { applySorting, checkLimit } from './collection.ts';
import { formErrors } from './form.ts';
import { badRequest, isReply, noContent, notFound, ok, problem } from './reply.ts';
import { rule, type V1Call } from './rule.ts';

const body: JsonSchema = {
	properties: {
		key: { type: 'string' },
		description: { type: 'string', nullable: true },
		value: { type: 'string' }
	}
};
const form = {
	key: { required: true },
	value: { required: true },
	description: { notNull: true }
};

/** @source airflow/api_connexion/endpoints/variable_endpoint.py */
export const variables = {
	'GET /variables': rule({
		role: 'op',
		query: { limit: 'integer', offset: 'offset', order_by: 'string' },
		answer(world, { args }) {
			const limit = checkLimit(args.number('limit'), world);
			if (isReply(limit)) return limit;
			const all = [...world.variables.values()];
			const sorted = applySorting(all, args.text('order_by') ?? 'id', {
				id: (variable) => variable.id,
				key: (variable) => variable.key,
				value: (variable) => variable.value
			});
			if (isReply(sorted)) return sorted;
			const page = pageOf(sorted, limit, args.number('offset') ?? 0);
			return ok({ variables: page.map(showVariable), total_entries: sorted.length });
		}
	}),
	'POST /variables': rule({ role: 'op', body, answer: setVariable }),
	'GET /variables/{variable_key}': rule({
		role: 'op',
		query: {},
		answer(world, { param }) {
			const variable = world.variables.get(param('variable_key'));
			return variable ? ok(showVariable(variable)) : unknownVariable();
		}
	}),
	'PATCH /variables/{variable_key}': rule({
		role: 'op',
		query: { update_mask: 'array' },
		body,
		answer: patchVariable
	}),
	'DELETE /variables/{variable_key}': rule({
		role: 'op',
		query: {},
		answer: (world, { param }) =>
			world.variables.delete(param('variable_key')) ? noContent() : notFound('Variable not found')
	})
} satisfies Resource;

/** A key that exists is overwritten without a word. */
function setVariable(world: World, { form: sent }: V1Call): Reply {
	const errors = formErrors(sent, form);
	if (errors) return problem(400, 'Invalid Variable schema', errors);
	const { key, value, description } = sent as { key: string; value: string; description?: string };
	// `Variable.set` deletes first: the variable moves to the end and gets a new id.
	world.variables.delete(key);
	world.variables.set(key, {
		id: world.nextId++,
		key,
		value,
		...(description === undefined ? {} : { description })
	});
	return ok(sent);
}

function patchVariable(world: World, { param, form: sent, args }: V1Call): Reply {
	const errors = formErrors(sent, form);
	if (errors) return problem(400, 'Invalid Variable schema', errors);
	const key = param('variable_key');
	if (sent.key !== key) {
		return problem(400, 'Invalid post body', "key from request body doesn't match uri parameter");
	}
	const variable = world.variables.get(key);
	if (!variable) return unknownVariable();
	// Inside Airflow the value is called `val`, and the mask is held against that.
	const fields: Record<string, unknown> = { val: sent.value };
	if ('description' in sent) fields.description = sent.description;
	const mask = args.list('update_mask')?.map((field) => field.trim());
	const stray = mask?.find((field) => !(field in fields));
	if (stray !== undefined) return badRequest(`'${stray}' is unknown or cannot be updated.`);
	for (const field of mask ?? Object.keys(fields)) {
		if (field === 'val') variable.value = String(fields.val);
		if (field === 'description') variable.description = String(fields.description);
	}
	return ok(showVariable(variable));
}

const unknownVariable = () => notFound('Variable not found', 'Variable does not exist');

function showVariable({ key, value, description }: Variable) {
	return { description: description ?? null, key, value };
}
