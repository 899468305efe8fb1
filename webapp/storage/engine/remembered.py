"""A file beside the database for what a restored backup does not know any more."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

FILE = "remembered.txt"


@dataclass(frozen=True, slots=True)
class Remembered:
    """The lines "NAME NUMBER" of a file in the folder; of a name the largest number counts.

    Lines are only added, so that processes that write at once cannot take anything back, and what a
    power cut left of the last line is passed over.
    """

    folder: Path

    def largest(self, name: str) -> int | None:
        """Return the largest number with this name, None if there is none."""
        return max((value for known, value in self._lines() if known == name), default=None)

    def note(self, name: str, value: int) -> None:
        """Add a line, unless the file says as much already; it survives a power cut."""
        largest = self.largest(name)
        if largest is None or largest < value:
            self._add(f"{name} {value}\n")

    def _lines(self) -> list[tuple[str, int]]:
        try:
            text = self._path.read_text(errors="replace")
        except FileNotFoundError:
            return []
        parted = [line.split() for line in text.splitlines(keepends=True) if line.endswith("\n")]
        return [
            (words[0], int(words[1]))
            for words in parted
            if len(words) == 2 and words[1].removeprefix("-").isdecimal()
        ]

    def _add(self, line: str) -> None:
        # Begun on a line of its own, whatever is left of the last one.
        before = self._path.read_bytes() if self._path.exists() else b""
        half = before[-1:] not in (b"", b"\n")
        file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        try:
            os.write(file, ("\n" * half + line).encode())
            self._give_to_owner_of_folder(file)
            os.fsync(file)
        finally:
            os.close(file)

    def _give_to_owner_of_folder(self, file: int) -> None:
        if os.geteuid() == 0:  # or the server's own user could not write to it
            folder = self.folder.stat()
            with contextlib.suppress(OSError):
                os.fchown(file, folder.st_uid, folder.st_gid)

    @property
    def _path(self) -> Path:
        return self.folder / FILE
