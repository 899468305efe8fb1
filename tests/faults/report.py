"""The result of a run."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.faults.findings import Finding, Kind


@dataclass
class Report:
    """What happened in a run, and what was wrong."""

    seed: int
    entries: int
    kills: int
    tally: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    seconds: float = 0
    _began: float = field(default_factory=time.monotonic)

    def end(self, tally: dict[str, int], findings: Iterable[Finding]) -> None:
        """Store that the run is over."""
        self.findings = list(dict.fromkeys(findings))
        self.tally, self.seconds = tally, time.monotonic() - self._began

    def shows(self, kind: Kind) -> bool:
        """Return whether something of that kind was wrong."""
        return any(finding.kind == kind for finding in self.findings)

    def __str__(self) -> str:
        counts = " ".join(f"{name}={many}" for name, many in self.tally.items())
        faults = Counter(finding.kind for finding in self.findings)
        found = " ".join(f"{kind}={many}" for kind, many in faults.items()) or "nothing wrong"
        return (
            f"SEED={self.seed} entries={self.entries} kills={self.kills} {counts}"
            f" {self.seconds:.1f}s: {found}"
        )
