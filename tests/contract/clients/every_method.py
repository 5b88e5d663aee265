"""Calls every method of the official client, unmodified, and tells how each one went.

Reads JSON from stdin: {"url", "token" or "username" and "password", "values": {parameter: value},
"special": {method: values}, "bodies": {operation id: body}, "leave": [operation ids]}. Prints one JSON line for each method:
its name and what it returned, or which error it raised.
"""

import importlib
import inspect
import json
import pkgutil
import re
import sys
import time
import warnings

import airflow_client.client as client
import airflow_client.client.api as apis

warnings.simplefilter("ignore")
wants = json.load(sys.stdin)
TURNS = 5
ORDER = {"POST": 0, "GET": 1, "PUT": 2, "PATCH": 3, "DELETE": 4}
IS_OLD = hasattr(importlib.import_module("airflow_client.client.api_client"), "Endpoint")


def connect():
    if "token" in wants:
        return client.ApiClient(client.Configuration(host=wants["url"], access_token=wants["token"]))
    return client.ApiClient(
        client.Configuration(host=wants["url"] + "/api/v1", username=wants["username"], password=wants["password"])
    )


def methods(connection):
    for module in pkgutil.iter_modules(apis.__path__):
        names = vars(importlib.import_module(f"airflow_client.client.api.{module.name}"))
        for name, kind in sorted(names.items()):
            if not (inspect.isclass(kind) and name.endswith("Api")):
                continue
            api = kind(connection)
            for method, function in inspect.getmembers(api, inspect.ismethod):
                if method.startswith("_") or method.endswith(("_with_http_info", "_without_preload_content")):
                    continue
                yield method, function, describe(api, method, function)


def describe(api, method, function):
    """Verb, and the required parameters with their types."""
    if IS_OLD:
        endpoint = getattr(api, f"{method}_endpoint")
        types = endpoint.openapi_types
        return endpoint.settings["http_method"], {name: types[name][0] for name in endpoint.params_map["required"]}
    signature = inspect.signature(function)
    required = {
        name: parameter.annotation
        for name, parameter in signature.parameters.items()
        if parameter.default is inspect.Parameter.empty and not name.startswith("_") and name != "kwargs"
    }
    source = inspect.getsource(getattr(api, f"_{method}_serialize"))
    return re.search(r"method='(\w+)'", source).group(1), required


def model_of(kind):
    """The model class in an annotation, if it is one."""
    for part in [kind, *getattr(kind, "__args__", ())]:
        if inspect.isclass(part) and part.__module__.startswith("airflow_client.client.model"):
            return part
    return None


def argument(connection, method, name, kind):
    model = model_of(kind)
    if model is None:
        return {**wants["values"], **wants["special"].get(method, {})}.get(name, "x")
    body = wants["bodies"].get(method, {})
    if not IS_OLD:
        return model.from_dict(body)
    answer = type("Answer", (), {"data": json.dumps(body)})
    return connection.deserialize(answer, (model,), False)


def outcome(connection, method, function, required):
    try:
        arguments = {name: argument(connection, method, name, kind) for name, kind in required.items()}
        value = function(**arguments)
        return {"returned": type(value).__name__}
    except Exception as error:  # whatever a learner would see
        status = getattr(error, "status", None)
        words = {} if status else {"says": re.sub(r"0x\w+|\d{4}-\d\d-\d\d\S*", "…", str(error))[:300]}
        return {"raised": type(error).__name__, "status": status, **words}


def settled(connection, method, function, required):
    """SQLite serves one writer at a time: a real server answers 500 while its own scheduler writes, and has done
    nothing. What breaks for another reason breaks again."""
    for turn in range(TURNS):
        found = outcome(connection, method, function, required)
        if found.get("status") != 500:
            break
        time.sleep(turn / 2)
    return found


with connect() as connection:
    found = list(methods(connection))
    found.sort(key=lambda one: (ORDER[one[2][0]], one[0]))
    for method, function, (_, required) in found:
        if method not in wants["leave"]:
            print(json.dumps({"method": method, **settled(connection, method, function, required)}))
