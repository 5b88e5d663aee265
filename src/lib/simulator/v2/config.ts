import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import {
	cfgSections,
	cfgText,
	isTrue,
	NOT_EXPOSED,
	wholeCfg,
	type Cfg
} from '#lib/simulator/airflow-cfg.ts';
import { settingOf } from '#lib/simulator/cfg.ts';
import type { World } from '#lib/simulator/world.ts';
import defaults from './default-cfg.json' with { type: 'json' };
import { optionalText } from './filters.ts';
import { operation } from './operation.ts';
import { notFound, ok, refuse } from './reply.ts';

/** @source airflow/api_fastapi/core_api/routes/public/config.py */
export const config = {
	'GET /config': operation({ query: { section: optionalText } }, (world, call, { query }) => {
		const format = formatOf(call);
		if (typeof format !== 'string') return format;
		if (!isExposed(world)) return refuse(403, NOT_EXPOSED);
		const cfg = wholeCfg(world, defaults);
		const { section } = query;
		if (!section) return show(cfg, format);
		const options = cfg[section];
		return options
			? show({ [section]: options }, format)
			: notFound(`Section ${section} not found.`);
	}),
	'GET /config/section/{section}/option/{option}': (world, call) => {
		const format = formatOf(call);
		if (typeof format !== 'string') return format;
		if (!isExposed(world)) return refuse(403, NOT_EXPOSED);
		const [section, option] = [call.param('section'), call.param('option')];
		const value = wholeCfg(world, defaults)[section.toLowerCase()]?.[option.toLowerCase()];
		if (value === undefined) return notFound(`Option [${section}/${option}] not found.`);
		return show({ [section]: { [option]: value } }, format);
	}
} satisfies Resource;

function isExposed(world: World): boolean {
	const value = settingOf(world, 'api', 'expose_config').toLowerCase();
	return value === 'non-sensitive-only' || isTrue(value);
}

/** What the caller takes; whoever takes anything gets JSON. @source api_fastapi/common/headers.py */
function formatOf({ request }: Call): 'json' | 'text' | Reply {
	const accept = request.headers.accept ?? '*/*';
	if (accept.startsWith('*/*') || accept.startsWith('application/json')) return 'json';
	if (accept.startsWith('text/plain')) return 'text';
	return refuse(406, 'Only application/json or text/plain is supported');
}

/** Sensitive values are hidden whatever the setting says. */
function show(cfg: Cfg, format: 'json' | 'text'): Reply {
	const sections = cfgSections(cfg, true);
	if (format === 'json') return ok({ sections });
	return {
		status: 200,
		headers: { 'content-type': 'text/plain; charset=utf-8' },
		body: cfgText(sections)
	};
}
