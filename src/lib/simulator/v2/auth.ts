import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import type { World } from '#lib/simulator/world.ts';
import { readModel, required, type Model, type Values } from './model.ts';
import { operation } from './operation.ts';
import { pydanticReport } from './python-repr.ts';
import { parseJson } from './python-json.ts';
import { isRecord, text } from './readers.ts';
import { badRequest, crash, ok, refuse } from './reply.ts';
import { redirect, targetOf } from './login-pages.ts';
import { everybodyIsAdmin, tokenSeconds } from './start-up.ts';
import { ANONYMOUS, signToken } from './token.ts';

const fields = { username: required(text()), password: required(text()) };
const loginBody: Model<typeof fields> = { fields };

/** The default auth manager's login. @source airflow/api_fastapi/auth/managers/simple/routes/login.py */
export const auth = {
	'POST /auth/token': createToken,
	'GET /auth/token': (world, call) =>
		everybodyIsAdmin(world)
			? login(world, call, undefined, 'jwt_expiration_time')
			: allAdminsOnly(),
	'GET /auth/token/login': logInAnybody,
	'POST /auth/token/cli': operation({ body: loginBody }, (world, call, { body }) =>
		login(world, call, body.values, 'jwt_cli_expiration_time')
	)
} satisfies Resource;

/** This route reads its body by itself, hence the 500 on bad JSON and the report in one string. */
function createToken(world: World, call: Call): Reply {
	const type = call.request.headers['content-type'] ?? 'application/json';
	let raw: unknown;
	if (type.startsWith('application/json')) {
		const parsed = parseJson(call.request.body);
		if (!('value' in parsed) || !isRecord(parsed.value)) return crash();
		raw = parsed.value;
	} else if (type.startsWith('application/x-www-form-urlencoded')) {
		const form = new URLSearchParams(call.request.body);
		const last = (name: string) => form.getAll(name).at(-1) ?? null;
		raw = { username: last('username'), password: last('password') };
	} else {
		return refuse(415, 'Only application/json or application/x-www-form-urlencoded is supported');
	}
	const read = readModel(loginBody, raw, []);
	if (!('value' in read)) return refuse(422, pydanticReport('LoginBody', read.issues));
	return login(world, call, read.value.values, 'jwt_expiration_time');
}

function allAdminsOnly(): Reply {
	const setting = '``[core] simple_auth_manager_all_admins``';
	return refuse(403, `This method is only allowed if ${setting} is True`);
}

/** For browsers, where everybody is an admin: a cookie, and on to the page they came for. */
function logInAnybody(world: World, { request, query, nowMs }: Call): Reply {
	if (!everybodyIsAdmin(world)) return allAdminsOnly();
	const seconds = tokenSeconds(world, 'jwt_expiration_time') ?? 0;
	const token = signToken(world, ANONYMOUS, nowMs, seconds);
	return redirect(targetOf(query.get('next'), request), {
		'set-cookie': `_token=${token}; HttpOnly; Path=/; SameSite=lax`
	});
}

function login(
	world: World,
	{ nowMs }: Call,
	who: Values<typeof fields> | undefined,
	setting: 'jwt_expiration_time' | 'jwt_cli_expiration_time'
): Reply {
	// That of the terminal is read anew each time, and so can be found wrong only now.
	const seconds = tokenSeconds(world, setting);
	if (seconds === undefined) return crash();
	const give = (to: typeof ANONYMOUS) =>
		ok({ access_token: signToken(world, to, nowMs, seconds) }, 201);
	if (!who || everybodyIsAdmin(world)) return give(ANONYMOUS);
	const { username, password } = who;
	if (username === '' || password === '') {
		return badRequest('Username and password must be provided');
	}
	const user = world.users.get(username);
	if (!user || user.password !== password) return refuse(401, 'Invalid credentials');
	return give(user);
}
