import { authenticationOf } from '#lib/simulator/v1/auth-backends.ts';
import { startUpTrouble } from '#lib/simulator/v2/start-up.ts';
import type { JournalEntry } from '#lib/simulator/world.ts';
import type { InBoth } from './lesson.ts';
import { invalid } from './why-invalid.ts';
import { encodingRules } from './why-encoding.ts';
import { conflict } from './why-conflict.ts';
import { forbidden, unauthenticated } from './why-callers.ts';
import { code, requestOf } from './why-entry.ts';
import type { Rule, Sight } from './why-sight.ts';
import { missingThing, namesThings } from './why-things.ts';

/** What to say of a refusal that still stands. */
export type OfRefusal = (entry: JournalEntry, sight: Sight) => InBoth | undefined;

const ofRefusal = (statuses: readonly number[], heard: RegExp, tells: OfRefusal): Rule => ({
	heard,
	sees: (sight) =>
		sight.refusal && sight.refusal.blocked === undefined && statuses.includes(sight.refusal.status)
			? tells(sight.refusal, sight)
			: undefined
});

const noServer: Rule = {
	heard: /come up/,
	sees({ exercise, world }) {
		const trouble = exercise.api === 'v1' ? authenticationOf(world).trouble : startUpTrouble(world);
		if (trouble === undefined) return undefined;
		return {
			ru: `С таким airflow.cfg сервер не поднимается и не ответит ни на что: ${code(trouble)}.`,
			en: `With this airflow.cfg the server does not come up and answers nothing: ${code(trouble)}.`
		};
	}
};

const keptBack: Rule = {
	heard: /CORS|origin|preflight/i,
	sees: ({ refusal }) =>
		refusal?.blocked === undefined
			? undefined
			: {
					ru: `Ответ на ${requestOf(refusal)} до страницы не дошёл: по правилам CORS её браузер не отдал его, раз заголовков access-control-allow-* для этого не хватило.`,
					en: `The answer to ${requestOf(refusal)} did not reach the page: by the rules of CORS its browser kept it back, as the headers access-control-allow-* did not suffice.`
				}
};

const notFound: OfRefusal = (entry, { exercise, world }) => {
	if (entry.operation === undefined) return noOperation(entry, exercise.api);
	const missing = missingThing(world, entry);
	// What was not there then is there now: the request only has to be sent again, or is needed no more.
	if (!missing && namesThings(entry)) return undefined;
	const said = missing ?? quoteOf(entry);
	return {
		ru: `${requestOf(entry)}: 404${said ? `, ${said.ru}` : ', такого на сервере нет'}.`,
		en: `${requestOf(entry)}: 404${said ? `, ${said.en}` : ', the server has no such thing'}.`
	};
};

function noOperation(entry: JournalEntry, api: 'v1' | 'v2'): InBoth {
	const prefix = `/api/${api}`;
	if (entry.path.startsWith('/auth/')) {
		return {
			ru: `${requestOf(entry)} получил ${entry.status}: по этому адресу ничего нет. Токены выдаёт ${code('POST /auth/token')}.`,
			en: `${requestOf(entry)} got ${entry.status}: there is nothing at this address. Tokens come from ${code('POST /auth/token')}.`
		};
	}
	if (!entry.path.startsWith(`${prefix}/`)) {
		return {
			ru: `${requestOf(entry)} получил ${entry.status}: адрес начинается не с ${code(prefix)}, а API этого упражнения там.`,
			en: `${requestOf(entry)} got ${entry.status}: the address does not begin with ${code(prefix)}, where the API of this exercise is.`
		};
	}
	return {
		ru: `${requestOf(entry)} получил ${entry.status}: такой операции в API ${api} нет. Проверьте метод и путь.`,
		en: `${requestOf(entry)} got ${entry.status}: API ${api} has no such operation. Check the method and the path.`
	};
}

const wrongMethod: OfRefusal = (entry, { exercise }) => noOperation(entry, exercise.api);

const wrongType: OfRefusal = (entry) => ({
	ru: `${requestOf(entry)} получил 415: тело ушло без ${code('Content-Type: application/json')}.`,
	en: `${requestOf(entry)} got 415: its body left without ${code('Content-Type: application/json')}.`
});

const busy: OfRefusal = (entry) => ({
	ru: `${requestOf(entry)} не принят: ${entry.status} просит прийти позже. Выждите столько, сколько велит Retry-After, если он есть, и повторите.`,
	en: `${requestOf(entry)} was not taken in: ${entry.status} asks you to come later. Wait for as long as Retry-After says, if it is there, and repeat.`
});

const broken: OfRefusal = (entry) => {
	// Airflow names the operation; what stands before it does not know any.
	if (entry.operation === undefined) {
		return {
			ru: `На ${requestOf(entry)} кодом ${entry.status} ответил не сам Airflow, а прокси перед ним.`,
			en: `It was not Airflow that answered ${requestOf(entry)} with ${entry.status} but a proxy in front of it.`
		};
	}
	return {
		ru: `${requestOf(entry)} получил ${entry.status}: это сбой внутри сервера, а не отказ по правилам.`,
		en: `${requestOf(entry)} got ${entry.status}: something broke inside the server; this is no refusal by its rules.`
	};
};

const dropped: OfRefusal = (entry, { exercise, world }) =>
	(exercise.api === 'v1' ? authenticationOf(world).trouble : startUpTrouble(world)) === undefined
		? {
				ru: `${requestOf(entry)} остался без ответа: сервера не было на связи или соединение оборвалось. Посмотрите, что на сервере есть, и тогда повторите.`,
				en: `${requestOf(entry)} got no answer: the server was not to be reached, or the connection broke. Look at what the server holds, then repeat.`
			}
		: undefined;

export const answerRules: readonly Rule[] = [
	noServer,
	keptBack,
	...encodingRules,
	ofRefusal([401], /\b401\b|\blog(s|ged)? in\b|token|password/i, unauthenticated),
	ofRefusal([403], /\b403\b|\brole\b|\bmay\b|default|session/i, forbidden),
	ofRefusal([404], /\b404\b|no such/i, notFound),
	ofRefusal([405], /\b405\b/, wrongMethod),
	ofRefusal([409], /\b409\b|taken|exists/i, conflict),
	ofRefusal([415], /\b415\b|content-type/i, wrongType),
	ofRefusal([400, 422], /\b(400|422)\b/, invalid),
	ofRefusal([429, 503], /\b(429|503)\b|Retry-After/i, busy),
	ofRefusal([500, 502, 504], /\b50[024]\b/, broken),
	ofRefusal([0], /connection|answer/i, dropped)
];

/** The server's own words, as part of a sentence. */
export function quoteOf({ reason }: JournalEntry): InBoth | undefined {
	const line = reason?.detail?.split('\n')[0]?.trim();
	if (!line) return undefined;
	return { ru: `сервер пишет: ${code(line)}`, en: `the server says: ${code(line)}` };
}
