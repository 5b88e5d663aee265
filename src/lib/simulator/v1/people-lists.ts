import { badRequest } from './reply.ts';

/** What lists of users and of roles take. */
export const listQuery = { limit: 'integer', offset: 'offset', order_by: 'string' } as const;

/** These lists compare the word with its minus, so that nothing can be had in descending order. */
export const orderRefusal = (orderBy: string) =>
	badRequest(
		`Ordering with '${orderBy}' is disallowed or the attribute does not exist on the model`
	);
