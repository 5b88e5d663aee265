#ru Генератор отдаёт записи по одной и берёт следующую страницу, только когда она нужна.
#en A generator gives entries one by one and asks for a page only when it is needed.
import os

import requests

API = 'http://localhost:8080/api/VERSION'

session = requests.Session()
session.headers['Authorization'] = 'Bearer ' + os.environ['AIRFLOW_TOKEN']  #v2
session.auth = (os.environ['AIRFLOW_USERNAME'], os.environ['AIRFLOW_PASSWORD'])  #v1


def entries(path, key, page=2, **params):
    offset = 0
    while True:
        answer = session.get(
            API + path,
            #ru Без order_by сервер вправе перемешать страницы.
            #en Without order_by the server may shuffle the pages.
            params={'limit': page, 'offset': offset, 'order_by': 'dag_id', **params},
            timeout=10,
        )
        answer.raise_for_status()
        body = answer.json()
        yield from body[key]
        offset += len(body[key])
        if not body[key] or offset >= body['total_entries']:
            return


for number, dag in enumerate(entries('/dags', 'dags'), start=1):
    print(number, dag['dag_id'])
