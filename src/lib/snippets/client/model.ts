import { brackets, type Expression } from '#lib/snippets/python-layout.ts';
import { pythonString } from '#lib/snippets/python-literal.ts';
import type { JsonTree } from '#lib/snippets/json-tree.ts';
import { namesIn } from './facts.ts';
import type { Place } from './findings.ts';

/** Writes a value of a type. */
type Write = (tree: JsonTree, type: string, place: Place) => Expression;
type Argument = readonly [before: string, value: Expression];

/** A JSON object as a call of the model's class: `DAGRun(dag_run_id='mine')`. */
export function pythonModel(tree: JsonTree, type: string, place: Place, write: Write): Expression {
	const model = place.facts.models[type] ?? {};
	if (tree.kind !== 'object') {
		place.findings.refused.push(place.name);
		return 'None';
	}
	const fields = namesIn(model.fields);
	const given = new Map(tree.entries);
	const known = fields.flatMap((field): Argument[] => {
		const value = given.get(field.name);
		if (value === undefined) {
			if (field.isRequired) place.findings.needed.push(field.name);
			else if (model.adds && Object.hasOwn(model.adds, field.name))
				place.findings.added.push(field.name);
			return [];
		}
		if (isNull(value)) {
			const said = nullArgument(field.name, field.isNullable, type, place);
			return said ? [[`${field.keyword}=`, 'None']] : [];
		}
		if (field.type === 'readOnly') {
			place.findings.lost.push(field.name);
			return [];
		}
		return [[`${field.keyword}=`, write(value, field.type, { ...place, name: field.name })]];
	});
	// As the learner wrote them, not as the client lists them.
	const order = new Map(tree.entries.map(([name], i) => [name, i]));
	const names = new Map(fields.map(({ name, keyword }) => [`${keyword}=`, order.get(name) ?? 0]));
	known.sort(([one], [other]) => (names.get(one) ?? 0) - (names.get(other) ?? 0));
	const others = tree.entries.filter(([name, value]) => {
		const field = fields.find((one) => one.name === name);
		return field ? isNull(value) && goesBeside(name, type, place) : true;
	});
	return brackets(`${type}(`, [...known, ...otherArguments(others, type, place, write)]);
}

function isNull(tree: JsonTree): boolean {
	return tree.kind === 'word' && tree.word === 'null';
}

// True when `name=None` says something: that null is sent, or that the model's own default is not.
function nullArgument(name: string, isNullable: boolean, type: string, place: Place): boolean {
	const { adds = {}, keepsNull = [] } = place.facts.models[type] ?? {};
	if (place.api === 'v1') {
		if (!isNullable) place.findings.lost.push(name);
		return isNullable;
	}
	if (keepsNull.includes(name) || adds[name] === null) return true;
	if (goesBeside(name, type, place)) return false;
	place.findings.nulls.push(name);
	return Object.hasOwn(adds, name);
}

// 3.x leaves a null out of the field it belongs to, but sends what stands in additional_properties.
function goesBeside(name: string, type: string, { api, facts }: Place): boolean {
	const { adds = {}, keepsNull = [], closed = false } = facts.models[type] ?? {};
	return api === 'v2' && !closed && !keepsNull.includes(name) && !Object.hasOwn(adds, name);
}

function otherArguments(
	entries: readonly (readonly [name: string, value: JsonTree])[],
	type: string,
	place: Place,
	write: Write
): Argument[] {
	if (entries.length === 0) return [];
	if (place.facts.models[type]?.closed) {
		place.findings.lost.push(...entries.map(([name]) => name));
		return [];
	}
	const plain = ([name, value]: readonly [string, JsonTree], before: string): Argument => [
		before,
		write(value, 'any', { ...place, name })
	];
	if (place.api === 'v2') {
		const items = entries.map((entry) => plain(entry, `${pythonString(entry[0])}: `));
		return [['additional_properties=', brackets('{', items, '}')]];
	}
	// Its constructor has this name itself.
	if (entries.some(([name]) => name === 'self')) place.findings.refused.push('self');
	const named = entries.filter(([name]) => isKeyword(name));
	const odd = entries.filter(([name]) => !isKeyword(name));
	const items = odd.map((entry) => plain(entry, `${pythonString(entry[0])}: `));
	return [
		...named.map((entry) => plain(entry, `${entry[0]}=`)),
		...(items.length > 0 ? [['**', brackets('{', items, '}')] as const] : [])
	];
}

function isKeyword(name: string): boolean {
	return /^[a-z][a-z0-9_]*$/i.test(name) && !RESERVED.has(name);
}

// The keywords of the Python language reference.
const RESERVED = new Set(
	'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return self try while with yield'.split(
		' '
	)
);
