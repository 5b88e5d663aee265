#ru Свой dag_run_id делает повтор безопасным: второй раз сервер ответит 409.
#en A dag_run_id of your own makes a repeat safe: the second time the server says 409.
import os

import requests

RUNS = 'http://localhost:8080/api/VERSION/dags/hello_api/dagRuns'

session = requests.Session()
session.headers['Authorization'] = 'Bearer ' + os.environ['AIRFLOW_TOKEN']  #v2
session.auth = (os.environ['AIRFLOW_USERNAME'], os.environ['AIRFLOW_PASSWORD'])  #v1


def trigger_once(run_id):
    body = {'dag_run_id': run_id, 'logical_date': None}  #v2
    body = {'dag_run_id': run_id}  #v1
    answer = session.post(RUNS, json=body, timeout=10)
    if answer.status_code == 409:
        return 'already there, nothing to do'
    answer.raise_for_status()
    return 'created, ' + answer.json()['state']


for attempt in (1, 2):
    print(attempt, trigger_once('report-for-january'))
