import type { Reply } from '#lib/simulator/call.ts';
import { settingOf } from '#lib/simulator/cfg.ts';
import type { World } from '#lib/simulator/world.ts';
import { valueError } from './model.ts';
import { dumps } from './python-repr.ts';
import { dateTime, fail, type Reader } from './readers.ts';
import { badRequest } from './reply.ts';

/** `[state_store] max_value_storage_bytes` */
const LONGEST_VALUE = 65_535;

/** @source airflow/api_fastapi/core_api/datamodels/task_state_store.py */
export const storedValue: Reader<unknown> = (input, loc) => {
	if (input === null) return valueError('value cannot be null', loc, input);
	if (dumps(input).length > LONGEST_VALUE) {
		const limit = `value exceeds max_value_storage_bytes (${LONGEST_VALUE})`;
		const cure = 'raise [state_store] max_value_storage_bytes or set it to 0 to disable the limit';
		return valueError(`${limit}; ${cure}`, loc, input);
	}
	return { value: input };
};

/** Milliseconds, null for never, or the word for what `airflow.cfg` says. */
export type Expiry = number | null | 'default';

export const expiry: Reader<Expiry> = (input, loc) => {
	if (input === null || input === 'default') return { value: input };
	const read = dateTime(true)(input, [...loc, 'datetime']);
	if ('value' in read) return { value: read.value.ms };
	const expected = "'default'";
	const at = [...loc, "literal['default']"];
	const literal = fail('literal_error', at, `Input should be ${expected}`, input, { expected });
	return { issues: [...read.issues, ...literal.issues] };
};

/** When it expires, undefined = never, or the refusal of what `airflow.cfg` says. */
export function expiryOf(world: World, asked: Expiry): number | undefined | Reply {
	if (asked === null) return undefined;
	if (asked !== 'default') return asked;
	const days = Number(settingOf(world, 'state_store', 'default_retention_days') || 30);
	if (days < 0) {
		return badRequest(
			`[state_store] default_retention_days must be >= 0, got ${days}. Set to 0 to disable expiry.`
		);
	}
	return days === 0 ? undefined : world.nowMs + days * 86_400_000;
}
