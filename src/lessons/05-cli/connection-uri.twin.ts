import type { Twin } from '#lib/course/lesson.ts';

const CREATE = 'POST /connections';

export const connectionUriInV1: Twin = {
	programs: {
		airflow: [
			"airflow connections add dwh --conn-uri 'postgresql://etl:p%40ss%2Fw0rd@dwh.internal:5433/marts?sslmode=require'"
		]
	},
	wrong: {
		'as-given': {
			says: {
				ru: '400: extra должно быть строкой, а не объектом. Читайте detail до конца — там имя поля — и проверьте остальные поля сами: их содержание сервер не сверяет.',
				en: '400: extra has to be a string and not an object. Read detail to its end, it names the field, and check the other fields yourself: the server does not look at what they say.'
			},
			matches: ({ world }) =>
				!world.connections.has('dwh') &&
				world.journal.some(({ operation, status }) => operation === CREATE && status === 400)
		}
	}
};
