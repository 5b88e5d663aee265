"""One DAG for each thing that the six of the course leave out, for a real Airflow 2.11 or 3.x.

With them they are the `showcase` scenario of the simulator; the contract tests hold the two against each other.
"""

import time
from datetime import datetime, timedelta, timezone

from airflow.exceptions import AirflowSkipException
from airflow.models.param import Param

try:  # Airflow 3
    from airflow.providers.standard.operators.bash import BashOperator
    from airflow.providers.standard.operators.empty import EmptyOperator
    from airflow.providers.standard.operators.hitl import ApprovalOperator, HITLOperator
    from airflow.providers.standard.operators.python import BranchPythonOperator, PythonOperator
    from airflow.providers.standard.operators.trigger_dagrun import TriggerDagRunOperator
    from airflow.providers.standard.sensors.python import PythonSensor
    from airflow.providers.standard.sensors.time_delta import TimeDeltaSensor
    from airflow.sdk import DAG, Asset, AssetAlias, TaskGroup, task

    DELTA = {"deferrable": True}
except ImportError:  # Airflow 2
    from airflow import DAG
    from airflow.datasets import Dataset as Asset
    from airflow.datasets import DatasetAlias as AssetAlias
    from airflow.decorators import task
    from airflow.operators.bash import BashOperator
    from airflow.operators.empty import EmptyOperator
    from airflow.operators.python import BranchPythonOperator, PythonOperator
    from airflow.operators.trigger_dagrun import TriggerDagRunOperator
    from airflow.sensors.python import PythonSensor
    from airflow.sensors.time_delta import TimeDeltaSensorAsync as TimeDeltaSensor
    from airflow.utils.task_group import TaskGroup

    ApprovalOperator = HITLOperator = None
    DELTA = {}

START = datetime(2026, 1, 1, tzinfo=timezone.utc)


def dag(dag_id, **arguments):
    arguments.setdefault("schedule", None)
    arguments.setdefault("catchup", False)
    arguments.setdefault("start_date", START)
    arguments.setdefault("is_paused_upon_creation", False)
    arguments.setdefault("tags", ["showcase"])
    owner = arguments.pop("owner", "showcase")
    defaults = {"owner": owner, "retries": 0, "retry_delay": timedelta(seconds=5)}
    return DAG(dag_id, default_args={**defaults, **arguments.pop("defaults", {})}, **arguments)


ORDERS = Asset("s3://shop/orders")
PRICES = Asset("s3://shop/prices")

with dag("asset_orders", description="Writes an asset that others wait for", owner="shop"):
    BashOperator(task_id="write_orders", bash_command="echo orders", outlets=[ORDERS])

with dag("asset_prices", description="Writes another one, and one by its alias", owner="shop"):
    BashOperator(task_id="write_prices", bash_command="echo prices", outlets=[PRICES, AssetAlias("latest_prices")])

with dag("asset_report", description="Runs when both assets are new", owner="shop", schedule=[ORDERS, PRICES]):
    BashOperator(task_id="report", bash_command="echo report")

with dag("mapped_files", description="One task for each file of a list"):

    @task
    def list_files():
        return ["a.csv", "b.csv", "c.csv"]

    @task
    def count_rows(file):
        return {"file": file, "rows": len(file) * 10}

    @task
    def sum_rows(counts):
        return sum(count["rows"] for count in counts)

    sum_rows(count_rows.expand(file=list_files()))

with dag("branch_by_size", description="Takes one of two ways, in a group, and meets again"):
    choose = BranchPythonOperator(task_id="choose", python_callable=lambda: "load.small")
    with TaskGroup("load", tooltip="Two ways to load"):
        small = BashOperator(task_id="small", bash_command="echo small")
        big = BashOperator(task_id="big", bash_command="echo big")
    meet = EmptyOperator(task_id="meet", trigger_rule="none_failed_min_one_success")
    choose >> [small, big] >> meet


def skip():
    time.sleep(6)  # after the failure, whose followers would else depend on chance
    raise AirflowSkipException("nothing to do today")


