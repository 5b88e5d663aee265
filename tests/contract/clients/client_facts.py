"""Prints, as JSON, how the installed official client wants each operation called: what src/lib/snippets/client holds.

Names, types, defaults and limits only. A type is written `str`, `int>=0`, `datetime`, `any`, `dict`, `[type]` for a
list, `a|b` for one of several, `=x=y` for listed words, or the name of a model; `?` = may be null, `!` = must be given.
Fields and parameters are one line: `name:type`, with `:name_in_python` behind where that differs.
"""

import datetime
import enum
import importlib
import importlib.metadata
import inspect
import json
import pkgutil
import re
import typing

import airflow_client.client.api as apis

IS_OLD = hasattr(importlib.import_module("airflow_client.client.api_client"), "Endpoint")
SCALARS = {str: "str", int: "int", float: "float", bool: "bool", datetime.datetime: "datetime", datetime.date: "date"}
models = {}


def api_classes():
    for module in pkgutil.iter_modules(apis.__path__):
        members = vars(importlib.import_module(f"airflow_client.client.api.{module.name}"))
        for name, kind in sorted(members.items()):
            if inspect.isclass(kind) and name.endswith("Api"):
                yield kind


# 2.x: the facts stand in tables on the endpoint and the model.


def old_type(classes, allowed=None, limits=None):
    if allowed:
        return "=" + "=".join(value for value in allowed.values() if value)
    kinds = [one for one in classes if one is not type(None)]
    if len(kinds) > 3:
        return "any"
    written = [old_kind(one) for one in kinds]
    text = "|".join(written)
    if text == "int" and limits and "inclusive_minimum" in limits:
        text = f"int>={limits['inclusive_minimum']}"
    return text + ("?" if len(kinds) < len(classes) else "")


def old_kind(kind):
    if isinstance(kind, list):
        return f"[{old_type(tuple(kind))}]"
    if isinstance(kind, tuple):
        return f"[{old_type(kind)}]"
    if isinstance(kind, dict) or kind is dict:
        return "dict"
    if kind in SCALARS:
        return SCALARS[kind]
    add_old_model(kind)
    return kind.__name__


def add_old_model(kind):
    if kind.__name__ in models:
        return
    models[kind.__name__] = fact = {}
    if "ModelSimple" in [base.__name__ for base in kind.__mro__]:
        words = next(iter(kind.allowed_values.values()), {})
        fact["words"] = [word for word in words.values() if word is not None]
        return
    types, allowed, limits = kind.openapi_types, kind.allowed_values, kind.validations
    fields = {}
    for name, classes in sorted(types.items()):
        if name in kind.read_only_vars:
            fields[kind.attribute_map[name]] = "readOnly"
            continue
        written = old_type(classes, allowed.get((name,)), limits.get((name,)))
        wire = kind.attribute_map[name]
        fields[wire] = written if wire == name else f"{written} {name}"
    fact["fields"] = fields
    required = [
        name
        for name in inspect.signature(inspect.unwrap(kind.__init__)).parameters
        if name not in ("self", "args", "kwargs") and name in types
    ]
    if required:
        fact["required"] = sorted(required)
    if kind.additional_properties_type is None:
        fact["closed"] = True


def old_operations():
    for kind in api_classes():
        api = kind()
        for name, endpoint in sorted(vars(api).items()):
            if not name.endswith("_endpoint"):
                continue
            settings, params = endpoint.settings, {}
            body = None
            for param in endpoint.params_map["all"]:
                place = endpoint.location_map.get(param)
                if place is None:
                    continue
                written = old_type(
                    endpoint.openapi_types[param], endpoint.allowed_values.get((param,)), endpoint.validations.get((param,))
                )
                if place == "body":
                    body = f"{param} {written}"
                else:
                    wire = endpoint.attribute_map[param]
                    params[wire] = written if wire == param else f"{written} {param}"
            fact = {"class": kind.__name__, "method": settings["operation_id"]}
            fact["required"] = [endpoint.attribute_map.get(one, one) for one in endpoint.params_map["required"]]
            yield f"{settings['http_method']} {settings['endpoint_path']}", fact, params, body, settings["auth"]


# 3.x: the facts are the annotations of pydantic models and of the methods.


def new_type(kind):
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return limited(new_type(args[0]), args[1:])
    if origin is typing.Union:
        kinds = [one for one in args if one is not type(None)]
        written = [new_type(one) for one in kinds]
        if sorted(written) == ["float", "int"] or sorted(written)[0].startswith("float"):
            return "float"
        return "|".join(written)
    if origin in (list, typing.List):
        return f"[{new_type(args[0])}]"
    if origin in (dict, typing.Dict):
        return "dict"
    if kind is typing.Any:
        return "any"
    if kind in SCALARS:
        return SCALARS[kind]
    add_new_model(kind)
    return kind.__name__


def limited(written, annotations):
    for one in annotations:
        for part in [one, *getattr(one, "metadata", [])]:
            if written == "int" and getattr(part, "ge", None) is not None:
                written = f"int>={part.ge}"
    return written


