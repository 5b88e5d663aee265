import { optionOf, wholeCfg, type Cfg, type CfgRules } from '#lib/simulator/airflow-cfg.ts';
import type { Line } from '#lib/simulator/cli/airflow-core/command.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import rules2 from '#lib/simulator/v1/cfg-rules.json' with { type: 'json' };
import defaults2 from '#lib/simulator/v1/default-cfg.json' with { type: 'json' };
import rules3 from '#lib/simulator/v2/cfg-rules.json' with { type: 'json' };
import defaults3 from '#lib/simulator/v2/default-cfg.json' with { type: 'json' };
import options2 from './options-2.json' with { type: 'json' };
import options3 from './options-3.json' with { type: 'json' };

/** Where Airflow keeps its settings. */
export const CFG_FILE = '/opt/airflow/airflow.cfg';

const DEFAULTS: Readonly<Record<Line, Cfg>> = { 2: defaults2, 3: defaults3 };
export const CFG_RULES: Readonly<Record<Line, CfgRules>> = { 2: rules2, 3: rules3 };

/** The names of all options that Airflow has, by section, in its order. */
const OPTIONS: Readonly<Record<Line, Readonly<Record<string, readonly string[]>>>> = {
	2: options2,
	3: options3
};

/** What every option holds; what nobody set is absent. */
export const cfgOf = ({ world, line }: Session): Cfg => wholeCfg(world, DEFAULTS[line]);

/** What an option holds of itself. */
export const defaultOf = (line: Line, section: string, option: string): string | undefined =>
	DEFAULTS[line][section]?.[option];

/** One option, by whichever of its names. */
export const settingOf = (session: Session, section: string, option: string): string | undefined =>
	optionOf(cfgOf(session), CFG_RULES[session.line], section, option);

/** Sections and their options, with those that somebody made up behind. */
export function optionNames(session: Session): [string, string[]][] {
	const cfg = cfgOf(session);
	const known = OPTIONS[session.line];
	return [...new Set([...Object.keys(known), ...Object.keys(cfg)])].map((section) => [
		section,
		[...new Set([...(known[section] ?? []), ...Object.keys(cfg[section] ?? {})])]
	]);
}
