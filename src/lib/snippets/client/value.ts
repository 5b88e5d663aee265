import { pythonValue } from '#lib/snippets/python-json.ts';
import { brackets, type Expression } from '#lib/snippets/python-layout.ts';
import { pythonString } from '#lib/snippets/python-literal.ts';
import type { JsonTree } from '#lib/snippets/json-tree.ts';
import { Findings, type Place } from './findings.ts';
import { isDay, pythonInstant } from './instant.ts';
import { pythonModel } from './model.ts';

/** A JSON value as the client wants it; `None` where it is refused, which the findings then say. */
export function clientValue(tree: JsonTree, type: string, place: Place): Expression {
	const { findings, name } = place;
	const refuse = (): Expression => {
		findings.refused.push(name);
		return 'None';
	};
	const alternatives = type.split('|');
	if (alternatives.length > 1)
		return firstExact(alternatives, place, (one, to) => clientValue(tree, one, to));
	const list = /^\[(.*)\]$/.exec(type)?.[1];
	if (list !== undefined) {
		if (tree.kind !== 'array') return refuse();
		return brackets(
			'[',
			tree.items.map((item) => clientValue(item, list, place)),
			']'
		);
	}
	if (type.startsWith('=')) {
		const isListed = tree.kind === 'string' && type.slice(1).split('=').includes(tree.text);
		return isListed ? pythonValue(tree) : refuse();
	}
	if (Object.hasOwn(place.facts.models, type)) return modelValue(tree, type, place);
	const value = plainValue(tree, type, place);
	return value ?? refuse();
}

function plainValue(tree: JsonTree, type: string, place: Place): Expression | undefined {
	const { findings, api } = place;
	if (type === 'any') return isSayable(tree, api) ? pythonValue(tree) : undefined;
	if (type === 'dict')
		return tree.kind === 'object' && isSayable(tree, api) ? pythonValue(tree) : undefined;
	if (type === 'bool')
		return tree.kind === 'word' && tree.word !== 'null' ? pythonValue(tree) : undefined;
	if (tree.kind === 'number') return numberValue(tree.digits, type, api);
	if (tree.kind !== 'string') return undefined;
	if (type === 'str') return isSayable(tree, api) ? pythonString(tree.text) : undefined;
	if (type === 'date' && isDay(tree.text)) {
		findings.datetimes.add('date');
		return `date.fromisoformat('${tree.text}')`;
	}
	const instant = type === 'datetime' ? pythonInstant(tree.text) : undefined;
	if (instant === undefined) return undefined;
	findings.datetimes.add('datetime');
	if (instant !== tree.text) findings.writesDates = true;
	return `datetime.fromisoformat('${instant}')`;
}

function numberValue(digits: string, type: string, api: Place['api']): string | undefined {
	const [, least] = /^int(?:>=(-?\d+))?$/.exec(type) ?? [];
	if (type.startsWith('int')) {
		if (!/^(0|-?[1-9]\d{0,300})$/.test(digits)) return undefined;
		return least !== undefined && Number(digits) < Number(least) ? undefined : digits;
	}
	if (type !== 'float' || !Number.isFinite(Number(digits))) return undefined;
	return api === 'v1' && /^-?\d+$/.test(digits) ? `${digits}.0` : digits;
}

function modelValue(tree: JsonTree, type: string, place: Place): Expression {
	const { words, oneOf } = place.facts.models[type] ?? {};
	place.findings.models.add(type);
	if (words) {
		if (tree.kind === 'string' && words.includes(tree.text))
			return `${type}(${pythonString(tree.text)})`;
		place.findings.refused.push(place.name);
		return 'None';
	}
	if (!oneOf) return pythonModel(tree, type, place, clientValue);
	const inner = firstExact(oneOf, place, (one, to) => clientValue(tree, one, to));
	return brackets(`${type}(`, [inner]);
}

// The first type that takes the value whole; else the first that takes it at all.
function firstExact(
	types: readonly string[],
	place: Place,
	write: (type: string, to: Place) => Expression
): Expression {
	const tried = types.map((type) => {
		const findings = new Findings();
		return { findings, value: write(type, { ...place, findings }) };
	});
	const best =
		tried.find(({ findings }) => findings.isExact) ??
		tried.find(({ findings }) => findings.refused.length + findings.needed.length === 0) ??
		tried[0];
	if (!best) return 'None';
	place.findings.take(best.findings);
	return best.value;
}

// Numbers that are no float of any size, and, in pydantic's text, halves of a letter.
function isSayable(tree: JsonTree, api: Place['api']): boolean {
	if (tree.kind === 'number')
		return /^-?\d{1,300}$/.test(tree.digits) || Number.isFinite(Number(tree.digits));
	if (tree.kind === 'string') return api === 'v1' || !/\p{Surrogate}/u.test(tree.text);
	if (tree.kind === 'array') return tree.items.every((item) => isSayable(item, api));
	if (tree.kind === 'word') return true;
	return tree.entries.every(
		([key, value]) => isSayable({ kind: 'string', text: key }, api) && isSayable(value, api)
	);
}
