import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Operation } from '#lib/openapi/operation.ts';
import type { Api } from './cases/case.ts';
import type { RawAnswer } from './compare.ts';
import { specOf } from './fuzz/requests.ts';
import type { Outgoing } from './play.ts';

/** What the specification has against an answer, in words; empty when it is as the specification says. */
export type SchemaCheck = (request: Outgoing, answer: RawAnswer) => string[];

/** Holds answers against the response schemas of the bundled specification. */
export function schemaCheck(api: Api): SchemaCheck {
	const { operations, schemas } = specOf(api);
	const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
	addFormats.default(ajv);
	// Connexion's own formats and Pydantic's, which say nothing that JSON could break.
	for (const format of [
		'binary',
		'path',
		'timedelta',
		'duration',
		'json-string',
		'uuid7',
		'datetime'
	])
		ajv.addFormat(format, true);
	ajv.addSchema({ $id: 'spec', components: { schemas } });
	const compiled = new Map<string, ValidateFunction>();
	const routes = operations
		.map((operation) => ({ operation, pattern: patternOf(operation.path) }))
		.sort((a, b) => b.pattern.words - a.pattern.words);

	return (request, answer) => {
		const path = decodeURIComponent(request.path.split('?')[0] ?? '');
		const found = routes.find(
			({ operation, pattern }) => operation.method === request.method && pattern.test.test(path)
		);
		if (!found || answer.text === '' || !/json/.test(answer.type)) return [];
		const { operation } = found;
		const schema = schemaFor(operation, answer);
		if (schema === undefined) return [];
		const name = `${operation.key} ${answer.status}`;
		const validate = compiled.get(name) ?? ajv.compile(rooted(schema) as object);
		compiled.set(name, validate);
		if (validate(JSON.parse(answer.text))) return [];
		const errors = (validate.errors ?? []).map(
			({ instancePath, message }) => `${instancePath.replaceAll(/\/\d+(?=\/|$)/g, '/n')} ${message}`
		);
		return [...new Set(errors)].map((error) => `${name}: ${error}`);
	};
}

/** The schema of that status, if the specification has one. */
function schemaFor({ responses }: Operation, { status }: RawAnswer): unknown {
	const response =
		responses.find((one) => one.status === String(status)) ??
		(status < 400 ? undefined : responses.find((one) => one.status === 'default'));
	return Object.entries(response?.content ?? {}).find(([type]) => /json/.test(type))?.[1];
}

function patternOf(path: string) {
	const source = path
		.split(/\{\w+\}/)
		.map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&'))
		.join('[^/]+');
	const words = path.split('/').filter((word) => !word.startsWith('{')).length;
	return { words, test: new RegExp(`^(/api/v[12])?${source}$`) };
}

/** References as ajv finds them. */
function rooted(node: unknown): unknown {
	if (Array.isArray(node)) return node.map(rooted);
	if (typeof node !== 'object' || node === null) return node;
	return Object.fromEntries(
		Object.entries(node).map(([key, value]) => [
			key,
			key === '$ref' && typeof value === 'string' ? value.replace('#/', 'spec#/') : rooted(value)
		])
	);
}
