/** Words of the terminal's own page. */
export const text = {
	title: { ru: 'Терминал', en: 'Terminal' },
	lead: {
		ru: 'Настоящий синтаксис bash с curl, jq, HTTPie, airflow и airflowctl — прямо на странице. Команды идут к выбранному Airflow и больше никуда; симулятор виден им как http://localhost:8080.',
		en: 'Real bash syntax with curl, jq, HTTPie, airflow and airflowctl, right in the page. Commands go to the chosen Airflow and nowhere else; they see the simulator as http://localhost:8080.'
	},
	examples: { ru: 'С чего начать', en: 'To start with' },
	room: {
		ru: 'Что при этом происходит с симулятором, видно в',
		en: 'What this does to the simulator you can watch in the'
	},
	roomLink: { ru: 'пультовой', en: 'control room' },
	secrets: {
		ru: 'Имя, пароль и токен выбранного Airflow лежат в переменных AIRFLOW_USERNAME, AIRFLOW_PASSWORD и AIRFLOW_TOKEN. Команда airflow работает только с симулятором: настоящей нужна сама машина.',
		en: 'The chosen Airflow’s name, password and token are in AIRFLOW_USERNAME, AIRFLOW_PASSWORD and AIRFLOW_TOKEN. The airflow command works with the simulator only: the real one needs the machine itself.'
	}
};

interface Example {
	id: string;
	title: { ru: string; en: string };
	/** For API v1 and Airflow 2, then for v2 and Airflow 3. */
	script: { v1: string; v2: string };
}

const V1 = '-u "$AIRFLOW_USERNAME:$AIRFLOW_PASSWORD"';
const V2 = '-H "Authorization: Bearer $AIRFLOW_TOKEN"';
const both = (script: string) => ({
	v1: script
		.replace(/DATE(_IN_QUOTES)?/, '')
		.replaceAll('AUTH', V1)
		.replaceAll('API', 'http://localhost:8080/api/v1'),
	// Version 2 asks for the date, and null is for runs that are about none.
	v2: script
		.replace('DATE_IN_QUOTES', String.raw`, \"logical_date\": null`)
		.replace('DATE', ', "logical_date": null')
		.replaceAll('AUTH', V2)
		.replaceAll('API', 'http://localhost:8080/api/v2')
});

/** Where a learner may begin; each is put into the field and runs when they say so. */
export const examples: Example[] = [
	{
		id: 'version',
		title: { ru: 'Кто отвечает', en: 'Who answers' },
		script: both('curl -i API/version')
	},
	{
		id: 'dags',
		title: { ru: 'Список DAG’ов', en: 'List the DAGs' },
		script: both(`curl -s AUTH API/dags | jq -r '.dags[] | [.dag_id, .is_paused] | @tsv'`)
	},
	{
		id: 'code',
		title: { ru: 'Только код ответа', en: 'Only the status code' },
		script: both(`curl -s -o /dev/null -w '%{http_code}\\n' AUTH API/dags/no_such_dag`)
	},
	{
		id: 'trigger',
		title: { ru: 'Запустить DAG', en: 'Trigger a DAG' },
		script:
			both(`curl -sS AUTH --json @- API/dags/hello_api/dagRuns <<END | jq '{dag_run_id, state}'
{"dag_run_id": "typed-$RANDOM", "conf": {"asked_at": "$(date -u +%FT%TZ)"}DATE}
END`)
	},
	{
		id: 'wait',
		title: { ru: 'Запустить и дождаться', en: 'Trigger and wait' },
		script: both(`set -euo pipefail
run="wait-$RANDOM"
curl -sSf AUTH API/dags/hello_api/dagRuns -o /dev/null \\
  --json "{\\"dag_run_id\\": \\"$run\\", \\"conf\\": {}DATE_IN_QUOTES}"
while :; do
  state=$(curl -sSf AUTH "API/dags/hello_api/dagRuns/$run" | jq -r .state)
  echo "$(date +%T) $state"
  case $state in success) exit 0 ;; failed) exit 1 ;; esac
  sleep 3
done`)
	},
	{
		id: 'failed',
		title: { ru: 'Неудачные запуски', en: 'Failed runs' },
		script: both(
			`curl -s -G AUTH "API/dags/~/dagRuns" -d state=failed -d limit=5 | jq -r '.dag_runs[] | "\\(.dag_id) \\(.dag_run_id)"'`
		)
	},
	{
		id: 'pools',
		title: { ru: 'Пулы командой airflow', en: 'Pools by the airflow command' },
		script: both('airflow pools set etl 3 "nightly jobs"\nairflow pools list')
	},
	{
		id: 'script',
		title: { ru: 'Скрипт в файле', en: 'A script in a file' },
		script: both(`cat > paused.sh <<'END'
#!/usr/bin/env bash
set -euo pipefail
for dag in "$@"; do
  paused=$(curl -sSf AUTH "API/dags/$dag" | jq .is_paused)
  echo "$dag $paused"
done
END
bash paused.sh hello_api nightly_sales`)
	},
	{
		id: 'error',
		title: { ru: 'Ошибка и код выхода', en: 'An error and its exit code' },
		script: both('curl -sS --fail-with-body AUTH API/dags/no_such_dag; echo " → $?"')
	}
];
