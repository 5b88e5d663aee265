import type { Reply, Resource } from '#lib/simulator/call.ts';
import { knownSecrets } from '#lib/simulator/known-secrets.ts';
import type { Variable, World } from '#lib/simulator/world.ts';
import { cutPage } from './cursor.ts';
import { fitsPattern, fitsPrefix, optionalText, page, texts } from './filters.ts';
import { optional, required, type Body, type Model } from './model.ts';
import { operation } from './operation.ts';
import { criteria, orderBy, type Columns } from './order.ts';
import { dumps } from './python-repr.ts';
import { anything, nullable, text } from './readers.ts';
import { badRequest, isReply, noContent, notFound, ok, refuse } from './reply.ts';
import { shownValue } from './shown-secrets.ts';

const fields = {
	key: required(text(250)),
	value: required(anything),
	description: optional(nullable(text()), null),
	team_name: optional(nullable(text(50)), null)
};
export const variableBody: Model<typeof fields> = {
	fields,
	after: ({ team_name }) =>
		team_name === null
			? undefined
			: 'team_name cannot be set when multi_team mode is disabled. Please contact your administrator.'
};

const columns: Columns<Variable> = {
	key: { kind: 'text', value: (variable) => variable.key },
	id: { kind: 'number', value: (variable) => variable.id },
	_val: { kind: 'text', value: (variable) => variable.value },
	description: { kind: 'text', value: (variable) => variable.description },
	is_encrypted: { kind: 'number', value: () => 1 },
	team_name: { kind: 'text', value: () => undefined }
};

/** @source airflow/api_fastapi/core_api/routes/public/variables.py */
export const variables = {
	'GET /variables': operation(
		{
			query: {
				...page,
				order_by: orderBy('id'),
				variable_key_pattern: optionalText,
				variable_key_prefix_pattern: optionalText
			}
		},
		(world, _, { query }) => {
			const by = criteria(query.order_by, columns, 'id');
			if (isReply(by)) return by;
			const found = [...world.variables.values()].filter(
				({ key }) =>
					fitsPattern(key, query.variable_key_pattern) &&
					fitsPrefix(key, query.variable_key_prefix_pattern)
			);
			const cut = cutPage(found, by, { ...query, cursor: null });
			if (isReply(cut)) return cut;
			return ok({ variables: cut.rows.map(shapeIn(world)), total_entries: found.length });
		}
	),
	'POST /variables': operation({ body: variableBody }, (world, _, { body }) => {
		const { key } = body.values;
		if (world.variables.has(key)) {
			return refuse(409, `The Variable with key: \`${key}\` already exists`);
		}
		const variable = addVariable(world, body);
		return ok(shapeIn(world)(variable), 201);
	}),
	'GET /variables/{variable_key}': (world, { param }) => {
		const variable = world.variables.get(param('variable_key'));
		return variable ? ok(shapeIn(world)(variable)) : unknownVariable(param('variable_key'));
	},
	'PATCH /variables/{variable_key}': operation(
		{ query: { update_mask: texts }, body: variableBody },
		(world, { param }, { query: { update_mask: mask }, body }) => {
			if (body.values.key !== param('variable_key')) {
				return badRequest("Invalid body, key from request body doesn't match uri parameter");
			}
			return patchVariable(world, body, mask);
		}
	),
	'DELETE /variables/{variable_key}': (world, { param }) =>
		world.variables.delete(param('variable_key'))
			? noContent()
			: unknownVariable(param('variable_key'))
} satisfies Resource;

export function addVariable(world: World, { values }: Body<typeof fields>): Variable {
	const variable: Variable = {
		id: world.nextId++,
		key: values.key,
		value: textOf(values.value),
		...(values.description !== null && { description: values.description })
	};
	world.variables.set(variable.key, variable);
	return variable;
}

export function patchVariable(
	world: World,
	{ values, given }: Body<typeof fields>,
	mask: string[]
): Reply {
	const variable = world.variables.get(values.key);
	if (!variable) return unknownVariable(values.key);
	if (mask.includes('key')) {
		const rule = 'the following fields are immutable and cannot be modified';
		return badRequest(`Update not allowed: ${rule}: {'key'}`);
	}
	const touches = (field: string) =>
		given.has(field) && (mask.length === 0 || mask.includes(field));
	if (touches('value')) variable.value = textOf(values.value);
	if (touches('description')) {
		if (values.description === null) delete variable.description;
		else variable.description = values.description;
	}
	return ok(shapeIn(world)(variable));
}

/** @source airflow/api_fastapi/core_api/datamodels/variables.py `VariableResponse` */
function shapeIn(world: World) {
	const secrets = knownSecrets(world);
	return ({ key, value, description }: Variable) => ({
		key,
		value: shownValue(key, value, secrets),
		description: description ?? null,
		is_encrypted: true,
		team_name: null
	});
}

/** Variables are text; other JSON is kept as its indented text. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : dumps(value, '  '));

const unknownVariable = (key: string) =>
	notFound(`The Variable with key: \`${key}\` was not found`);
