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
	type CfgSections
} from '#lib/simulator/airflow-cfg.ts';
import { settingOf } from '#lib/simulator/cfg.ts';
import type { World } from '#lib/simulator/world.ts';
import rules from './cfg-rules.json' with { type: 'json' };
import defaults from './default-cfg.json' with { type: 'json' };
import { optionalText } from './filters.ts';
import { operation } from './operation.ts';
import { crash, notFound, ok, refuse } from './reply.ts';

/** @source airflow/api_fastapi/core_api/routes/public/config.py */
export const config = {
	'GET /config': operation({ query: { section: optionalText } }, (world, call, { query }) => {
		const format = formatOf(world, call);
		if (typeof format !== 'string') return format;
		const cfg = wholeCfg(world, defaults);
		const { section } = query;
		if (!section) return show(cfgSections(cfg, isHidden), format);
		const options = Object.hasOwn(cfg, section) ? cfg[section] : undefined;
		if (!options) return notFound(`Section ${section} not found.`);
		return show(cfgSections({ [section]: options }, isHidden), format);
	}),
	'GET /config/section/{section}/option/{option}': (world, call) => {
		const format = formatOf(world, call);
		if (typeof format !== 'string') return format;
		const [section, option] = [call.param('section'), call.param('option')];
		const found = optionOf(wholeCfg(world, defaults), rules, section, option);
		if (found === undefined) return notFound(`Option [${section}/${option}] not found.`);
		const value = isHidden(section, option) ? HIDDEN : found;
		return show([{ name: section, options: [{ key: option, value }] }], format);
	}
} satisfies Resource;

/** Hidden whatever the setting says. @source core_api/services/public/config.py */
const isHidden = (section: string, option: string) =>
	isSensitive(rules, section, option) ||
	/^(secrets\.|workers\.secrets_)backend_kwarg__/i.test(`${section}.${option}`);

/**
 * What the caller takes, or why nothing is shown; whoever takes anything gets JSON.
 * @source airflow/api_fastapi/common/headers.py
 */
function formatOf(world: World, { request }: Call): 'json' | 'text' | Reply {
	const accept = request.headers.accept ?? '*/*';
	const isText = accept.startsWith('text/plain');
	if (!isText && !accept.startsWith('*/*') && !accept.startsWith('application/json')) {
		return refuse(406, 'Only application/json or text/plain is supported');
	}
	const exposure = exposureOf(settingOf(world, 'api', 'expose_config'));
	if (exposure === undefined) return crash();
	if (exposure === 'none') return refuse(403, NOT_EXPOSED);
	return isText ? 'text' : 'json';
}

function show(sections: CfgSections, format: 'json' | 'text'): Reply {
	if (format === 'json') return ok({ sections });
	return {
		status: 200,
		headers: { 'content-type': 'text/plain; charset=utf-8' },
		body: cfgText(sections)
	};
}