with dag("trigger_rules", description="One success, one failure, one skip, and what follows them"):
    good = BashOperator(task_id="good", bash_command="echo good")
    bad = BashOperator(task_id="bad", bash_command="echo bad; exit 1")
    skipped = PythonOperator(task_id="skipped", python_callable=skip)
    for rule in [
        "all_success",
        "all_failed",
        "all_done",
        "one_success",
        "one_failed",
        "one_done",
        "none_failed",
        "none_skipped",
        "always",
    ]:
        after = BashOperator(task_id=f"on_{rule}", bash_command=f"echo {rule}", trigger_rule=rule)
        [good, bad, skipped] >> after


def third_time(dag_run):
    return datetime.now(timezone.utc) - dag_run.start_date > timedelta(seconds=6)


with dag("sensor_waits", description="Looks every few seconds whether it may go on"):
    wait = PythonSensor(task_id="wait", python_callable=third_time, poke_interval=3, mode="reschedule", timeout=600)
    wait >> BashOperator(task_id="go", bash_command="echo go")

with dag("deferred_waits", description="Waits without a worker"):
    wait = TimeDeltaSensor(task_id="wait", delta=timedelta(seconds=5), **DELTA)
    wait >> BashOperator(task_id="go", bash_command="echo go")

with dag("backoff_import", description="Fails twice, each time waiting longer", defaults={"retries": 3, "retry_delay": timedelta(seconds=1), "retry_exponential_backoff": True}):
    BashOperator(task_id="fetch", bash_command='test "{{ ti.try_number }}" -gt 2')

with dag("calls_hello", description="Triggers another DAG"):
    TriggerDagRunOperator(task_id="trigger_hello", trigger_dag_id="hello_api", conf={"from": "calls_hello"})

with dag("setup_teardown", description="Makes a cluster, uses it, removes it"):
    make = BashOperator(task_id="make_cluster", bash_command="echo made").as_setup()
    use = BashOperator(task_id="use_cluster", bash_command="echo used")
    gone = BashOperator(task_id="remove_cluster", bash_command="echo removed").as_teardown(setups=make)
    make >> use >> gone

with dag(
    "january_history",
    description="Three days of January, one after the other",
    schedule="@daily",
    catchup=True,
    end_date=datetime(2026, 1, 3, tzinfo=timezone.utc),
    max_active_runs=1,
):
    BashOperator(task_id="copy", bash_command="echo {{ ds }}")

with dag(
    "documented",
    description="Everything a DAG can say of itself",
    dag_display_name="Documented DAG",
    doc_md="# What it does\n\nNothing.",
    owner="docs",
    owner_links={"docs": "https://example.org/docs"},
    tags=["docs", "showcase"],
    max_active_tasks=3,
    max_active_runs=2,
    max_consecutive_failed_dag_runs=4,
    dagrun_timeout=timedelta(hours=2),
    render_template_as_native_obj=True,
    params={
        "name": Param("world", type=["null", "string"], title="Name", minLength=2),
        "count": Param(3, type="integer", minimum=1, maximum=9, section="Numbers"),
        "day": Param("2026-01-01", type="string", format="date"),
        "flags": Param({"a": True}, type="object"),
        "kinds": Param(["x"], type="array", items={"type": "string"}, examples=["x", "y"]),
        "plain": 5,
    },
):
    BashOperator(
        task_id="greet",
        task_display_name="Greet someone",
        bash_command="echo {{ params.name }}",
        doc_md="Says hello.",
        execution_timeout=timedelta(minutes=5),
        priority_weight=5,
        weight_rule="absolute",
        max_active_tis_per_dag=2,
        queue="greetings",
        pool_slots=2,
        depends_on_past=True,
        wait_for_downstream=True,
        retries=1,
    )

with dag("lost_pool", description="Its task names a pool that is not there"):
    BashOperator(task_id="swim", bash_command="echo swum", pool="no_such_pool")

if ApprovalOperator:
    with dag("asks_a_human", description="Stops until somebody answers"):
        release = ApprovalOperator(task_id="approve", subject="Release 1.0?", body="It is *ready*.", defaults=None)
        pick = HITLOperator(
            task_id="pick",
            subject="Which cities?",
            options=["Berlin", "Oslo", "Rome"],
            multiple=True,
            params={"reason": Param("", type="string")},
        )
        release >> pick >> BashOperator(task_id="done", bash_command="echo done")
