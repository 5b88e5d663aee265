import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import {
	cfgSections,
	cfgText,
	isSensitiveOption,
	isTrue,
	NOT_EXPOSED,
	wholeCfg,
	type Cfg
} from '#lib/simulator/airflow-cfg.ts';
import { settingOf } from '#lib/simulator/cfg.ts';
import type { World } from '#lib/simulator/world.ts';
import defaults from './default-cfg.json' with { type: 'json' };
import { notFound, problem } from './reply.ts';
import { rule } from './rule.ts';

/** @source airflow/api_connexion/endpoints/config_endpoint.py */
export const config = {
	'GET /config': rule({
		role: 'op',
		query: { section: 'string' },
		answer(world, call) {
			const format = formatOf(call);
			if (typeof format !== 'string') return format;
			const exposure = exposureOf(world);
			if (exposure === 'none') return problem(403, 'Forbidden', NOT_EXPOSED);
			const cfg = wholeCfg(world, defaults);
			const section = call.args.text('section');
			if (!section) return show(cfg, format, exposure === 'some');
			const options = cfg[section];
			return options
				? show({ [section]: options }, format, exposure === 'some')
				: notFound('section not found.', `section=${section} not found.`);
		}
	}),
	'GET /config/section/{section}/option/{option}': rule({
		role: 'op',
		query: {},
		answer(world, call) {
			const format = formatOf(call);
			if (typeof format !== 'string') return format;
			if (exposureOf(world) === 'none') return problem(403, 'Forbidden', NOT_EXPOSED);
			const [section, option] = [call.param('section'), call.param('option')];
			const value = wholeCfg(world, defaults)[section.toLowerCase()]?.[option.toLowerCase()];
			if (value === undefined) {
				const detail = `The option [${section}/${option}] is not found in config.`;
				return notFound('Config not found.', detail);
			}
			return show({ [section]: { [option]: value } }, format, isSensitiveOption(section, option));
		}
	})
} satisfies Resource;

function exposureOf(world: World): 'none' | 'some' | 'all' {
	const value = settingOf(world, 'webserver', 'expose_config').toLowerCase();
	if (value === 'non-sensitive-only') return 'some';
	return isTrue(value) ? 'all' : 'none';
}

/** What the caller takes; of two that are as good, the text. */
function formatOf({ request }: Call): 'json' | 'text' | Reply {
	const accept = request.headers.accept ?? '*/*';
	if (/text\/plain|text\/\*|\*\/\*/.test(accept) && !/application\/json/.test(accept))
		return 'text';
	if (/application\/(json|\*)/.test(accept)) return 'json';
	return { status: 406, headers: { 'content-type': 'text/html; charset=utf-8' } };
}

function show(cfg: Cfg, format: 'json' | 'text', hides: boolean): Reply {
	const sections = cfgSections(cfg, hides);
	return format === 'json'
		? {
				status: 200,
				headers: { 'content-type': 'application/json' },
				body: `${JSON.stringify({ sections }, null, 4)}`
			}
		: {
				status: 200,
				headers: { 'content-type': 'text/plain; charset=utf-8' },
				body: cfgText(sections)
			};
}
