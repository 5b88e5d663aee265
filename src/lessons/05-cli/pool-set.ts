import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import { poolSetInV1 } from './pool-set.twin.ts';

const PATCH = 'PATCH /pools/{pool_name}';
const POOL = 'warehouse';
const NOTE = 'Queries of the night load';

const patch = (
	body: Record<string, unknown>,
	query?: Record<string, string>,
	pool = POOL
): RequestStep => ({
	operation: PATCH,
	path: { pool_name: pool },
	body,
	...(query === undefined ? {} : { query })
});

/** Faded: what a command says without saying it has to be said to the API. */
export const poolSet: Exercise = {
	id: 'cli.pool-set',
	world: 'cli-pool-set',
	scenario: 'production-morning',
	api: 'v2',
	kind: 'faded',
	programs: { airflow: 'its-commands', airflowctl: 'its-commands' },
	title: {
		ru: 'Что сделала бы команда pools set',
		en: 'What the command pools set would do'
	},
	task: {
		ru: 'В инструкции записано: «airflow pools set warehouse 16 "Queries of the night load"». Войти на машину вы не можете. Оставьте пул warehouse точно таким, каким его оставила бы эта команда, — вместе с тем, чего в ней не написано.',
		en: 'The runbook says: “airflow pools set warehouse 16 "Queries of the night load"”. You cannot log in on the machine. Leave the pool warehouse exactly as this command would, including what is not written in it.'
	},
	hints: [
		{
			ru: 'Прочитайте пул до правки. У команды есть флаг --include-deferred. Что, если его не дали?',
			en: 'Read the pool before the change. The command has a flag --include-deferred. What if it is not given?'
		},
		{
			ru: 'pools set всегда пишет все три поля: слоты, описание и include_deferred, а без флага это false. PATCH пула в v2 тоже требует имя, слоты и include_deferred.',
			en: 'pools set always writes all three fields: slots, description and include_deferred, which is false without the flag. PATCH of a pool in v2 insists on the name, the slots and include_deferred, too.'
		},
		{
			ru: 'Дополните тело: "pool": "warehouse", "slots": 16, "description": "Queries of the night load", "include_deferred": false.',
			en: 'Complete the body: "pool": "warehouse", "slots": 16, "description": "Queries of the night load", "include_deferred": false.'
		}
	],
	start: {
		operation: PATCH,
		path: { pool_name: POOL },
		body: JSON.stringify({ pool: POOL, description: NOTE }, null, 2)
	},
	checks: [
		{
			says: { ru: 'в пуле warehouse 16 слотов', en: 'the pool warehouse has 16 slots' },
			passes: (input) => poolOf(input)?.slots === 16
		},
		{
			says: { ru: 'описание — из команды', en: 'the description is the command’s' },
			passes: (input) => poolOf(input)?.description === NOTE
		},
		{
			says: {
				ru: 'отложенные задачи учитываются так, как после команды',
				en: 'deferred tasks count as they would after the command'
			},
			passes: (input) => poolOf(input)?.includeDeferred === false
		},
		{
			says: { ru: 'другие пулы не тронуты', en: 'the other pools are untouched' },
			passes: (input) => areOthersSame(input)
		}
	],
	solution: [patch({ pool: POOL, slots: 16, description: NOTE, include_deferred: false })],
	reasons: {
		ru: 'pools set — это «записать пул целиком»: флаг, которого нет, — тоже значение. Если include_deferred терять нельзя, команде нужен --include-deferred, а запросу — update_mask=slots.',
		en: 'pools set writes a pool as a whole: a flag that is absent is a value, too. If include_deferred must not be lost, the command needs --include-deferred and the request needs update_mask=slots.'
	},
	wrong: [
		{
			name: 'slots-only',
			steps: [
				patch(
					{ pool: POOL, slots: 16, description: NOTE, include_deferred: false },
					{ update_mask: 'slots' }
				)
			],
			says: {
				ru: 'Так осторожнее, но это не то, что сделала бы команда: описание и include_deferred остались прежними, а она перезаписала бы и их.',
				en: 'That is the more careful way, but not what the command would have done: the description and include_deferred are as before, and it would have written them anew.'
			},
			matches: (input) => poolOf(input)?.slots === 16 && poolOf(input)?.description !== NOTE
		},
		{
			name: 'flag-kept',
			steps: [patch({ pool: POOL, slots: 16, description: NOTE, include_deferred: true })],
			says: {
				ru: 'Слоты и описание верны, а include_deferred так и стоит true. Команда без --include-deferred записывает false.',
				en: 'Slots and description are right, and include_deferred is still true. The command without --include-deferred writes false.'
			},
			matches: (input) =>
				poolOf(input)?.description === NOTE && poolOf(input)?.includeDeferred === true
		},
		{
			name: 'another-pool',
			steps: [
				patch(
					{ pool: 'crm_api', slots: 16, description: NOTE, include_deferred: false },
					undefined,
					'crm_api'
				)
			],
			says: {
				ru: 'Изменён не тот пул. Верните crm_api его 2 слота и описание «The CRM allows two calls at once» и возьмите warehouse.',
				en: 'That is the wrong pool. Give crm_api back its 2 slots and its description “The CRM allows two calls at once”, and take warehouse.'
			},
			matches: (input) => !areOthersSame(input)
		}
	],
	twin: poolSetInV1
};

const poolOf = ({ world }: CheckInput) => world.pools.get(POOL);

const areOthersSame = ({ world }: CheckInput) =>
	world.pools.size === 3 &&
	world.pools.get('default_pool')?.slots === 128 &&
	world.pools.get('crm_api')?.slots === 2 &&
	world.pools.get('crm_api')?.description === 'The CRM allows two calls at once';
