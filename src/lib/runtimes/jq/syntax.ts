import type { Json } from './value.ts';

/** A jq program. */
export type Node =
	| { type: 'identity' | 'recurse' | 'empty' }
	| { type: 'literal'; value: Json }
	| { type: 'text'; parts: (string | Node)[]; format: string | undefined }
	| { type: 'format'; name: string }
	| { type: 'index'; of: Node; key: Node }
	| { type: 'slice'; of: Node; from: Node | undefined; to: Node | undefined }
	| { type: 'each'; of: Node }
	| { type: 'list'; of: Node | undefined }
	| { type: 'object'; entries: [key: Node, value: Node][] }
	| { type: 'negative'; of: Node }
	| { type: 'pipe' | 'comma' | 'and' | 'or' | 'alternative'; left: Node; right: Node }
	| { type: 'binary'; operator: string; left: Node; right: Node }
	| { type: 'assign'; operator: string; left: Node; right: Node }
	| { type: 'if'; test: Node; then: Node; otherwise: Node | undefined }
	| { type: 'try'; body: Node; caught: Node | undefined }
	| { type: 'reduce'; source: Node; pattern: Pattern; init: Node; update: Node }
	| {
			type: 'foreach';
			source: Node;
			pattern: Pattern;
			init: Node;
			update: Node;
			extract: Node | undefined;
	  }
	| { type: 'as'; source: Node; patterns: Pattern[]; body: Node }
	| { type: 'def'; def: Definition; body: Node }
	| { type: 'call'; name: string; args: Node[]; at: number }
	| { type: 'variable'; name: string; at: number }
	| { type: 'label'; name: string; body: Node }
	| { type: 'break'; name: string };

export interface Definition {
	name: string;
	params: string[];
	body: Node;
}

export type Pattern =
	| { variable: string }
	| { list: Pattern[] }
	| { object: { variable?: string; key: Node; pattern?: Pattern }[] };
