"""The six DAGs of the `course` scenario, for a real Airflow 2.11 or 3.x.

The simulator's scenario describes the same DAGs as data; the contract tests hold the two against each other.
"""

from datetime import datetime, timedelta, timezone

from airflow.models.param import Param

try:  # Airflow 3
    from airflow.providers.standard.operators.bash import BashOperator
    from airflow.sdk import DAG
except ImportError:  # Airflow 2
    from airflow import DAG
    from airflow.operators.bash import BashOperator

START = datetime(2026, 1, 1, tzinfo=timezone.utc)


def dag(dag_id, **arguments):
    arguments.setdefault("schedule", None)
    arguments.setdefault("catchup", False)
    arguments.setdefault("start_date", START)
    arguments.setdefault("is_paused_upon_creation", False)
    owner = arguments.pop("owner", "course")
    retries = arguments.pop("retries", 0)
    defaults = {"owner": owner, "retries": retries, "retry_delay": timedelta(seconds=5)}
    return DAG(dag_id, default_args=defaults, **arguments)


with dag("hello_api", description="Two short tasks that succeed", tags=["course", "quickstart"]):
    hello = BashOperator(task_id="say_hello", bash_command="echo hello; sleep 1")
    bye = BashOperator(task_id="say_bye", bash_command="echo bye")
    hello >> bye

with dag("long_backup", description="A backup that takes minutes", tags=["ops"], owner="platform"):
    dump = BashOperator(task_id="dump", bash_command="sleep 60")
    upload = BashOperator(task_id="upload", bash_command="sleep 30")
    verify = BashOperator(task_id="verify", bash_command="sleep 5")
    dump >> upload >> verify

with dag("flaky_import", description="Fails once, then succeeds", tags=["etl"], owner="data", retries=2):
    fetch = BashOperator(task_id="fetch", bash_command='test "{{ ti.try_number }}" -gt 1')
    store = BashOperator(task_id="store", bash_command="echo stored")
    fetch >> store

with dag("broken_export", description="Its second task always fails", tags=["etl"], owner="data"):
    prepare = BashOperator(task_id="prepare", bash_command="echo prepared")
    export = BashOperator(task_id="export", bash_command="echo no space left on device; exit 1")
    notify = BashOperator(task_id="notify", bash_command="echo sent")
    prepare >> export >> notify

with dag(
    "paused_cleanup",
    description="Weekly cleanup, paused",
    tags=["ops"],
    owner="platform",
    schedule="@weekly",
    is_paused_upon_creation=True,
):
    BashOperator(task_id="cleanup", bash_command="echo cleaned")

with dag(
    "nightly_sales",
    description="Sales report by region",
    tags=["etl", "sales"],
    owner="data",
    schedule="0 3 * * *",
    params={
        "region": Param("emea", type="string", enum=["emea", "apac", "amer"], description="Region to report"),
        "limit": Param(100, type="integer", minimum=1, maximum=10000),
    },
):
    extract = BashOperator(task_id="extract", bash_command="echo {{ params.region }}; sleep 1")
    transform = BashOperator(task_id="transform", bash_command="sleep 1")
    load_warehouse = BashOperator(task_id="load_warehouse", bash_command="sleep 1")
    load_report = BashOperator(task_id="load_report", bash_command="sleep 1")
    report = BashOperator(task_id="notify", bash_command="echo done")
    extract >> transform >> [load_warehouse, load_report] >> report
