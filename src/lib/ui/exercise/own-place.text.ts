import type { InBoth } from '#lib/course/lesson.ts';
import type { OnlyHere } from '#lib/course/own-airflow.ts';

/** Where an exercise is done: in the simulator, or on the learner's own Airflow. */
export const text = {
	where: { ru: 'Где выполнять', en: 'Where to do it' },
	simulator: { ru: 'Симулятор', en: 'Simulator' },
	own: { ru: 'Мой Airflow', en: 'My Airflow' },
	setUp: {
		ru: 'Выполнить на своём Airflow: укажите его на площадке',
		en: 'To do it on your own Airflow, set it up in the playground'
	},
	otherApi: {
		ru: 'На площадке указан сервер с API {own}, а упражнение про {api}.',
		en: 'The server set in the playground has API {own}; this exercise is about {api}.'
	},
	only: { ru: 'Только в симуляторе:', en: 'In the simulator only:' },
	looking: { ru: 'Смотрим, что есть на сервере…', en: 'Looking at what the server has…' },
	real: {
		ru: 'Настоящий сервер {url}. Засчитывается сделанное после {time}: по тому, что показывает его API, и по запросам из этой формы.',
		en: 'A real server, {url}. What is done after {time} counts: by what its API shows, and by requests from this form.'
	},
	again: { ru: 'Начать отсчёт заново', en: 'Count from now' },
	retry: { ru: 'Посмотреть ещё раз', en: 'Look again' },
	missing: {
		ru: 'На сервере нет DAG: {dags}. Положите файл в папку с DAG и подождите, пока Airflow его прочитает (до пяти минут).',
		en: 'The server lacks these DAGs: {dags}. Put the file into its DAGs folder and give Airflow time to read it (up to five minutes).'
	},
	file: { ru: 'Скачать {name}', en: 'Download {name}' },
	leftovers: {
		ru: 'Эти имена уже заняты, с ними упражнение не пройти: {names}. Удалите их и начните отсчёт заново.',
		en: 'These names are taken, and the exercise cannot be done with them: {names}. Delete them and count from then.'
	},
	refused: {
		ru: 'Сервер не дал посмотреть: GET {path} — {status}. Проверьте вход на площадке: нужны права на чтение.',
		en: 'The server would not be looked at: GET {path} gave {status}. Check the login in the playground: it takes the right to read.'
	}
} as const satisfies Record<string, InBoth>;

export const reasons: Record<OnlyHere, InBoth> = {
	scenario: {
		ru: 'нужны DAG и история запусков, которых нет на других серверах.',
		en: 'it needs DAGs and a history of runs that no other server has.'
	},
	machine: {
		ru: 'здесь меняют настройки самого сервера, а API этого не умеет.',
		en: 'it changes the server’s own settings, which the API cannot do.'
	},
	callers: {
		ru: 'здесь спрашивают от имени учебных пользователей.',
		en: 'it asks as people who exist in the simulator.'
	},
	answer: {
		ru: 'ответ — свойство именно симулятора, на другом сервере он другой.',
		en: 'the answer is a fact of the simulator; another server has another.'
	}
};
