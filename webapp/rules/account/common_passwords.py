"""The most used passwords, which are refused.

The list is that of the package zxcvbn: 30,000, of which 11,611 have 8 characters or more. Its file
is searched and not imported, since importing it takes 4 MB of every process.
"""

import mmap
from importlib.util import find_spec
from pathlib import Path

LIST = b'"passwords": "'  # after it the passwords, with commas between them


def is_common(password: str) -> bool:
    """Return whether the password is in the list, in upper or lower case."""
    word = password.lower().encode(errors="replace")
    if b"," in word or b'"' in word:
        return False  # no password of the list has one: they separate it
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
