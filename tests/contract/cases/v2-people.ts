import { type Group, get, post, raw } from './case.ts';

const nobody = { as: 'nobody' } as const;

/** Tokens, logging in and out of Airflow 3. */
export const v2People: Group = {
	name: 'v2-people',
	api: 'v2',
	cases: {
		'a form without a password': [
			post('//auth/token', raw('username=admin'), {
				...nobody,
				headers: { 'content-type': 'application/x-www-form-urlencoded' }
			})
		],
		'where to log in': [get('/auth/login', nobody)]
	}
};
