import { compare, equals } from './order.ts';
import { brief, isObject, Raised, type Json, type JsonObject } from './value.ts';

/** `left operator right`. @throws Raised */
export function calculate(operator: string, left: Json, right: Json): Json {
	switch (operator) {
		case '==':
			return equals(left, right);
		case '!=':
			return !equals(left, right);
		case '<':
			return compare(left, right) < 0;
		case '<=':
			return compare(left, right) <= 0;
		case '>':
			return compare(left, right) > 0;
		case '>=':
			return compare(left, right) >= 0;
		case '+':
			return plus(left, right);
		case '-':
			return minus(left, right);
		case '*':
			return times(left, right);
		case '/':
			return over(left, right);
		default:
			return rest(left, right);
	}
}

const cannot = (left: Json, right: Json, what: string) =>
	new Raised(`${brief(left)} and ${brief(right)} cannot be ${what}`);

export function plus(left: Json, right: Json): Json {
	if (left === null) return right;
	if (right === null) return left;
	if (typeof left === 'number' && typeof right === 'number') return left + right;
	if (typeof left === 'string' && typeof right === 'string') return left + right;
	if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
	if (isObject(left) && isObject(right)) return new Map([...left, ...right]);
	throw cannot(left, right, 'added');
}

function minus(left: Json, right: Json): Json {
	if (typeof left === 'number' && typeof right === 'number') return left - right;
	if (Array.isArray(left) && Array.isArray(right))
		return left.filter((one) => !right.some((other) => equals(one, other)));
	throw cannot(left, right, 'subtracted');
}

function times(left: Json, right: Json): Json {
	if (typeof left === 'number' && typeof right === 'number') return left * right;
	if (typeof left === 'number' && typeof right === 'string') return times(right, left);
	if (typeof left === 'string' && typeof right === 'number')
		return right > 0 ? left.repeat(right < 1 ? 1 : Math.floor(right)) : null;
	if (isObject(left) && isObject(right)) return merged(left, right);
	throw cannot(left, right, 'multiplied');
}

function merged(left: JsonObject, right: JsonObject): JsonObject {
	const all = new Map(left);
	for (const [key, value] of right) {
		const before = all.get(key);
		all.set(key, isObject(before) && isObject(value) ? merged(before, value) : value);
	}
	return all;
}

function over(left: Json, right: Json): Json {
	if (typeof left === 'number' && typeof right === 'number') {
		if (right === 0) throw cannot(left, right, 'divided because the divisor is zero');
		return left / right;
	}
	if (typeof left === 'string' && typeof right === 'string')
		return left === '' ? [] : left.split(right);
	throw cannot(left, right, 'divided');
}

function rest(left: Json, right: Json): Json {
	if (typeof left !== 'number' || typeof right !== 'number') throw cannot(left, right, 'divided');
	const divisor = Math.trunc(right);
	if (divisor === 0) throw cannot(left, right, 'divided (remainder) because the divisor is zero');
	return Math.trunc(left) % Math.abs(divisor);
}
