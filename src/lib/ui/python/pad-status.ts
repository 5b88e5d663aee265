import type { PythonPad } from '#lib/state/python.svelte.ts';
import type { Speech } from '#lib/state/language.svelte.ts';
import { text } from './python.text.ts';

/** What a pad is at, as one sentence; empty while there is nothing to say. */
export function statusText(
	{ end, phase, isStopping }: Pick<PythonPad, 'end' | 'phase' | 'isStopping'>,
	say: Speech['say']
): string {
	if (isStopping) return say(text.stopping);
	if (phase === 'running') return say(text.running);
	if (!end) return '';
	if (end.why === 'stopped') return say(text.stopped, { code: end.exitCode });
	if (end.why === 'limit') return say(text.limit, { detail: end.detail ?? say(text.limitReached) });
	return say(text.ended, { code: end.exitCode });
}
