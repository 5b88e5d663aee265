"""Runs `airflow` once a line, each in a fork of a process that has imported it: a start costs seconds otherwise.

Reads JSON lines from stdin, {"argv", "stdin", "cwd", "env", "isFirst"}; prints JSON lines, {"stdout", "stderr",
"exitCode"}. With "isFirst" the metadata database is as it was when the driver began. The program is unmodified.
"""

import json
import os
import shutil
import sys
import tempfile
import traceback

# What the program says while it is imported is no answer.
real_stdout = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)
sys.argv = ["airflow"]
from airflow.__main__ import main  # noqa: E402
from airflow.cli import cli_parser  # noqa: E402

cli_parser.get_parser()

DATABASE = os.path.join(os.environ["AIRFLOW_HOME"], "airflow.db")
FRESH = DATABASE + ".fresh"


def become(command, files):
    """In the child: its own standard streams, folder, environment and session."""
    os.setsid()
    for number, file in enumerate(files):
        os.dup2(file.fileno(), number)
    os.chdir(command["cwd"])
    os.environ.update(command["env"])
    sys.stdin = open(0, encoding="utf-8", closefd=False)
    # What has been imported writes to these very objects.
    sys.argv = ["airflow", *command["argv"]]


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
    if command.get("isFirst"):
        if not os.path.exists(FRESH):
            shutil.copy(DATABASE, FRESH)
        for journal in (DATABASE + "-wal", DATABASE + "-shm"):
            if os.path.exists(journal):
                os.remove(journal)
        shutil.copy(FRESH, DATABASE)
    files = [tempfile.TemporaryFile() for _ in range(3)]
    files[0].write(command["stdin"].encode())
    files[0].seek(0)
    child = os.fork()
    if child == 0:
        code = 70
        try:
            become(command, files)
            code = run()
            # The program may have closed its standard output; the interpreter does not mind at its end.
            for stream in (sys.stdout, sys.stderr):
                if not stream.closed:
                    stream.flush()
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


for line in os.fdopen(os.dup(0), encoding="utf-8"):
    print(json.dumps(answer(json.loads(line))), file=real_stdout, flush=True)
