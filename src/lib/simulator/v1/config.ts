import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import {
	cfgSections,
	cfgText,
	exposureOf,
	HIDDEN,
	isSensitive,
	NOT_EXPOSED,
	optionOf,
	wholeCfg,
	type Cfg,
	type CfgSections
} from '#lib/simulator/airflow-cfg.ts';
import { readCfg, settingOf } from '#lib/simulator/cfg.ts';
import type { World } from '#lib/simulator/world.ts';
import { bestMatch } from './accept.ts';
import rules from './cfg-rules.json' with { type: 'json' };
import defaults from './default-cfg.json' with { type: 'json' };
import { crash, isReply, notFound, problem } from './reply.ts';
import { rule } from './rule.ts';

/** @source airflow/api_connexion/endpoints/config_endpoint.py */
export const config = {
	'GET /config': rule({
		role: 'op',
		query: { section: 'string' },
		answer(world, call) {
			const way = wayOf(world, call);
			if (isReply(way)) return way;
			const cfg = wholeCfg(world, defaults);
			const section = call.args.text('section');
			if (section && !findable(world)[section]) {
				return notFound('section not found.', `section=${section} not found.`);
			}
			const chosen = section ? { [section]: cfg[section] ?? {} } : cfg;
			const hides = (name: string, option: string) =>
				!way.showsSecrets && isSensitive(rules, name, option);
			return show(cfgSections(chosen, hides), way.type);
		}
	}),
	'GET /config/section/{section}/option/{option}': rule({
		role: 'op',
		query: {},
		answer(world, call) {
			const way = wayOf(world, call);
			if (isReply(way)) return way;
			const [section, option] = [call.param('section'), call.param('option')];
			const found = optionOf(findable(world), rules, section, option);
			if (found === undefined) {
				const detail = `The option [${section}/${option}] is not found in config.`;
				return notFound('Config not found.', detail);
			}
			const value = isSensitive(rules, section, option) ? HIDDEN : found;
			return show([{ name: section, options: [{ key: option, value }] }], way.type);
		}
	})
} satisfies Resource;

const TYPES = ['text/plain', 'application/json'] as const;
type Type = (typeof TYPES)[number];

/** How to show what was asked for, or why it is not shown. */
function wayOf(world: World, { request }: Call): { type: Type; showsSecrets: boolean } | Reply {
	const exposure = exposureOf(settingOf(world, 'webserver', 'expose_config'));
	if (exposure === undefined) return crash();
	const type = bestMatch(request.headers.accept ?? '*/*', TYPES);
	if (!type) return { status: 406, headers: { 'content-type': 'text/html; charset=utf-8' } };
	if (exposure === 'none') return problem(403, 'Forbidden', NOT_EXPOSED);
	return { type, showsSecrets: exposure === 'all' };
}

/** Sections of providers that are not installed: in the whole list, yet not to be had by name. */
const FALLBACKS = [
	'atlas',
	'hive',
	'local_kubernetes_executor',
	'celery_kubernetes_executor',
	'celery',
	'elasticsearch',
	'elasticsearch_configs',
	'opensearch',
	'opensearch_configs',
	'kubernetes_executor'
];

/** What is found by its name: the fallbacks are not, unless they were written down. */
function findable(world: World): Cfg {
	const cfg = wholeCfg(world, defaults);
	const written = [...readCfg(world.cfg).keys()];
	for (const section of FALLBACKS) {
		const own = written.filter((path) => path.startsWith(`${section}.`));
		const options = own.map((path) => path.slice(section.length + 1));
		const kept = options.map((option) => [option, cfg[section]?.[option] ?? '']);
		if (kept.length > 0) cfg[section] = Object.fromEntries(kept) as Record<string, string>;
		else delete cfg[section];
	}
	return cfg;
}

function show(sections: CfgSections, type: Type): Reply {
	const body = type === 'text/plain' ? cfgText(sections) : JSON.stringify({ sections }, null, 4);
	return { status: 200, headers: { 'content-type': type }, body };
}
