import { decodeBase64 } from '#lib/simulator/base64.ts';
import type { Reply, Resource } from '#lib/simulator/call.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { stretchesOf } from '#lib/simulator/logs.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { hashOf } from '#lib/simulator/random.ts';
import { taskKey, type World } from '#lib/simulator/world.ts';
import { logText } from './log-text.ts';
import { noSuchUrl, notFound, ok, problem } from './reply.ts';
import { rule, type V1Call } from './rule.ts';

/** @source airflow/api_connexion/endpoints/log_endpoint.py */
export const logs = {
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/logs/{task_try_number}': rule({
		role: 'viewer',
		query: { full_content: 'boolean', map_index: 'integer', token: 'string' },
		answer: readLog
	})
} satisfies Resource;

function readLog(world: World, call: V1Call): Reply {
	const { param, args, request } = call;
	// Flask takes only digits for a number in a path.
	if (!/^\d+$/.test(param('task_try_number'))) return noSuchUrl();
	const token = args.text('token');
	if (token && !isOurs(token)) {
		return problem(400, 'Bad Signature. Please use only the tokens provided by the API.');
	}
	const key = taskKey(
		param('dag_id'),
		param('dag_run_id'),
		param('task_id'),
		args.number('map_index') ?? -1
	);
	const instance = world.taskInstances.get(key);
	const dag = world.dags.get(param('dag_id'));
	const task = taskOf(dag, param('task_id'));
	if (!instance || !dag || !task) return notFound('TaskInstance not found');

	const tryNumber = Number(param('task_try_number'));
	const stretches = stretchesOf(world, dag, task, instance, tryNumber);
	const [host, text] =
		tryNumber < 1
			? ['default_host', `Error fetching the logs. Try number ${tryNumber} is invalid.`]
			: stretches
				? ['worker-1', `${logText(world, dag, task, instance, tryNumber, stretches)}\n`]
				: ['', '*** No logs found for this try.\n'];
	if (wantsJson(request.headers.accept)) {
		const content = `[(${pythonRepr(host)}, ${pythonRepr(text)})]`;
		const isOver = !['running', 'queued', 'scheduled'].includes(instance.state ?? '');
		const state = JSON.stringify({ end_of_log: isOver, log_pos: text.length });
		return ok({ content, continuation_token: sign(state) });
	}
	return { status: 200, headers: { 'content-type': 'text/plain' }, body: `${host}\n${text}\n` };
}

/**
 * JSON when it is asked for first, or when neither of the two is taken.
 * @source werkzeug `Accept.best_match` over text/plain, application/json
 */
function wantsJson(accept: string | undefined): boolean {
	if (accept === undefined || accept === '') return true;
	const quality = (type: string) => {
		const [main] = type.split('/');
		let best = 0;
		for (const part of accept.split(',')) {
			const [range = '', ...settings] = part.trim().split(';');
			const q = /q=([\d.]+)/.exec(settings.join(';'))?.[1];
			const fits = [type, `${main}/*`, '*/*'].includes(range.trim().toLowerCase());
			if (fits) best = Math.max(best, q === undefined ? 1 : Number(q));
		}
		return best;
	};
	const [plain, json] = [quality('text/plain'), quality('application/json')];
	return json > plain || plain === 0;
}

const sign = (state: string) => `${btoa(state).replaceAll('=', '')}.${hashOf(state).toString(36)}`;

function isOurs(token: string): boolean {
	const [state = ''] = token.split('.');
	const text = decodeBase64(state);
	// Our states are JSON; anything else was not signed here.
	return text !== undefined && text.startsWith('{"end_of_log"') && sign(text) === token;
}
