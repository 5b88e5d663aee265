import type { ApiName } from '#lib/openapi/operation.ts';
import names from './names.json' with { type: 'json' };
import operationsV1 from './operations.v1.json' with { type: 'json' };
import operationsV2 from './operations.v2.json' with { type: 'json' };
import statuses from './statuses.json' with { type: 'json' };
import tags from './tags.json' with { type: 'json' };

type Language = 'ru' | 'en';
type Texts = Record<string, Record<Language, string>>;

const OPERATIONS: Record<ApiName, Texts> = { v1: operationsV1, v2: operationsV2, other: {} };

/** Our own one-line summary of an operation, by its key; undefined in a foreign document. */
export function operationSummary(api: ApiName, key: string, language: Language): string | undefined {
	return OPERATIONS[api][key]?.[language];
}

/** What a parameter or field is for. A text of the API itself goes before the shared one. */
export function nameText(api: ApiName, name: string, language: Language): string | undefined {
	return api === 'other' ? undefined : pick(names, api, name, language);
}

/** A tag as a group's title; the tag itself where we have no word for it. */
export function tagText(tag: string, language: Language): string {
	return (tags as Texts)[tag]?.[language] ?? tag;
}

/** What a status means in Airflow's terms, and what to do next. */
export function statusText(api: ApiName, status: number, language: Language): string | undefined {
	return pick(statuses, api, String(status), language);
}

function pick(texts: Texts, api: ApiName, name: string, language: Language): string | undefined {
	return (texts[`${api}:${name}`] ?? texts[name])?.[language];
}
