#ru httpx: адрес задан в клиенте, а таймаут есть и тогда, когда о нём забыли.
#en httpx: the client holds the address, and there is a timeout even if you forget it.
import os

import httpx

client = httpx.Client(
    base_url='http://localhost:8080/api/VERSION',
    headers={'Authorization': 'Bearer ' + os.environ['AIRFLOW_TOKEN']},  #v2
    auth=(os.environ['AIRFLOW_USERNAME'], os.environ['AIRFLOW_PASSWORD']),  #v1
)
with client:
    answer = client.get('/dags/hello_api')
    answer.raise_for_status()
    print(answer.http_version, answer.status_code, answer.json()['dag_id'])

    #ru Снять с паузы: PATCH меняет только названное.
    #en Unpause it: a PATCH changes what it names.
    answer = client.patch(
        '/dags/hello_api', params={'update_mask': 'is_paused'}, json={'is_paused': False}
    )
    print(answer.status_code, 'paused' if answer.json()['is_paused'] else 'active')
