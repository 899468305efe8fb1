"""Log lines: one JSON object each on standard error, without anything that people wrote.

Our own messages carry no values. Those of libraries are cut where a path or an address begins,
and an exception is told by its type and the places it came through: its words may quote a row.
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
OURS = "webapp."  # "webapp" itself is Flask's, which logs paths
PLACE = re.compile(r"%[-#0-9.]*[a-z]")  # where a value would be put in
VALUE = re.compile(r"\S*[/@].*", re.DOTALL)


def start_logging() -> None:
    """From now on everything that is logged goes to standard error in this form."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # it logs every queued request
    logging.getLogger("peewee.migrations").setLevel(
        logging.ERROR
    )  # schema.py names what it applied
    logging.raiseExceptions = False  # a line that cannot be written would print its values


class JsonLines(logging.Formatter):
    """Time, level, logger, message; then `fields` of the record; then the error."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1]:
            line["error"] = list(_told(record.exc_info[1]))
        return json.dumps(line, default=lambda value: type(value).__name__)


def _time(record: logging.LogRecord) -> str:
    whole = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
    return f"{whole}.{int(record.msecs):03d}Z"


def _message(record: logging.LogRecord) -> str:
    if record.name.startswith(OURS):
        return record.getMessage()
    said = record.msg if isinstance(record.msg, str) else "…"
    return VALUE.sub("…", PLACE.sub("…", said))


def _told(error: BaseException) -> Iterator[dict[str, Any]]:
    # The error and what led to it, newest first.
    link: BaseException | None = error
    while link is not None:
        yield {"type": type(link).__name__, "at": list(_places(link.__traceback__))}
        link = link.__cause__ or link.__context__


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{_short(code.co_filename)}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def _short(path: str) -> str:
    if path.startswith(str(PACKAGE)):
        return path.removeprefix(f"{PACKAGE.parent}/")
    return path.rpartition("site-packages/")[2]
