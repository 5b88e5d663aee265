"""Reads a DAG file from standard input and says, as JSON, which DAGs it defines."""

import json
import sys
from types import ModuleType

try:  # Airflow 3
    from airflow.sdk.definitions._internal.contextmanager import DagContext
except ImportError:
    from airflow.models.dag import DagContext


def dags_in(source):
    module = sys.modules["dag_file"] = ModuleType("dag_file")
    DagContext.current_autoregister_module_name = "dag_file"
    exec(compile(source, "dag_file.py", "exec"), module.__dict__)
    # A DAG, or one with the module it was written in.
    return [one[0] if isinstance(one, tuple) else one for one in DagContext.autoregistered_dags]


def seconds(delta):
    return None if delta is None else delta.total_seconds()


def task_facts(task):
    partial = getattr(task, "partial_kwargs", {})

    def fact(name, otherwise=None):
        return getattr(task, name, partial.get(name, otherwise))

    return {
        "operator": task.operator_class.__name__ if partial and hasattr(task, "operator_class") else task.task_type,
        "upstream": sorted(task.upstream_task_ids),
        "retries": fact("retries"),
        "retry_delay": seconds(fact("retry_delay")),
        "retry_exponential_backoff": bool(fact("retry_exponential_backoff")),
        "pool": fact("pool"),
        "pool_slots": fact("pool_slots"),
        "priority_weight": fact("priority_weight"),
        "queue": fact("queue"),
        "trigger_rule": str(getattr(fact("trigger_rule"), "value", fact("trigger_rule"))),
        "execution_timeout": seconds(fact("execution_timeout")),
        "depends_on_past": bool(fact("depends_on_past")),
        "owner": fact("owner"),
        "is_setup": bool(fact("is_setup")),
        "is_teardown": bool(fact("is_teardown")),
        "is_mapped": hasattr(task, "expand_input"),
        "bash_command": fact("bash_command"),
        "display_name": fact("task_display_name"),
        "doc_md": fact("doc_md"),
        "outlets": [getattr(outlet, "uri", None) or outlet.name for outlet in fact("outlets") or []],
        "group": task.task_group.group_id if task.task_group else None,
    }


def dag_facts(dag):
    return {
        "description": dag.description,
        "display_name": dag.dag_display_name,
        "doc_md": dag.doc_md,
        "tags": sorted(dag.tags),
        "start": dag.start_date.isoformat(),
        "end": dag.end_date.isoformat() if dag.end_date else None,
        "catchup": dag.catchup,
        "max_active_runs": dag.max_active_runs,
        "max_active_tasks": dag.max_active_tasks,
        "timeout": seconds(dag.dagrun_timeout),
        "params": {name: dag.params.get_param(name).value for name in dag.params},
        "tasks": {task.task_id: task_facts(task) for task in dag.tasks},
    }


print("FACTS " + json.dumps({dag.dag_id: dag_facts(dag) for dag in dags_in(sys.stdin.read())}))
