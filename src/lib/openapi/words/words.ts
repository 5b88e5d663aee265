import v1 from './operations.v1.json' with { type: 'json' };
import v2 from './operations.v2.json' with { type: 'json' };
type B = Record<string, { ru: string; en: string }>;
export const operationSummary = (api: string, key: string, lang: 'ru' | 'en'): string | undefined => ((api === 'v1' ? v1 : v2) as B)[key]?.[lang];
export const nameText = (_api: string, _name: string, _lang: 'ru' | 'en'): string | undefined => undefined;
export const tagText = (tag: string, _lang: 'ru' | 'en'): string => tag;
export const statusText = (_api: string, _status: number, _lang: 'ru' | 'en'): string | undefined => undefined;
