"""Runs one program of a learner: a namespace of its own, a real traceback, waiting that can be stopped."""

import builtins
import linecache
import os
import sys
import time
import traceback
import types

NAME = "/home/learner/program.py"

_hooks = None
_can_wait = False
_busy_sleep = time.sleep


class Stopped(BaseException):
    """The learner pressed Stop. No Exception, so that `except Exception` lets it through."""


def wait_for(promise):
    """What a promise resolves to; needs JSPI, see `install`."""
    from pyodide.ffi import run_sync

    return run_sync(promise)


def sleep(seconds):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if not _can_wait:
        if _hooks.sleepNow:
            _hooks.sleepNow(float(seconds) * 1000)
        else:
            _busy_sleep(seconds)
    elif wait_for(_hooks.sleep(float(seconds) * 1000)):
        raise Stopped


def ask(prompt=""):
    sys.stdout.write(str(prompt))
    sys.stdout.flush()
    if not _can_wait:
        raise EOFError("EOF when reading a line")
    line = wait_for(_hooks.ask(str(prompt)))
    if line is None:
        raise EOFError("EOF when reading a line")
    print(line)
    return line


def install(hooks, can_wait):
    global _hooks, _can_wait
    _hooks, _can_wait = hooks, can_wait
    time.sleep = sleep
    builtins.input = ask


def run(source, environment):
    """The exit code; 130 = stopped."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir("/home/learner")
    sys.argv = [NAME]
    linecache.cache[NAME] = (len(source), None, source.splitlines(True), NAME)
    main = types.ModuleType("__main__")
    main.__file__ = NAME
    sys.modules["__main__"] = main
    try:
        exec(compile(source, NAME, "exec"), main.__dict__)
        return 0
    except Stopped, KeyboardInterrupt:
        return 130
    except SystemExit as end:
        if end.code is None:
            return 0
        if isinstance(end.code, int):
            return end.code & 0xFF
        print(end.code, file=sys.stderr)
        return 1
    except BaseException as error:
        _show(error)
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def _show(error):
    """As Python does: the learner's program is the outermost frame."""
    frames = error.__traceback__
    while frames and frames.tb_frame.f_code.co_filename != NAME:
        frames = frames.tb_next
    traceback.print_exception(type(error), error, frames)
