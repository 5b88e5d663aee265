import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command, Line } from '#lib/simulator/cli/airflow-core/command.ts';
import { printAs, type Row } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import facts2 from './provider-facts-2.json' with { type: 'json' };
import facts3 from './provider-facts-3.json' with { type: 'json' };

interface ProviderFacts {
	/** What each package declares; the descriptions of its settings are left out. */
	providers: readonly Readonly<Record<string, unknown>>[];
	versions: readonly string[];
	hooks: readonly (readonly (string | null)[])[];
	triggers: readonly (readonly string[])[];
	widgets: readonly (readonly string[])[];
	notifications: readonly string[];
	behaviours: readonly string[];
	links: readonly string[];
	logging: readonly string[];
	secrets: readonly string[];
	auth: readonly string[];
	auth_managers: readonly string[];
	executors: readonly string[];
}

const FACTS: Readonly<Record<Line, ProviderFacts>> = { 2: facts2, 3: facts3 };

/** The installed packages with their versions. */
export const providersOf = (line: Line): { name: string; version: string }[] =>
	FACTS[line].providers.map((provider, index) => ({
		name: String(provider['package-name']),
		version: FACTS[line].versions[index] ?? ''
	}));

/** @source airflow/cli/commands/provider_command.py */
export const PROVIDER_COMMANDS: readonly Command[] = [
	{
		name: 'providers list',
		run: (session, values) =>
			show(
				session,
				values,
				FACTS[session.line].providers.map((provider, index) => ({
					package_name: provider['package-name'],
					description: plain(provider.description),
					version: FACTS[session.line].versions[index]
				}))
			)
	},
	{ name: 'providers get', run: getProvider },
	...rowsCommands(
		'hooks',
		['connection_type', 'class', 'conn_id_attribute_name', 'package_name', 'hook_name'],
		({ hooks }) => hooks
	),
	...rowsCommands(
		'triggers',
		['package_name', 'class', 'integration_name'],
		({ triggers }) => triggers
	),
	...rowsCommands(
		'widgets',
		['connection_parameter_name', 'class', 'package_name', 'field_type'],
		({ widgets }) => widgets
	),
	...listCommands('behaviours', 'field_behaviours', ({ behaviours }) => behaviours),
	...listCommands('links', 'extra_link_class_name', ({ links }) => links),
	...listCommands('notifications', 'notification_class_name', (facts) => facts.notifications),
	...listCommands('logging', 'logging_class_name', ({ logging }) => logging),
	...listCommands('secrets', 'secrets_backend_class_name', ({ secrets }) => secrets),
	...listCommands('auth', 'api_auth_backend_module', ({ auth }) => auth),
	...listCommands('auth-managers', 'auth_managers_module', (facts) => facts.auth_managers),
	...listCommands('executors', 'executor_class_names', ({ executors }) => executors),
	...listCommands('queues', 'queue_class_names', () => []),
	{
		name: 'providers configs',
		run: (session, values) =>
			show(
				session,
				values,
				FACTS[session.line].providers.flatMap(({ config, 'package-name': name }) =>
					config ? [{ provider_config: [name, config] }] : []
				)
			)
	},
	{ name: 'providers lazy-loaded', run: checkLazy }
];

function show(session: Session, values: Values, rows: readonly Row[]): void {
	printAs(session, rows, textOf(values, 'output') ?? 'table');
}

function rowsCommands(
	name: string,
	columns: readonly string[],
	rowsOf: (facts: ProviderFacts) => readonly (readonly (string | null)[])[]
): Command[] {
	const toRow = (row: readonly (string | null)[]) =>
		Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
	return [
		{
			name: `providers ${name}`,
			run: (session, values) => show(session, values, rowsOf(FACTS[session.line]).map(toRow))
		}
	];
}

function listCommands(
	name: string,
	column: string,
	namesOf: (facts: ProviderFacts) => readonly string[]
): Command[] {
	return rowsCommands(name, [column], (facts) => namesOf(facts).map((one) => [one]));
}

function getProvider(session: Session, values: Values): void {
	const name = textOf(values, 'provider_name') ?? '';
	const { providers, versions } = FACTS[session.line];
	const at = providers.findIndex((provider) => provider['package-name'] === name);
	const found = providers[at];
	if (!found) return session.fail(`No such provider installed: ${name}`);
	if (isOn(values, 'full'))
		show(session, values, [{ ...found, description: plain(found.description) }]);
	else show(session, values, [{ Provider: name, Version: versions[at] }]);
}

/** @source airflow/cli/commands/provider_command.py `_remove_rst_syntax` */
const plain = (text: unknown) =>
	String(text)
		.replace(/^[ \n.]+|[ \n.]+$/g, '')
		.replace(/[`_<>]/g, '');

/** Airflow 3 cannot pass this check: it asks the providers for their commands first. */
function checkLazy(session: Session): void {
	if (session.line === '2') {
		session.print('All ok. Providers Manager was not initialized during the CLI parsing.');
		return;
	}
	session.complain(
		'\nProvidersManager was initialized during CLI parsing. This should not happen.\n'
	);
	session.complain(
		'\nPlease make sure no Providers Manager initialization happens during CLI parsing.\n'
	);
	session.complain('Stack trace where it has been initialized:\n');
	session.fail(1);
}
