import type { MadeRequest, Outside } from '#lib/runtimes/outside.ts';

/** A way out that writes down what was asked of servers. */
export function recording(outside: Outside, requests: Pick<MadeRequest[], 'push'>): Outside {
	return {
		...outside,
		async exchange(request, signal) {
			const answer = await outside.exchange(request, signal);
			const status = answer.kind === 'answer' ? answer.status : 0;
			requests.push({ method: request.method, url: request.url, status });
			return answer;
		},
		async program(asked, signal) {
			const outcome = await outside.program(asked, signal);
			requests.push(...(outcome.requests ?? []));
			return outcome;
		}
	};
}
