import type { Reply } from '#lib/simulator/call.ts';
import { randomOf } from '#lib/simulator/random.ts';
import type { World } from '#lib/simulator/world.ts';
import type { Issue } from './readers.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

export const ok = (body: unknown, status = 200): Reply => ({ status, headers: JSON_TYPE, body });

/** Empty, yet with the content type that Airflow gives it. */
export const noContent = (): Reply => ({ status: 204, headers: JSON_TYPE });

/** The body of every refusal: `{"detail": …}`. */
export const refuse = (status: number, detail: unknown): Reply => ok({ detail }, status);

export const badRequest = (detail: string) => refuse(400, detail);
export const notFound = (detail: unknown) => refuse(404, detail);
export const unprocessable = (issues: readonly Issue[]) => refuse(422, issues);

/** What Starlette says when the application raises. */
export const crash = (): Reply => ({
	status: 500,
	headers: { 'content-type': 'text/plain; charset=utf-8' },
	body: 'Internal Server Error'
});

/** @source airflow/api_fastapi/common/exceptions.py `_UniqueConstraintErrorHandler` */
export const uniqueViolation = (world: World) =>
	refuse(409, databaseDetail(world, 'Unique constraint violation'));

/** What a naive date in a query ends in. @source the same file, `SQLAlchemyErrorHandler` */
export const databaseError = (world: World) => refuse(500, databaseDetail(world, 'Database error'));

export const isReply = (value: object): value is Reply => 'status' in value && 'headers' in value;

function databaseDetail(world: World, reason: string) {
	const message =
		'Serious error when handling your request. Check logs for more details - ' +
		`you will find it in api server when you look for ID ${randomWord(world)}`;
	return { reason, statement: 'hidden', orig_error: 'hidden', message };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function randomWord(world: World): string {
	const letter = (_: unknown, index: number) =>
		LETTERS[Math.floor(randomOf(world.seed, 'error', world.nowMs, index) * LETTERS.length)];
	return Array.from({ length: 8 }, letter).join('');
}
