"""Reads DAG files as a scheduler does, renders their first task as a worker does, and runs it where it speaks HTTP.

Reads JSON lines from stdin, {"code", "connection"}: the text of a file and the connection `airflow_api`; without one
the file is only read. Prints JSON
lines, {"complaint", "operator", "told", "count"}: what went wrong, the class of the first task, the arguments of
TriggerDagRunOperator as it would use them, and how many tasks there are. Airflow itself is unmodified.
"""

import importlib.util
import json
import os
import sys
import tempfile
import traceback

# What is printed while a task runs is no answer.
real_stdout = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)

try:
    from airflow.sdk import DAG
    from airflow.sdk.execution_time.context import ConnectionAccessor
except ImportError:
    from airflow.models.dag import DAG
    from airflow.utils.context import ConnectionAccessor

TOLD = ["trigger_dag_id", "trigger_run_id", "conf", "logical_date", "run_after", "note"]

dags = []
leave = DAG.__exit__


def remember_and_leave(dag, *args):
    dags.append(dag)
    return leave(dag, *args)


DAG.__exit__ = remember_and_leave


def load(code):
    """The one DAG of a file."""
    dags.clear()
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8", newline="") as file:
        file.write(code)
        file.flush()
        spec = importlib.util.spec_from_file_location("generated", file.name)
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
    (dag,) = dags
    return dag


def answer(line):
    question = json.loads(line)
    os.environ["AIRFLOW_CONN_AIRFLOW_API"] = json.dumps(question.get("connection"))
    found = {"complaint": None, "operator": None, "told": {}, "count": 0}
    try:
        dag = load(question["code"])
        found["count"] = len(dag.tasks)
        task = dag.tasks[0]
        if "connection" not in question:
            return found
        task.render_template_fields({"conn": ConnectionAccessor()})
        found["operator"] = type(task).__name__
        found["told"] = {name: getattr(task, name) for name in TOLD if hasattr(task, name)}
        if found["operator"] == "HttpOperator":
            task.execute({})
    except Exception:
        found["complaint"] = traceback.format_exc(limit=3)
    return found


for line in os.fdopen(os.dup(0), encoding="utf-8"):
    print(json.dumps(answer(line), default=str), file=real_stdout, flush=True)
