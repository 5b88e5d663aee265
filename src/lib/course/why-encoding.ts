import { openRuns } from '#lib/simulator/past/past.ts';
import type { JournalEntry, World } from '#lib/simulator/world.ts';
import { code, isRefused } from './why-entry.ts';
import type { Rule, Sight } from './why-sight.ts';
import { misreadName } from './why-things.ts';

/** The end of a date with an offset, its plus taken for a space. */
const DATE = /\d{2}:\d{2}(:\d{2}(\.\d+)?)?\+\d{2}:?\d{2}$/;

const plusInQuery: Rule = {
	heard: /%2B/i,
	sees(sight) {
		const found = inQuery(sight, (value) => value.replaceAll(' ', '+'));
		if (!found) return undefined;
		const [name, sent] = [code(found.name), code(found.sent)];
		return {
			ru: `В ${name} сервер получил ${sent}, с пробелом вместо плюса: в строке запроса ${code('+')} означает пробел. Кодируйте его как ${code('%2B')}.`,
			en: `In ${name} the server got ${sent}, with a space for the plus: in a query ${code('+')} stands for a space. Encode it as ${code('%2B')}.`
		};
	}
};

const spaceInPath: Rule = {
	heard: /%2B/i,
	sees({ refusal, world }) {
		const read = (name: string) => name.replaceAll(' ', '+');
		const found = refusal && misreadName(world, refusal, read);
		return (
			found && {
				ru: `В пути сервер получил ${code(found.sent)}, с пробелом, а есть ${code(found.meant)}: плюс был закодирован неверно. Пишите его как ${code('%2B')}.`,
				en: `In the path the server got ${code(found.sent)}, with a space, and what exists is ${code(found.meant)}: the plus was wrongly encoded. Write it as ${code('%2B')}.`
			}
		);
	}
};

const encodedTwice: Rule = {
	heard: /twice|%25/i,
	sees(sight) {
		const inPath = sight.refusal && misreadName(sight.world, sight.refusal, decoded);
		const sent = inPath?.sent ?? inQuery(sight, decoded)?.sent;
		if (sent === undefined) return undefined;
		return {
			ru: `Закодировано дважды: знак ${code('%')} сам стал ${code('%25')}, и сервер получил ${code(sent)} буквально. Кодируйте один раз.`,
			en: `This was encoded twice: the sign ${code('%')} itself became ${code('%25')}, and the server got ${code(sent)} literally. Encode it once.`
		};
	}
};

export const encodingRules: readonly Rule[] = [encodedTwice, plusInQuery, spaceInPath];

/** A value of the newest query that only makes sense when it is read otherwise. */
function inQuery(
	{ refusal, asked, world }: Sight,
	read: (value: string) => string
): { name: string; sent: string } | undefined {
	const last = asked.at(-1);
	const entry = refusal ?? (last && !isRefused(last) ? last : undefined);
	if (entry?.query === undefined) return undefined;
	for (const [name, sent] of new URLSearchParams(entry.query)) {
		const meant = read(sent);
		if (meant !== sent && makesSense(world, entry, meant)) return { name, sent };
	}
	return undefined;
}

/** A date with its offset, or the name of a run that is there. */
function makesSense(world: World, { params }: JournalEntry, value: string): boolean {
	if (DATE.test(value)) return true;
	const { dag_id: dagId } = params;
	return [...openRuns(world)].some(
		(run) => run.runId === value && (dagId === undefined || dagId === '~' || dagId === run.dagId)
	);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch (cause) {
		// A percent sign that begins no code.
		if (cause instanceof URIError) return text;
		throw cause;
	}
}
