"""The command line of the operator: it serves, runs the jobs, or does one of the commands."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from traceback import extract_tb

from webapp.bad_setting import BadSetting
from webapp.cli.terminal import JOBS_RUNNING, SERVING, Failed, Given
from webapp.rules.shared.problems import Conflict, Invalid, NotFound
from webapp.storage.upkeep.advice import advice_on


def run(words: Sequence[str], serve: Callable[[], None], run_jobs: Callable[[], None]) -> int:
    """Run the command that the words name, the jobs, or serve; return the exit code.

    0: done, 1: failed, 2: the words were not understood or a setting cannot be used.
    """
    given = _given(words, serve, run_jobs)
    try:
        given.run(given)
    except (BadSetting, ValueError) as problem:
        return _say(given, problem, 2)
    except (Failed, Invalid, NotFound, Conflict) as problem:
        return _say(given, problem, 1)
    except (KeyboardInterrupt, EOFError):
        return _say(given, "Stopped; nothing was changed.", 1)
    except Exception as error:
        return _say(given, advice_on(error) or _unexpected(error), 1)
    return 0


def _given(words: Sequence[str], serve: Callable[[], None], run_jobs: Callable[[], None]) -> Given:
    # What runs for weeks has no command in its memory.
    if not words:
        return Namespace(run=lambda _: serve(), failing=SERVING)
    if list(words) == ["jobs"]:
        return Namespace(run=lambda _: run_jobs(), failing=JOBS_RUNNING)
    from webapp.cli.commands import parser

    return parser(serve, run_jobs).parse_args(words)


def _say(given: Given, what: object, code: int) -> int:
    print(f"{given.failing}{what}", file=sys.stderr)
    return code


def _unexpected(error: Exception) -> str:
    last = extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    return f"Something unexpected went wrong ({type(error).__name__} at {place}). Please report it."
