#ru Адрес и права записаны один раз: дальше о них помнит сессия.
#en The address and the credentials are written once: the session remembers them.
import os

import requests

BASE = 'http://localhost:8080'
USER = os.environ['AIRFLOW_USERNAME']
PASSWORD = os.environ['AIRFLOW_PASSWORD']

session = requests.Session()
login = session.post(  #v2
    BASE + '/auth/token',  #v2
    json={'username': USER, 'password': PASSWORD},  #v2
    timeout=10,  #v2
)  #v2
login.raise_for_status()  #v2
session.headers['Authorization'] = 'Bearer ' + login.json()['access_token']  #v2
session.auth = (USER, PASSWORD)  #v1

answer = session.get(
    BASE + '/api/VERSION/dags',
    params={'order_by': 'dag_id', 'limit': 5},
    timeout=10,
)
answer.raise_for_status()
for dag in answer.json()['dags']:
    print(dag['dag_id'], 'paused' if dag['is_paused'] else 'active')
