"""Log lines: one JSON object each on standard error, without anything that people wrote.

Our own messages have no values in them. Those of libraries are cut where a path or an address
begins. Of an exception the type and the code lines are logged, not its text, which may quote a row.
"""

import json
import logging
import re
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

PACKAGE = Path(__file__).parent
OWN = "webapp."  # the logger "webapp" is Flask's, which logs paths
CONVERSION = re.compile(r"%[-#0-9.]*[a-z]")  # replaced by a value in a message
# A path, a name with @, an object that prints itself, or a network address.
VALUE = re.compile(r"\S*(?:[/@<]|\d\.\d|[0-9a-f]*:[0-9a-f]*:).*", re.DOTALL)


def start_logging() -> None:
    """Write everything that is logged to standard error in this form."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # it logs every queued request
    logging.getLogger("peewee.migrations").setLevel(
        logging.ERROR
    )  # schema.py names what it applied
    logging.raiseExceptions = False  # or a line that cannot be written prints its values


class JsonLines(logging.Formatter):
    """Formats a record as JSON: time, level, logger, message, its `fields`, the error."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1]:
            line["error"] = list(_chain(record.exc_info[1]))
        return json.dumps(line, default=lambda value: type(value).__name__)


def _time(record: logging.LogRecord) -> str:
    whole = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
    return f"{whole}.{int(record.msecs):03d}Z"


def _message(record: logging.LogRecord) -> str:
    if record.name.startswith(OWN):
        return record.getMessage()
    message = record.msg if isinstance(record.msg, str) else "…"
    return VALUE.sub("…", CONVERSION.sub("…", message))


def _chain(error: BaseException) -> Iterator[dict[str, Any]]:
    # The error and its causes, newest first.
    cause: BaseException | None = error
    while cause is not None:
        yield {"type": type(cause).__name__, "at": list(_lines(cause.__traceback__))}
        cause = cause.__cause__ or cause.__context__


def _lines(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{_short(code.co_filename)}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def _short(path: str) -> str:
    if path.startswith(str(PACKAGE)):
        return path.removeprefix(f"{PACKAGE.parent}/")
    return path.rpartition("site-packages/")[2]
