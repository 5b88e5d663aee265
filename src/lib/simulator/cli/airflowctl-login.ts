import type { Values } from './airflowctl-argparse.ts';
import { Client, tokenFor } from './airflowctl-client.ts';
import { environmentOf, saveCredentials, tokenStatus } from './airflowctl-credentials.ts';
import { printAs, type Output } from './airflowctl-print.ts';
import { Exit, Uncaught, type Session } from './airflowctl-session.ts';

const HOW_TO_LOG_IN =
	'[green]Please pass:[/green] [blue]--api-token[/blue] or set ' +
	'[blue]AIRFLOW_CLI_TOKEN[/blue] environment variable to login.' +
	'[blue] Alternatively, you can use --username and --password to login.[/blue]';

/** @source airflowctl ctl/commands/auth_command.py `login` */
export function logIn(session: Session, values: Values): void {
	const { username, password } = values;
	const client = new Client(session, 'login', word(values.api_token));
	const token = word(values.api_token) || session.env.AIRFLOW_CLI_TOKEN;
	const url = word(values.api_url) ?? '';
	if (!token && !(username && password)) {
		session.print('[red]No credentials provided.[/red]');
		session.print(HOW_TO_LOG_IN);
		throw new Exit(1);
	}
	if (username && password) {
		if (values.skip_keyring) {
			session.print('[red]The --skip-keyring is not compatible with username and password login.');
			throw new Exit(1);
		}
		const environment = environmentOf(session, word(values.env));
		sayingWhy(session, 'Login failed: ', '', () => {
			client.aim(url, 'login');
			saveCredentials(session, {
				url,
				token: tokenFor(client, String(username), String(password)),
				environment
			});
		});
	} else {
		const environment = environmentOf(session, word(values.env));
		saveCredentials(session, { url, token: token ?? '', environment }, !!values.skip_keyring);
	}
	session.print('[green]Login successful! Welcome to airflowctl![/green]');
}

/** @source airflowctl ctl/commands/auth_command.py `get_token` */
export function printToken(session: Session, values: Values): void {
	const client = new Client(session, 'login', word(values.api_token));
	const username = word(values.username) || session.readLine('Username: ');
	const password = word(values.password) || session.readPassword('Password: ');
	sayingWhy(session, 'Token generation failed: ', '[/red]', () => {
		client.aim(word(values.api_url) ?? '', 'login');
		session.stdout += `${tokenFor(client, username, password)}\n`;
	});
}

/** @source airflowctl ctl/commands/auth_command.py `list_envs` */
export function listEnvironments(session: Session, values: Values): void {
	const output = values.output as Output;
	const inHome = [...session.files.keys()]
		.filter((path) => path.startsWith(`${session.home}/`))
		.map((path) => path.slice(session.home.length + 1));
	if (inHome.length === 0) {
		session.print(`[yellow]No AIRFLOW_HOME directory found at ${session.homeName}[/yellow]`);
		printAs(session, [], output);
		return;
	}
	const rows = inHome
		.filter((name) => /^(?!debug_creds_)[^/.][^/]*(?<!_generated)\.json$/.test(name))
		.map((name) => environmentRow(session, name.replace(/\.json$/, '')))
		.toSorted((one, other) => (one.environment < other.environment ? -1 : 1));
	if (rows.length === 0)
		session.print(`[yellow]No environments found in ${session.homeName}[/yellow]`);
	printAs(session, rows, output);
}

function environmentRow(session: Session, environment: string) {
	const text = session.files.get(`${session.home}/${environment}.json`) ?? '';
	try {
		const { api_url = 'unknown' } = JSON.parse(text) as { api_url?: string };
		return { environment, api_url, status: tokenStatus(session, environment) };
	} catch (cause) {
		if (!(cause instanceof SyntaxError)) throw cause;
		const status = 'config error: Expecting value: line 1 column 1 (char 0)';
		return { environment, api_url: 'error reading config', status };
	}
}

/** Whatever goes wrong ends in one red sentence. */
function sayingWhy(session: Session, before: string, after: string, act: () => void): void {
	try {
		act();
	} catch (cause) {
		if (!(cause instanceof Error) || cause instanceof Exit) throw cause;
		if (cause instanceof Uncaught && cause.exception === 'rich.errors.MarkupError') throw cause;
		session.print(`[red]${before}${cause.message}${after}`);
		throw new Exit(1);
	}
}

const word = (value: unknown) => (typeof value === 'string' ? value : undefined);
