"""Two windows or groups side by side, and whether a difference may be stated."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """The later window compared with the earlier one.

    missing: how many more each of the two needs before anything is compared, (0, 0) when both have
    enough; p: None until then; differs: a difference may be stated; higher: the later is.
    """

    missing: tuple[int, int]
    p: float | None = None
    differs: bool = False
    higher: bool = False

    @property
    def enough(self) -> bool:
        """Whether both have what a comparison needs."""
        return self.missing == (0, 0)


def missing_of(needed: int, earlier: int, later: int) -> tuple[int, int]:
    """Return how many more each of two groups of these sizes needs."""
    return max(needed - earlier, 0), max(needed - later, 0)
