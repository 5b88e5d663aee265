/** Why something is another thing in the other API, by the id of a {@link Change}. */
export const migrateTexts: Readonly<Record<string, { ru: string; en: string }>> = {
	path: {
		ru: 'Путь тот же, меняется только корень: /api/v1 и /api/v2.',
		en: 'The path stays; only the root differs: /api/v1 and /api/v2.'
	},
	'source-by-dag': {
		ru: 'В v1 исходник ищут по file_token из описания DAG, в v2 — по dag_id, и можно назвать версию.',
		en: 'v1 finds the source by the file_token of the DAG; v2 by its dag_id, and a version can be named.'
	},
	'note-is-a-field': {
		ru: 'Отдельного адреса для заметки в v2 нет: note — поле самого запуска или задачи.',
		en: 'v2 has no address of its own for the note: it is a field of the run or task instance.'
	},
	'note-elsewhere': {
		ru: 'В v1 заметку ставит отдельный адрес setNote; вместе с состоянием её не меняют.',
		en: 'In v1 a note has an address of its own, setNote; it is not changed together with the state.'
	},
	'try-number': {
		ru: 'Номер попытки в адресе лога назывался task_try_number, в v2 — try_number.',
		en: 'The number of the try in a log’s address was task_try_number; v2 says try_number.'
	},
	assets: {
		ru: 'Datasets в Airflow 3 стали assets — и в путях, и в полях.',
		en: 'Datasets became assets in Airflow 3, in paths and in fields.'
	},
	'asset-by-number': {
		ru: 'v2 находит asset по числовому id, а не по URI. Узнать id: GET /assets?uri_pattern=…',
		en: 'v2 finds an asset by its number, not by its URI. GET /assets?uri_pattern=… tells the number.'
	},
	'asset-by-uri': {
		ru: 'v1 находит dataset по URI, числовой id ему не подходит. Узнать URI: GET /datasets.',
		en: 'v1 finds a dataset by its URI and takes no number. GET /datasets tells the URI.'
	},
	'state-in-the-path': {
		ru: 'Запуск и задача в v2 стоят в пути, в теле — только новое состояние и то, кого ещё оно касается.',
		en: 'In v2 run and task stand in the path; the body holds the new state and whom else it is for.'
	},
	'state-in-the-body': {
		ru: 'Соседей задачи (include_*) v1 отмечает отдельным запросом, где задача и запуск названы в теле.',
		en: 'v1 marks a task’s neighbours (include_*) by a request of its own that names task and run in the body.'
	},
	'tilde-is-a-value': {
		ru: 'Знак ~ («все») в v1 — часть пути, в v2 — значение параметра пути.',
		en: 'The ~ for “all” is part of the path in v1 and a path parameter’s value in v2.'
	},
	health: {
		ru: 'Проверка здоровья переехала в /monitor/health; в v2 она сообщает и о dag-processor.',
		en: 'The health check moved to /monitor/health; in v2 it tells of the dag processor, too.'
	},
	'dry-run-is-a-field': {
		ru: 'В v1 пробный прогон — поле dry_run, и по умолчанию оно true: чтобы изменить состояние, нужно false.',
		en: 'In v1 a rehearsal is the field dry_run, true unless said: only false changes the state.'
	},
	'dry-run-is-a-path': {
		ru: 'В v2 пробный прогон — отдельный адрес …/dry_run, поля dry_run нет. В v1 оно true, если не сказано иное.',
		en: 'In v2 a rehearsal is an address of its own, …/dry_run. In v1 it is a field, true unless said.'
	},
	'people-of-the-auth-manager': {
		ru: 'Пользователями и ролями в Airflow 3 ведает auth manager. С FAB это /auth/fab/v1/…, в самом API v2 их нет.',
		en: 'In Airflow 3 users and roles belong to the auth manager. With FAB: /auth/fab/v1/…; API v2 has none.'
	},
	'new-backfills': {
		ru: 'Backfill как ресурс появился в Airflow 3. В 2.x его запускает CLI: airflow dags backfill.',
		en: 'Backfills became a resource in Airflow 3. In 2.x the CLI starts them: airflow dags backfill.'
	},
	'new-wait': {
		ru: 'Ожидания на стороне сервера в v1 нет: опрашивайте GET запуска, пока state не станет success или failed.',
		en: 'v1 has no waiting on the server: poll GET of the run until its state is success or failed.'
	},
	'new-connections': {
		ru: 'В v1 такого нет. Проверка подключения там одна: POST /connections/test.',
		en: 'v1 has nothing like it. Its one check of a connection is POST /connections/test.'
	},
	'new-bulk': {
		ru: 'Пакетных изменений в v1 нет: отправляйте по запросу на каждый объект.',
		en: 'v1 has no bulk changes: send one request per object.'
	},
	'new-assets': {
		ru: 'У datasets в v1 этого нет: появилось вместе с assets в Airflow 3.',
		en: 'The datasets of v1 have no such thing; it came with the assets of Airflow 3.'
	},
	'new-token': {
		ru: 'Токенов v1 не выдаёт: логин и пароль идут с каждым запросом (basic_auth) или работает сессия.',
		en: 'v1 hands out no tokens: name and password go with every request (basic_auth), or a session is used.'
	},
	'new-xcom-writes': {
		ru: 'Через v1 XCom только читают; писать и удалять можно в v2.',
		en: 'Through v1 XComs are only read; v2 writes and deletes them, too.'
	},
	'new-human': {
		ru: 'Задачи, ждущие ответа человека, есть только в Airflow 3.1 и новее.',
		en: 'Tasks that wait for a person exist from Airflow 3.1 on.'
	},
	'new-in-v2': {
		ru: 'В v1 такого запроса нет: это появилось в Airflow 3.',
		en: 'v1 has no such request; it came with Airflow 3.'
	},
	bearer: {
		ru: 'Вход: вместо Basic — токен. Его выдаёт POST /auth/token, и он истекает.',
		en: 'Logging in: a token instead of Basic. POST /auth/token gives one, and it expires.'
	},
	basic: {
		ru: 'Вход: вместо токена — Basic с логином и паролем, если в auth_backends есть basic_auth.',
		en: 'Logging in: Basic with name and password instead of a token, if auth_backends holds basic_auth.'
	},
	'logical-date': {
		ru: 'execution_date в Airflow 3 называется logical_date.',
		en: 'What was execution_date is logical_date in Airflow 3.'
	},
	'logical-date-required': {
		ru: 'Ключ logical_date в v2 обязателен; null — запуск без логической даты. v1 подставил бы текущий момент.',
		en: 'v2 insists on the key logical_date; null is a run without one. v1 would have taken the current moment.'
	},
	'logical-date-optional': {
		ru: 'Запуска без логической даты в v1 не бывает: без ключа он возьмёт текущий момент.',
		en: 'v1 knows no run without a logical date: without the key it takes the current moment.'
	},
	stale: {
		ru: 'only_active стал exclude_stale. Смысл тот же: только DAG, чьи файлы на месте.',
		en: 'only_active became exclude_stale. The meaning is the same: only DAGs whose files are there.'
	},
	'no-fields': {
		ru: 'Выбирать поля ответа в v2 нельзя, приходит весь объект. Нужное берите фильтром jq или в коде.',
		en: 'v2 cannot choose the answer’s fields, the whole object comes. Pick with jq or in code.'
	},
	'no-such-parameter': {
		ru: 'Такого параметра у того API нет. v2 лишний параметр молча пропустит, v1 ответит 400.',
		en: 'The other API has no such parameter. v2 ignores strangers in silence, v1 answers 400.'
	},
	repeated: {
		ru: 'Несколько значений v1 соединяет запятой, v2 ждёт параметр повторённым.',
		en: 'v1 joins several values with commas; v2 wants the parameter repeated.'
	},
	'usual-limit': {
		ru: 'Без limit v1 отдаёт 100 строк, v2 — 50. Чтобы страница не изменилась, число названо явно.',
		en: 'Without limit v1 gives 100 rows, v2 gives 50. The number is written out, so the page stays the same.'
	},
	mask: {
		ru: 'v2 ждёт объект целиком; update_mask говорит, что из него менять, остальное останется как есть.',
		en: 'v2 wants the whole object; update_mask says which part to change, the rest stays as it is.'
	},
	'mask-val': {
		ru: 'В update_mask значение переменной v1 знает как val, v2 — как value.',
		en: 'In update_mask v1 calls a variable’s value val, v2 calls it value.'
	},
	'mark-unfinished': {
		ru: 'state: success в v1 делал успешными все задачи запуска; v2 (3.3) завершённые не трогает, не начатые пропускает (skipped).',
		en: 'In v1 state: success made every task of the run successful; v2 (3.3) leaves finished ones alone and skips those not begun.'
	},
	'mark-all': {
		ru: 'state: success в v1 сделает успешными все задачи запуска, и упавшие тоже.',
		en: 'In v1 state: success makes every task of the run successful, failed ones, too.'
	},
	'no-subdags': {
		ru: 'SubDAG в Airflow 3 нет, ключа тоже.',
		en: 'Airflow 3 has no SubDAGs, hence no such key.'
	},
	'reset-default': {
		ru: 'Если не сказать, v1 считает reset_dag_runs ложью, v2 — истиной. Значение v1 названо явно.',
		en: 'Unless said, reset_dag_runs is false in v1 and true in v2. What v1 did is written out.'
	},
	'reset-default-v2': {
		ru: 'Если не сказать, v2 считает reset_dag_runs истиной, v1 — ложью. Значение v2 названо явно.',
		en: 'Unless said, reset_dag_runs is true in v2 and false in v1. What v2 did is written out.'
	},
	'pool-key': {
		ru: 'В теле PATCH имя пула зовётся name в v1 и pool в v2.',
		en: 'In the body of PATCH the pool’s name is name in v1 and pool in v2.'
	},
	'pool-whole': {
		ru: 'v2 проверяет пул целиком даже с update_mask: нужны pool, slots и include_deferred.',
		en: 'v2 checks the pool as a whole even with update_mask: pool, slots and include_deferred must be there.'
	},
	'connection-whole': {
		ru: 'v2 требует connection_id и conn_type в теле, даже если меняется другое поле.',
		en: 'v2 insists on connection_id and conn_type in the body, even when another field changes.'
	},
	'no-such-field': {
		ru: 'Такого поля в теле у того API нет, и лишнее оно не примет.',
		en: 'The other API’s body has no such field, and strangers are refused.'
	},
	'created-201': {
		ru: 'Успешное создание v2 отвечает 201, v1 отвечал 200.',
		en: 'v2 answers a creation with 201 where v1 said 200.'
	},
	'created-200': {
		ru: 'Успешное создание v1 отвечает 200, а не 201.',
		en: 'v1 answers a creation with 200, not 201.'
	},
	'variable-409': {
		ru: 'v1 молча перезаписывал переменную, v2 ответит 409. Менять существующую — PATCH.',
		en: 'v1 overwrote the variable in silence; v2 answers 409. Change one that exists with PATCH.'
	},
	'variable-overwrites': {
		ru: 'Осторожно: v1 молча перезапишет существующую переменную, 409 не будет.',
		en: 'Mind that v1 overwrites a variable that exists, in silence, without 409.'
	},
	'run-fields': {
		ru: 'В ответе: execution_date → logical_date (бывает null), external_trigger → triggered_by; новые run_after, queued_at, dag_versions. Даты — с Z.',
		en: 'In the answer: execution_date → logical_date (may be null), external_trigger → triggered_by; new: run_after, queued_at, dag_versions. Dates end in Z.'
	},
	'run-fields-v1': {
		ru: 'В ответе v1: execution_date рядом с logical_date, external_trigger; нет run_after и dag_versions. Даты — с +00:00.',
		en: 'In v1’s answer: execution_date beside logical_date, external_trigger; no run_after, no dag_versions. Dates end in +00:00.'
	},
	'logs-json': {
		ru: 'Лог в v2 — список записей в content (JSON или NDJSON), в v1 — текст.',
		en: 'A log in v2 is a list of entries in content (JSON or NDJSON); in v1 it is text.'
	},
	'logs-text': {
		ru: 'Лог в v1 — текст (или JSON с одной строкой content), а не список записей.',
		en: 'A log in v1 is text (or JSON with one content string), not a list of entries.'
	},
	'password-stars': {
		ru: 'Пароль подключения v2 показывает звёздочками, v1 его не отдавал вовсе.',
		en: 'v2 shows a connection’s password as stars; v1 left it out.'
	},
	'password-absent': {
		ru: 'Пароля подключения в ответе v1 нет вовсе, даже звёздочками.',
		en: 'v1 leaves a connection’s password out of the answer, stars and all.'
	},
	errors: {
		ru: 'Ошибки: вместо RFC 7807 (title, detail, status) — {"detail": …}; неверный запрос — 422, а не 400.',
		en: 'Errors: {"detail": …} instead of RFC 7807 (title, detail, status); a malformed request is 422, not 400.'
	},
	'errors-v1': {
		ru: 'Ошибки: RFC 7807 (title, detail, status) вместо {"detail": …}; неверный запрос — 400, а не 422.',
		en: 'Errors: RFC 7807 (title, detail, status) instead of {"detail": …}; a malformed request is 400, not 422.'
	}
};
