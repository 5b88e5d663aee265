import { known } from './lesson.ts';
import { named, pause, send, trigger, type WhyCase } from './why.fixture.ts';

/** Refusals for who asks. */
export const callerCases: readonly WhyCase[] = [
	{
		name: 'nobody asked v2',
		exercise: 'patterns.trigger-once',
		mistake: [named('hello_api', 'order-1871', { as: 'nobody' })],
		says: /`POST \/api\/v2\/dags\/hello_api\/dagRuns` got 401: it was sent without a token/,
		mended: [named('hello_api', 'order-1871')]
	},
	{
		name: 'an expired token',
		exercise: 'patterns.trigger-once',
		mistake: [
			send('GET /dags'),
			{ control: { do: 'expire-tokens' } },
			named('hello_api', 'order-1871')
		],
		says: /got 401: this token has expired/,
		mended: [named('hello_api', 'order-1871', { logsInAgain: true })]
	},
	{
		name: 'a wrong password at the login',
		exercise: 'patterns.trigger-once',
		mistake: [send('POST /auth/token', { body: { username: 'admin', password: 'no' } })],
		says: /`POST \/auth\/token` answered 401: name and password do not match/,
		mended: [send('POST /auth/token', { body: { username: 'admin', password: 'admin' } })]
	},
	{
		name: 'a token that is none',
		exercise: 'patterns.trigger-once',
		mistake: [named('hello_api', 'a', { as: { authorization: 'Bearer made-up' } })],
		says: /got 403 because the token is no good/,
		mended: [named('hello_api', 'a')]
	},
	{
		name: 'nobody asked v1',
		exercise: 'endpoints.report-date',
		mistake: [trigger('nightly_sales', {}, { as: { name: 'admin', password: 'no' } })],
		says: /got 403 as from nobody: the server recognised no one/,
		mended: [trigger('nightly_sales', {})]
	},
	{
		name: 'v1 that reads no passwords',
		exercise: 'auth.basic-off',
		mistake: [send('GET /dags')],
		says: /got 403 as from nobody: this server reads no names and passwords now/,
		mended: [
			{
				control: {
					do: 'cfg',
					text: '[api]\nauth_backends = airflow.api.auth.backend.basic_auth\n'
				}
			},
			send('GET /dags')
		]
	},
	{
		name: 'a role too low for v2',
		exercise: 'patterns.trigger-once',
		mistake: [named('hello_api', 'order-1871', { as: known('viewer') })],
		says: /403. The server recognised `viewer`, but the role `viewer` may not do this; it takes the role `user` at least/,
		mended: [named('hello_api', 'order-1871')]
	},
	{
		name: 'a role too low for v1',
		exercise: 'endpoints.report-date',
		mistake: [trigger('nightly_sales', {}, { as: known('viewer') })],
		says: /403. The server recognised `viewer`, but the role `Viewer` may not do this\./,
		mended: [trigger('nightly_sales', {})]
	},
	{
		name: 'a role that was too low and is not any more',
		exercise: 'endpoints.report-date',
		mistake: [trigger('nightly_sales', {}, { as: known('viewer') })],
		says: /403/,
		mended: [
			send('PATCH /users/{username}', {
				path: { username: 'viewer' },
				query: { update_mask: 'roles' },
				body: {
					username: 'viewer',
					first_name: 'V',
					last_name: 'V',
					email: 'viewer@example.org',
					roles: [{ name: 'User' }]
				}
			})
		]
	},
	{
		name: 'a change of one thing, refused for who asked, though another was changed since',
		exercise: 'patterns.pause-many',
		mistake: [pause('ml_churn', true, { as: known('viewer') }), pause('hello_api', true)],
		says: /`PATCH \/api\/v1\/dags\/ml_churn`: 403/,
		mended: [pause('ml_churn', true)]
	}
];
