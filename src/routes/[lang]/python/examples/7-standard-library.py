#ru Когда ставить пакеты нельзя: то же самое одной стандартной библиотекой.
#en Where nothing may be installed: the same with the standard library alone.
import base64  #v1
import json
import os
import urllib.error
import urllib.request

token = os.environ['AIRFLOW_TOKEN']  #v2
pair = os.environ['AIRFLOW_USERNAME'] + ':' + os.environ['AIRFLOW_PASSWORD']  #v1
HEADERS = {
    'Authorization': 'Bearer ' + token,  #v2
    'Authorization': 'Basic ' + base64.b64encode(pair.encode()).decode(),  #v1
    'Content-Type': 'application/json',
}


def call(method, path, body=None):
    request = urllib.request.Request(
        'http://localhost:8080/api/VERSION' + path,
        data=None if body is None else json.dumps(body).encode(),
        headers=HEADERS,
        method=method,
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


try:
    print(call('POST', '/variables', {'key': 'from_python', 'value': 'hello'}))
except urllib.error.HTTPError as error:
    #ru Отказ — это исключение, и тело ответа читается из него же.
    #en A refusal is an exception, and the body is read from it.
    print(error.code, error.reason, error.read().decode())
print(call('GET', '/variables/from_python')['value'])
