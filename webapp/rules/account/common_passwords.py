"""Whether a password is one of those that are tried first.

The list is that of the package zxcvbn: 30,000, of which 11,611 have 8 characters or more. Its file
is searched as it is and never imported: that would cost every process 4 MB for good.
"""

import mmap
from importlib.util import find_spec
from pathlib import Path

LIST = b'"passwords": "'  # the words of it follow, with commas between them


def is_common(password: str) -> bool:
    """True for one of the list, in upper or lower case."""
    word = password.lower().encode(errors="replace")
    if b"," in word or b'"' in word:
        return False  # none has one: these stand between them
    with _file().open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        begin = text.find(LIST) + len(LIST)
        end = text.find(b'"', begin)
        first, last = word + b",", b"," + word
        return (
            text.find(b"," + first, begin, end) >= 0
            or text[begin : begin + len(first)] == first
            or text[end - len(last) : end] == last
        )


def _file() -> Path:
    spec = find_spec("zxcvbn")
    if spec is None or spec.origin is None:
        raise RuntimeError("The package zxcvbn is missing. Install requirements/run.txt.")
    return Path(spec.origin).with_name("frequency_lists.py")