def add_new_model(kind):
    if kind.__name__ in models:
        return
    models[kind.__name__] = fact = {}
    if issubclass(kind, enum.Enum):
        fact["words"] = [one.value for one in kind]
        return
    if "actual_instance" in kind.model_fields:
        validators = [one for name, one in sorted(kind.model_fields.items()) if "schema_" in name]
        fact["oneOf"] = [new_type(with_metadata(one)) for one in validators]
        return
    source = inspect.getsource(kind)
    fields, adds, keeps = {}, {}, []
    for name, field in sorted(kind.model_fields.items()):
        if name == "additional_properties":
            continue
        wire = field.alias or name
        written = new_type(with_metadata(field))
        listed = re.search(rf"@field_validator\('{name}'\).*?set\(\[(.*?)\]\)", source, re.S)
        if listed:
            written = "=" + "=".join(re.findall(r"'([^']*)'", listed.group(1)))
        fields[wire] = written if wire == name else f"{written} {name}"
        if not field.is_required() and field.default is not None:
            adds[wire] = field.default.value if isinstance(field.default, enum.Enum) else field.default
        if f"if '{wire}' not in _dict" in source:
            adds[wire] = None
        if f'is None and "{name}" in self.model_fields_set' in source:
            keeps.append(wire)
    fact["fields"] = fields
    required = sorted((field.alias or name) for name, field in kind.model_fields.items() if field.is_required())
    for key, value in (("required", required), ("adds", adds), ("keepsNull", keeps)):
        if value:
            fact[key] = value
    if "additional_properties" not in kind.model_fields:
        fact["closed"] = True


def with_metadata(field):
    return typing.Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def new_operations():
    from airflow_client.client import models as told

    UNTOLD = {"warning_type": told.DagWarningType, "last_dag_run_state": told.DagRunState}
    for kind in api_classes():
        for name, method in sorted(inspect.getmembers(kind, inspect.isfunction)):
            if name.startswith("_") or name.endswith(("_with_http_info", "_without_preload_content")):
                continue
            source = inspect.getsource(getattr(kind, f"_{name}_serialize"))
            hints = typing.get_type_hints(inspect.unwrap(method), include_extras=True)
            parameters = inspect.signature(method).parameters
            places = dict(re.findall(r"_path_params\['(\w+)'\] = (\w+)", source))
            places |= dict(re.findall(r"_query_params\.append\(\s*\(\s*'(\w+)',\s*(\w+)", source))
            headers = dict(re.findall(r"_header_params\['([\w-]+)'\] = (\w+)\n", source))
            body = re.search(r"_body_params = (\w+)\n", source.split("process the body parameter")[1])
            params = {}
            for wire, param in {**places, **headers}.items():
                if param in hints and param in parameters:
                    written = new_type(hints[param])
                    # Annotated with nothing, and yet its `.value` is what is sent.
                    if written == "any" and f"{param}.value))" in source:
                        written = new_type(UNTOLD[param])
                    params[wire] = written if wire == param else f"{written} {param}"
            body = f"{body.group(1)} {new_type(hints[body.group(1)])}" if body else None
            verb, path = re.search(r"method='(\w+)',\s+resource_path='([^']+)'", source).groups()
            wanted = [one for one, p in parameters.items() if p.default is inspect.Parameter.empty and one != "self"]
            wires = {param: wire for wire, param in {**places, **headers}.items()}
            fact = {"class": kind.__name__, "method": name}
            fact["required"] = [wires.get(one, one) for one in wanted]
            auth = re.search(r"_auth_settings: List\[str\] = \[(.*?)\]", source, re.S).group(1).strip()
            yield f"{verb} {path}", fact, params, body, auth


def line(types, required):
    """`{"schema": "str var_schema"}` as `schema:str:var_schema`, with `!` behind the type of what must be given."""
    words = []
    for name, written in types.items():
        kind, _, python_name = written.partition(" ")
        words.append(f"{name}:{kind}{'!' if name in required else ''}{':' + python_name if python_name else ''}")
    return " ".join(words)


def compact_operation(fact):
    required = fact.get("required", [])
    compact = {"call": f"{fact['class']}.{fact['method']}"}
    if fact["params"]:
        compact["params"] = line(fact["params"], required)
    if "body" in fact:
        name, kind = fact["body"].split(" ")
        compact["body"] = f"{name}:{kind}{'!' if name in required else ''}"
    if fact.get("open"):
        compact["open"] = True
    return compact


def compact_model(fact):
    compact = {key: value for key, value in fact.items() if key in ("words", "oneOf", "adds", "keepsNull", "closed")}
    if "fields" in fact:
        compact["fields"] = line(fact["fields"], fact.get("required", []))
    return compact


operations = {}
for key, fact, params, body, auth in old_operations() if IS_OLD else new_operations():
    fact["params"] = params
    if body:
        fact["body"] = body
    if not auth:
        fact["open"] = True
    fact["required"] = [name for name in fact["required"] if name in params and f"{{{name}}}" not in key or (body and body.startswith(f"{name} "))]
    if not fact["required"]:
        del fact["required"]
    operations[key.replace(" /api/v2/", " /")] = fact

print(
    json.dumps(
        {
            "version": importlib.metadata.version("apache-airflow-client"),
            "operations": {key: compact_operation(fact) for key, fact in sorted(operations.items())},
            "models": {name: compact_model(fact) for name, fact in sorted(models.items())},
        },
        ensure_ascii=False,
    )
)
