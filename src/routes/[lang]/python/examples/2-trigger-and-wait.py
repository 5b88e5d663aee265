#ru Запустить DAG и дождаться конца: пауза растёт, а ждать вечно нельзя.
#en Trigger a DAG and wait for its end: the pause grows, and waiting has a limit.
import os
import sys
import time
from urllib.parse import quote

import requests

RUNS = 'http://localhost:8080/api/VERSION/dags/hello_api/dagRuns'
LIMIT_SECONDS = 120

session = requests.Session()
session.headers['Authorization'] = 'Bearer ' + os.environ['AIRFLOW_TOKEN']  #v2
session.auth = (os.environ['AIRFLOW_USERNAME'], os.environ['AIRFLOW_PASSWORD'])  #v1

#ru logical_date в v2 обязателен, но может быть null: запуск без даты.  v2
#en v2 insists on logical_date, but takes null: a run without a date.  v2
body = {'logical_date': None, 'conf': {'from': 'python'}}  #v2
body = {'conf': {'from': 'python'}}  #v1
started = session.post(RUNS, json=body, timeout=10)
started.raise_for_status()
run_id = started.json()['dag_run_id']
print('started', run_id)

#ru В dag_run_id бывают «+» и «:»: в адресе их нужно закодировать.
#en A dag_run_id may hold “+” and “:”: encode them in the address.
address = f'{RUNS}/{quote(run_id, safe="")}'
waited, pause = 0.0, 0.5
while True:
    answer = session.get(address, timeout=10)
    answer.raise_for_status()
    state = answer.json()['state']
    print(f'{waited:5.1f} s  {state}')
    if state in ('success', 'failed'):
        break
    if waited + pause > LIMIT_SECONDS:
        sys.exit(f'still {state} after {waited:.0f} s')
    time.sleep(pause)
    waited += pause
    pause = min(pause * 2, 8)

sys.exit(0 if state == 'success' else 1)
