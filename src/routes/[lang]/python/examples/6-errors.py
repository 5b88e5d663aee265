#ru raise_for_status() знает только код. Почему отказано, сказано в теле ответа.
#en raise_for_status() knows the status alone. Why it was refused is in the body.
import os

import requests

API = 'http://localhost:8080/api/VERSION'

session = requests.Session()
session.headers['Authorization'] = 'Bearer ' + os.environ['AIRFLOW_TOKEN']  #v2
session.auth = (os.environ['AIRFLOW_USERNAME'], os.environ['AIRFLOW_PASSWORD'])  #v1


def reason(answer):
    try:
        body = answer.json()
    except requests.exceptions.JSONDecodeError:
        #ru Не JSON: ответил не Airflow, а прокси перед ним.
        #en No JSON: not Airflow answered, but a proxy in front of it.
        return answer.text[:200]
    #ru v1 (Connexion): title, detail, status и type одним объектом.  v1
    #en v1 (Connexion): title, detail, status and type in one object.  v1
    return f"{body.get('title')}: {body.get('detail')}"  #v1
    #ru v2 (FastAPI): detail — текст, объект или список с местом каждой ошибки.  v2
    #en v2 (FastAPI): detail is a text, an object, or a list with the place of each fault.  v2
    detail = body.get('detail')  #v2
    if isinstance(detail, list):  #v2
        return '; '.join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in detail)  #v2
    return detail  #v2


for path in ('/dags/no_such_dag', '/dags?limit=many', '/dags?limit=1'):
    answer = session.get(API + path, timeout=10)
    try:
        answer.raise_for_status()
    except requests.HTTPError as error:
        print(error)
        print('   ', reason(answer))
    else:
        print('ok', path)
