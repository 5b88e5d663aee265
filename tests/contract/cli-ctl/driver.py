"""Runs `airflowctl` once a line, each in a fork of a process that has imported it: a start costs a second otherwise.

Reads JSON lines from stdin, {"argv", "stdin", "cwd", "env"}; prints JSON lines, {"stdout", "stderr", "exitCode"}.
The program itself is unmodified.
"""

import json
import os
import sys
import tempfile
import traceback

import airflowctl.api.client  # noqa: F401  the slow part; the keyring is left to each run, for it reads its environment
from airflowctl.__main__ import main


def become(command, files):
    """In the child: its own standard streams, folder, environment and session."""
    os.setsid()
    for number, file in enumerate(files):
        os.dup2(file.fileno(), number)
    os.chdir(command["cwd"])
    os.environ.clear()
    os.environ.update(command["env"])
    sys.stdin = open(0, encoding="utf-8", closefd=False)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)
    sys.argv = ["airflowctl", *command["argv"]]


def run():
    """The exit code that the interpreter would end with."""
    try:
        main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)
        return 1
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def answer(command):
    files = [tempfile.TemporaryFile() for _ in range(3)]
    files[0].write(command["stdin"].encode())
    files[0].seek(0)
    child = os.fork()
    if child == 0:
        code = 70
        try:
            become(command, files)
            code = run()
            sys.stdout.flush()
            sys.stderr.flush()
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code & 0xFF)
    _, status = os.waitpid(child, 0)
    texts = []
    for file in files[1:]:
        file.seek(0)
        texts.append(file.read().decode())
    return {"stdout": texts[0], "stderr": texts[1], "exitCode": os.waitstatus_to_exitcode(status)}


real_stdout = os.fdopen(os.dup(1), "w", encoding="utf-8")
for line in os.fdopen(os.dup(0), encoding="utf-8"):
    print(json.dumps(answer(json.loads(line))), file=real_stdout, flush=True)
