import type { Question } from '#lib/course/lesson.ts';

/** Asked at the lesson's end, and again on later days. */
export const patternsQuestions: Question[] = [
	{
		id: 'patterns.q-lost-answer',
		asks: {
			ru: 'POST …/dagRuns с вашим dag_run_id оборвался по таймауту: создан ли запуск, неизвестно. Что делать скрипту?',
			en: 'POST …/dagRuns with a dag_run_id of yours broke off with a timeout: nobody knows whether there is a run. What is the script to do?'
		},
		answers: [
			{
				says: { ru: 'Повторить с тем же именем', en: 'Repeat it with the same name' },
				isRight: true,
				because: {
					ru: 'Если запуск уже есть, придёт 409, и останется спросить его состояние; если нет, он появится.',
					en: 'If there is a run, 409 comes and its state is all that remains to ask; if not, there will be one.'
				}
			},
			{
				says: { ru: 'Повторить с новым именем', en: 'Repeat it with a new name' },
				because: {
					ru: 'Тогда запусков может стать два: первый запрос мог быть выполнен.',
					en: 'Then there may be two runs: the first request may have been carried out.'
				}
			},
			{
				says: { ru: 'Сообщить, что запуск упал', en: 'Report that the run failed' },
				because: {
					ru: 'Упал не запуск, а связь. Возможно, он сейчас работает.',
					en: 'It was the connection that failed, not the run. It may be working right now.'
				}
			}
		]
	},
	{
		id: 'patterns.q-drain',
		asks: {
			ru: 'DAG поставлен на паузу посреди запуска. Чего ждать перед началом работ?',
			en: 'A DAG was paused in the middle of a run. What to wait for before the work begins?'
		},
		answers: [
			{
				says: {
					ru: 'Пока запуск не станет success или failed',
					en: 'Until the run is success or failed'
				},
				because: {
					ru: 'Не дождётесь: следующие задачи на паузе не начнутся, и запуск так и будет running.',
					en: 'You will wait for ever: paused, its next tasks do not begin, and the run stays running.'
				}
			},
			{
				says: {
					ru: 'Пока нет задач в running и queued',
					en: 'Until no task is running or queued'
				},
				isRight: true,
				because: {
					ru: 'Начатые задачи доработают сами, а новых пауза не пустит.',
					en: 'Tasks that have begun finish by themselves, and the pause lets no others begin.'
				}
			},
			{
				says: { ru: 'Ничего: пауза останавливает всё', en: 'Nothing: a pause stops everything' },
				because: {
					ru: 'Работающую задачу пауза не трогает.',
					en: 'A pause leaves a running task alone.'
				}
			}
		]
	},
	{
		id: 'patterns.q-what-to-repeat',
		asks: {
			ru: 'Какие ответы скрипту имеет смысл повторять с паузой?',
			en: 'Which answers is it sensible for a script to try again after a pause?'
		},
		answers: [
			{
				says: { ru: '`503` с `Retry-After: 20`', en: '`503` with `Retry-After: 20`' },
				isRight: true,
				because: {
					ru: 'Сервер сам сказал, когда прийти.',
					en: 'The server itself said when to come back.'
				}
			},
			{
				says: { ru: '`422`', en: '`422`' },
				because: {
					ru: 'Тело не сошлось со схемой и через минуту не сойдётся.',
					en: 'The body does not match the schema and will not in a minute.'
				}
			},
			{
				says: {
					ru: '`502` на `GET` состояния',
					en: '`502` upon a `GET` of the state'
				},
				isRight: true,
				because: {
					ru: 'Чтение повторять безопасно всегда.',
					en: 'To read again is always safe.'
				}
			},
			{
				says: { ru: '`409`', en: '`409`' },
				because: {
					ru: 'Такой запуск (или дата) уже есть: посмотреть, а не повторять.',
					en: 'There is such a run (or date) already: look at it and do not repeat.'
				}
			}
		]
	},
	{
		id: 'patterns.q-backfill-bound',
		asks: {
			ru: 'DAG работает каждый день в 03:00. Backfill с from_date 2026-04-01T00:00:00Z и to_date 2026-04-03T00:00:00Z. Сколько будет запусков?',
			en: 'A DAG runs each day at 03:00. A backfill has from_date 2026-04-01T00:00:00Z and to_date 2026-04-03T00:00:00Z. How many runs will there be?'
		},
		answers: [
			{
				says: { ru: 'Два', en: 'Two runs' },
				isRight: true,
				because: {
					ru: 'Граница — момент: 3 апреля в 00:00 запуск на 03:00 ещё не наступил.',
					en: 'A bound is a moment: at 00:00 of 3 April the run due at 03:00 is still to come.'
				}
			},
			{
				says: { ru: 'Три', en: 'Three runs' },
				because: {
					ru: 'Так было бы, если бы to_date был днём. Нужно 23:59:59.',
					en: 'So it would be if to_date were a day. It takes 23:59:59.'
				}
			},
			{
				says: { ru: 'Ни одного: нужен dry_run', en: 'None: it takes a dry_run' },
				because: {
					ru: 'Пробный прогон backfill — отдельный путь, POST /backfills/dry_run; сам POST /backfills создаёт сразу.',
					en: 'The dry run of a backfill is a path of its own, POST /backfills/dry_run; POST /backfills itself creates at once.'
				}
			}
		]
	}
];
