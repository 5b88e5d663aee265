import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import type { World } from '#lib/simulator/world.ts';
import { readModel, required, type Model, type Values } from './model.ts';
import { operation } from './operation.ts';
import { pydanticReport } from './python-repr.ts';
import { parseJson } from './python-json.ts';
import { isRecord, text } from './readers.ts';
import { badRequest, crash, ok, refuse } from './reply.ts';
import { CLI_TOKEN_SECONDS, signToken, TOKEN_SECONDS } from './token.ts';

const fields = { username: required(text()), password: required(text()) };
const loginBody: Model<typeof fields> = { fields };

/** The default auth manager's login. @source airflow/api_fastapi/auth/managers/simple/routes/login.py */
export const auth = {
	'POST /auth/token': createToken,
	'GET /auth/token': allAdminsOnly,
	'GET /auth/token/login': allAdminsOnly,
	'POST /auth/token/cli': operation({ body: loginBody }, (world, call, { body }) =>
		login(world, call, body.values, CLI_TOKEN_SECONDS)
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
		raw = { username: form.get('username'), password: form.get('password') };
	} else {
		return refuse(415, 'Only application/json or application/x-www-form-urlencoded is supported');
	}
	const read = readModel(loginBody, raw, []);
	if (!('value' in read)) return refuse(422, pydanticReport('LoginBody', read.issues));
	return login(world, call, read.value.values, TOKEN_SECONDS);
}

function allAdminsOnly(): Reply {
	const setting = '``[core] simple_auth_manager_all_admins``';
	return refuse(403, `This method is only allowed if ${setting} is True`);
}

function login(
	world: World,
	{ nowMs }: Call,
	{ username, password }: Values<typeof fields>,
	seconds: number
): Reply {
	if (username === '' || password === '') {
		return badRequest('Username and password must be provided');
	}
	const user = world.users.get(username);
	if (!user || user.password !== password) return refuse(401, 'Invalid credentials');
	return ok({ access_token: signToken(world, user, nowMs, seconds) }, 201);
}
