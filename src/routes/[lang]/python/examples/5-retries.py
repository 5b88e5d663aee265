#ru Повторять сам умеет urllib3: только чтение, только временные ошибки, с растущей паузой.
#ru Включите в пультовой поломку «503», чтобы увидеть повторы.
#en urllib3 can repeat by itself: reads only, passing errors only, with a growing pause.
#en Switch on the fault “503” in the control room to see the repeats.
import logging
import os

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

logging.basicConfig(format='%(levelname)s %(message)s')
logging.getLogger('urllib3').setLevel(logging.DEBUG)

retry = Retry(
    total=4,
    backoff_factor=0.5,
    status_forcelist=(429, 502, 503, 504),
    #ru POST здесь нет намеренно: повторённый запуск DAG — это ещё один запуск.
    #en No POST on purpose: a trigger that is repeated is one more run.
    allowed_methods=('GET', 'HEAD'),
    respect_retry_after_header=True,
)
session = requests.Session()
session.mount('http://', HTTPAdapter(max_retries=retry))
session.mount('https://', HTTPAdapter(max_retries=retry))
session.headers['Authorization'] = 'Bearer ' + os.environ['AIRFLOW_TOKEN']  #v2
session.auth = (os.environ['AIRFLOW_USERNAME'], os.environ['AIRFLOW_PASSWORD'])  #v1

try:
    answer = session.get('http://localhost:8080/api/VERSION/pools', timeout=10)
    answer.raise_for_status()
except requests.exceptions.RetryError as error:
    print('gave up:', error)
else:
    for pool in answer.json()['pools']:
        print(pool['name'], pool['slots'])
