import type { Fault } from '#lib/simulator/faults.ts';
import type { InBoth } from './lesson.ts';
import type { Act, Ask } from './symptom.ts';

type More = Omit<Ask, 'method' | 'path' | 'body'>;

export const get = (path: string, more: More = {}): Act => ({
	kind: 'ask',
	method: 'GET',
	path,
	...more
});

export const post = (path: string, body: unknown, more: More = {}): Act => ({
	kind: 'ask',
	method: 'POST',
	path,
	body,
	...more
});

export const patch = (path: string, body: unknown, more: More = {}): Act => ({
	kind: 'ask',
	method: 'PATCH',
	path,
	body,
	...more
});

export const remove = (path: string): Act => ({ kind: 'ask', method: 'DELETE', path });

export const wait = (ms: number): Act => ({ kind: 'wait', ms });

/** The whole text of `airflow.cfg`; '' is Airflow as it comes. */
export const settings = (text: string): Act => ({
	kind: 'machine',
	control: { do: 'cfg', text },
	says: {
		ru: text === '' ? 'airflow.cfg снова пуст' : 'airflow.cfg: ' + oneLine(text),
		en: text === '' ? 'airflow.cfg is empty again' : 'airflow.cfg: ' + oneLine(text)
	}
});

export const faults = (says: InBoth, ...all: Fault[]): Act => ({
	kind: 'machine',
	control: { do: 'faults', faults: all },
	says
});

export const tokensExpire: Act = {
	kind: 'machine',
	control: { do: 'expire-tokens' },
	says: { ru: 'срок токенов истёк', en: 'the tokens have expired' }
};

export const scheduler = (isDown: boolean): Act => ({
	kind: 'machine',
	control: { do: 'scheduler', isDown },
	says: isDown
		? { ru: 'планировщик остановлен', en: 'the scheduler is stopped' }
		: { ru: 'планировщик снова работает', en: 'the scheduler is back' }
});

const oneLine = (text: string) => text.trim().replaceAll('\n', ' ⏎ ');
