import { readCfg } from './cfg.ts';
import type { World } from './world.ts';

/** Section → option → value. */
export type Cfg = Record<string, Record<string, string>>;

/** What one API line knows of options besides their values; options are named `section.option`. */
export interface CfgRules {
	/** Never shown unless Airflow is told to. */
	sensitive: readonly string[];
	/** Old names that still find the option's new place. */
	renamed: Readonly<Record<string, string>>;
}

export const HIDDEN = '< hidden >';

/** The whole configuration: the line's defaults with what the learner wrote over them. */
export function wholeCfg(world: World, defaults: Cfg): Cfg {
	const whole: Cfg = Object.fromEntries(
		Object.entries(defaults).map(([section, options]) => [section, { ...options }])
	);
	for (const [path, value] of readCfg(world.cfg)) {
		// Sections may have a dot in their name, options never do.
		const dot = path.lastIndexOf('.');
		(whole[path.slice(0, dot)] ??= {})[path.slice(dot + 1)] = value;
	}
	return whole;
}

/**
 * One option's value, whichever of its names it goes by; undefined when nobody set it.
 * @source airflow/configuration.py `has_option`, `get`
 */
export function optionOf(
	cfg: Cfg,
	{ renamed }: CfgRules,
	section: string,
	option: string
): string | undefined {
	const moved = lookUp(renamed, pathOf(section, option));
	if (moved === undefined)
		return lookUp(lookUp(cfg, section.toLowerCase()) ?? {}, option.toLowerCase());
	const dot = moved.lastIndexOf('.');
	return cfg[moved.slice(0, dot)]?.[moved.slice(dot + 1)];
}

export const isSensitive = ({ sensitive }: CfgRules, section: string, option: string): boolean =>
	sensitive.includes(pathOf(section, option));

/** As the API answers it; what is to be hidden is when it holds anything. @source `as_dict` */
export const cfgSections = (cfg: Cfg, hides: (section: string, option: string) => boolean) =>
	Object.entries(cfg).map(([name, options]) => ({
		name,
		options: Object.entries(options).map(([key, value]) => ({
			key,
			value: value !== '' && hides(name, key) ? HIDDEN : value
		}))
	}));

export type CfgSections = ReturnType<typeof cfgSections>;

/** The same as an INI text. */
export const cfgText = (sections: CfgSections): string =>
	sections
		.map(
			({ name, options }) =>
				`[${name}]\n${options.map(({ key, value }) => `${key} = ${value}`).join('\n')}\n`
		)
		.join('\n');

export const NOT_EXPOSED =
	'Your Airflow administrator chose not to expose the configuration, most likely for security reasons.';

/** `none` shows nothing, `some` all but what is sensitive; undefined is a word that breaks the request. */
export function exposureOf(value: string): 'none' | 'some' | 'all' | undefined {
	if (value.toLowerCase() === 'non-sensitive-only') return 'some';
	const word = (value.toLowerCase().split('#')[0] ?? '').trim();
	if (['t', 'true', '1'].includes(word)) return 'all';
	return ['f', 'false', '0'].includes(word) ? 'none' : undefined;
}

const pathOf = (section: string, option: string) => `${section}.${option}`.toLowerCase();

const lookUp = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
	Object.hasOwn(table, name) ? table[name] : undefined;
