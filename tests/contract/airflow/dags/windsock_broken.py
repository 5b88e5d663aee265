"""A file that Airflow cannot read as a DAG: the import error of the `showcase` scenario."""

raise RuntimeError("no such warehouse")
