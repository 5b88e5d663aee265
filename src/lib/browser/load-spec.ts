import type { ApiDescription } from '#lib/openapi/operation.ts';
import type { SpecIssue } from '#lib/openapi/read-document.ts';
import type { SpecNews, SpecQuestion, SpecStage } from './spec.worker.ts';

export type SpecOutcome =
	{ description: ApiDescription } | { issue: SpecIssue } | { cancelled: true };

/**
 * Reads a foreign OpenAPI document off the main thread. `onStage` tells how far it is; aborting the signal ends
 * the worker at once, whatever it is doing.
 */
export function loadSpec(
	question: SpecQuestion,
	{ signal, onStage }: { signal: AbortSignal; onStage: (stage: SpecStage) => void }
): Promise<SpecOutcome> {
	return new Promise((resolve) => {
		const worker = new Worker(new URL('./spec.worker.ts', import.meta.url), { type: 'module' });
		const end = (outcome: SpecOutcome) => {
			worker.terminate();
			resolve(outcome);
		};
		signal.addEventListener('abort', () => end({ cancelled: true }), { once: true });
		worker.onmessage = ({ data }: MessageEvent<SpecNews>) =>
			'stage' in data ? onStage(data.stage) : end(data);
		worker.onerror = ({ message }) =>
			end({ issue: { id: 'unreadable', values: { why: message } } });
		worker.postMessage(question);
	});
}
