import { CommandFailure, Uncaught, type Session } from './airflowctl-session.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';

/** What a client may do without: `open` needs no token, `login` gets one. */
export type Kind = 'command' | 'login' | 'open';

const NO_KEYRING =
	'No recommended backend was available. Install a recommended 3rd party backend package; or, ' +
	'install the keyrings.alt package if you want to use the non-recommended backends. ' +
	'See https://pypi.org/project/keyring for details.';

const tokenKey = (environment: string) => `api_token_${environment}`;

/** The name of an environment, which is the name of its file. @throws {Uncaught} */
export function environmentOf(session: Session, asked = 'production'): string {
	const name = session.env.AIRFLOW_CLI_ENVIRONMENT || asked;
	if (/[/\\]|\.\./.test(name))
		throw new Uncaught(
			'airflowctl.exceptions.AirflowCtlException',
			`Invalid environment name: '${name}'. Environment names cannot contain path separators ` +
				"('/', '\\') or '..'."
		);
	return name;
}

/**
 * Where the server is and the token for it, as a login left them.
 * @source airflowctl api/client.py `Credentials.load`
 * @throws {CommandFailure} when a command cannot go on without them.
 */
export function readCredentials(
	session: Session,
	kind: Kind,
	given: string | undefined
): { url?: string; token?: string } {
	const environment = environmentOf(session);
	const config = session.files.get(`${session.home}/${environment}.json`);
	if (config === undefined) {
		if (kind === 'command' && given === undefined)
			throw new CommandFailure('No credentials file found. Please login first.');
		return {};
	}
	const url = String((JSON.parse(config) as { api_url?: unknown }).api_url);
	if (kind === 'open' || given !== undefined) return { url };
	const token = storedToken(session, kind, environment);
	return token === undefined ? { url } : { url, token };
}

/**
 * Keeps the address of a server in a file, and the token for it in the keyring.
 * @source airflowctl api/client.py `Credentials.save`
 * @throws {CommandFailure} without a keyring.
 */
export function saveCredentials(
	session: Session,
	{ url, token, environment }: { url: string; token: string; environment: string },
	isWithoutKeyring = false
): void {
	session.files.set(`${session.home}/${environment}.json`, dumps({ api_url: url }));
	if (session.isDebugging) {
		const path = `${session.home}/debug_creds_${environment}.json`;
		session.files.set(path, dumps({ [tokenKey(environment)]: token }));
		return;
	}
	if (isWithoutKeyring) return;
	if (session.keyring) {
		session.keyring.set(`airflowctl/${tokenKey(environment)}`, token);
		return;
	}
	session.log('error', NO_KEYRING);
	throw new CommandFailure(
		'Keyring backend is not available. Cannot save credentials.\n' +
			'The api url config was saved and you can still use airflowctl by setting the ' +
			'AIRFLOW_CLI_TOKEN environment variable or passing the --api-token flag to any command.\n' +
			'Use `airflowctl auth login --skip-keyring ...` to dismiss this error.'
	);
}

/** Whether there is a token for an environment, in the program's words. */
export function tokenStatus(session: Session, environment: string): string {
	if (session.isDebugging) {
		const text = session.files.get(`${session.home}/debug_creds_${environment}.json`) ?? '{}';
		const stored = JSON.parse(text) as Record<string, unknown>;
		return tokenKey(environment) in stored ? 'authenticated' : 'not authenticated';
	}
	if (!session.keyring) return 'keyring unavailable';
	const token = session.keyring.get(`airflowctl/${tokenKey(environment)}`);
	return token ? 'authenticated' : 'not authenticated';
}

function storedToken(session: Session, kind: Kind, environment: string): string | undefined {
	if (session.isDebugging) {
		const path = `${session.home}/debug_creds_${environment}.json`;
		const text = session.files.get(path);
		if (text === undefined && kind === 'command')
			throw new CommandFailure(
				`Debug credentials file not found: ${path}. Set AIRFLOW_CLI_DEBUG_MODE=false or log in ` +
					'with debug mode enabled first.'
			);
		return (JSON.parse(text ?? '{}') as Record<string, string>)[tokenKey(environment)];
	}
	if (session.keyring) return session.keyring.get(`airflowctl/${tokenKey(environment)}`);
	session.log('error', `No keyring backend available: ${NO_KEYRING}`);
	if (kind === 'command') throw new CommandFailure('Keyring backend is not available');
	return undefined;
}
