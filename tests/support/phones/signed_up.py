"""What a first visit leaves, for tests to begin with a copy of it."""

from pathlib import Path
from typing import NamedTuple, Self

from tests.support.ports import free_port


class SignedUp(NamedTuple):
    """The folders of the server and of the phone, and the port of the address that it knows."""

    data: Path
    profile: Path
    port: int

    @classmethod
    def within(cls, folder: Path) -> Self:
        """Return where a visit in this folder leaves its data, and a port for it."""
        return cls(folder / "var", folder / "phone", free_port())
