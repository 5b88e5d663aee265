import type { InBoth } from '#lib/course/lesson.ts';

/** What is wrong with a parameter's value; ids from `checkValue`. */
export const issueText: Record<string, InBoth> = {
	required: { ru: 'Обязательный параметр', en: 'Required' },
	'not-integer': { ru: 'Нужно целое число', en: 'Must be a whole number' },
	'not-number': { ru: 'Нужно число', en: 'Must be a number' },
	'not-boolean': { ru: 'Нужно true или false', en: 'Must be true or false' },
	'too-small': { ru: 'Не меньше {minimum}', en: 'Must be at least {minimum}' },
	'too-large': { ru: 'Не больше {maximum}', en: 'Must be at most {maximum}' },
	'not-in-enum': { ru: 'Допустимо: {values}', en: 'One of: {values}' },
	'not-date-time': {
		ru: 'Нужны дата и время, например 2026-11-23T10:00:00Z',
		en: 'Must be a date and time, such as 2026-11-23T10:00:00Z'
	},
	'not-date': { ru: 'Нужна дата, например 2026-11-23', en: 'Must be a date, such as 2026-11-23' },
	'no-zone': {
		ru: 'Добавьте часовой пояс: Z или +03:00',
		en: 'Add the time zone: Z or +03:00'
	},
	'too-short': {
		ru: 'Слишком коротко: нужно от {minLength}',
		en: 'Too short: at least {minLength}'
	},
	'too-long': { ru: 'Слишком длинно: не больше {maxLength}', en: 'Too long: at most {maxLength}' },
	pattern: { ru: 'Не подходит под шаблон {pattern}', en: 'Does not match {pattern}' }
};
