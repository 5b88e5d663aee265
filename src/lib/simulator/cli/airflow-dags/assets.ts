import { createRun } from '#lib/simulator/actions/create-run.ts';
import { touch } from '#lib/simulator/agenda.ts';
import { assetGraph } from '#lib/simulator/asset-graph.ts';
import { isOn, textOf, textsOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { printAs, type Row } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { aliasShape, assetShape } from '#lib/simulator/v2/asset-shapes.ts';
import { dagRunShape } from '#lib/simulator/v2/shapes.ts';

/** @source airflow/cli/commands/asset_command.py (3.x) */
export const ASSET_COMMANDS: readonly Command[] = [
	{ name: 'assets list', line: '3', run: list },
	{ name: 'assets details', line: '3', run: details },
	{ name: 'assets materialize', line: '3', run: materialize }
];

function list(session: Session, values: Values): void {
	const { world } = session;
	const isAlias = isOn(values, 'alias');
	const all: Row[] = isAlias
		? [...world.assetAliases.values()].map(({ name, group }) => ({ name, group }))
		: [...world.assets.values()].map(({ name, uri, group, extra }) => ({
				name,
				uri,
				group,
				extra
			}));
	const asked = textsOf(values, 'columns');
	const rows = all.toSorted(byName).map((row) => {
		const columns = asked.filter((name) => name in row);
		return Object.fromEntries(columns.map((name) => [name, row[name]]));
	});
	printAs(session, rows, textOf(values, 'output') ?? 'table');
}

const byName = (one: Row, other: Row) => (String(one.name) < String(other.name) ? -1 : 1);

function details(session: Session, values: Values): void {
	const { world } = session;
	const [name, uri] = [textOf(values, 'name'), textOf(values, 'uri')];
	if (!name && !uri) session.fail('Either --name or --uri is required');
	const fits = (one: { name: string; uri?: string }) =>
		(!name || one.name === name) && (!uri || one.uri === uri);
	const isAlias = isOn(values, 'alias');
	const alias = isAlias ? [...world.assetAliases.values()].find(fits) : undefined;
	const asset = isAlias ? undefined : [...world.assets.values()].find(fits);
	const told = [...(name ? [`name ${name}`] : []), ...(uri ? [`URI ${uri}`] : [])].join(' and ');
	if (!alias && !asset)
		return session.fail(`${isAlias ? 'Asset alias' : 'Asset'} with ${told} does not exist.`);
	const row = asset ? { ...assetShape(world, asset), last_asset_event: null } : {};
	printAs(session, [alias ? aliasShape(alias) : row], textOf(values, 'output') ?? 'table');
}

function materialize(session: Session, values: Values): void {
	const { world } = session;
	const [name, uri] = [textOf(values, 'name'), textOf(values, 'uri')];
	if (!name && !uri) session.fail('Either --name or --uri is required');
	const told = [...(name ? [`name ${name}`] : []), ...(uri ? [`URI ${uri}`] : [])].join(' and ');
	const graph = assetGraph(world);
	const makers = [...world.assets.values()]
		.filter((asset) => (!name || asset.name === name) && (!uri || asset.uri === uri))
		.flatMap((asset) => graph.producers(asset.uri).map(({ dagId }) => dagId));
	const [dagId, second] = new Set(makers);
	const dag = world.dags.get(dagId ?? '');
	if (!dag) return session.fail(`Asset with ${told} does not exist.`);
	if (second !== undefined) session.fail(`More than one DAG materializes asset with ${told}.`);
	const run = createRun(world, {
		dagId: dag.dagId,
		runId: `asset_materialization__${isoUtc(world.nowMs)}`,
		runType: 'asset_materialization',
		runAfterMs: world.nowMs,
		triggeredBy: 'cli',
		triggeringUser: 'root'
	});
	touch(world);
	printAs(session, [dagRunShape(world, run)], textOf(values, 'output') ?? 'table');
}
