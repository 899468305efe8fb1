"""What can be wrong after a run."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["lost", "doubled", "order", "untraced", "unsent", "damage", "shown", "untold"]


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it has to be.

    shown: to a team that may not see it. untold: somebody was not told of it, or of something else.
    """

    kind: Kind
    says: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.says}"
