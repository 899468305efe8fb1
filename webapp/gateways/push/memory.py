"""A push service in memory, for tests: it remembers what was sent and answers as it is told."""

from collections import deque
from dataclasses import dataclass, field

from webapp.gateways.push.service import Answer, Outcome, Push, VapidKey


@dataclass
class InMemory:
    """A push service that sends nothing.

    sent: all pushes, with the key of each. answers: by endpoint, the next ones first; without any
    the push is taken.
    """

    sent: list[tuple[Push, VapidKey]] = field(default_factory=list)
    answers: dict[str, deque[Answer]] = field(default_factory=dict)
    keys: int = 0

    def new_key(self) -> VapidKey:
        """Return a new key."""
        self.keys += 1
        return VapidKey(f"private-{self.keys}", f"public-{self.keys}")

    def send(self, push: Push, key: VapidKey, now: int) -> Answer:  # noqa: ARG002 - the protocol's
        """Remember a push."""
        self.sent.append((push, key))
        waiting = self.answers.get(push.to.endpoint)
        return waiting.popleft() if waiting else Answer(Outcome.TAKEN)

    def will_answer(self, endpoint: str, *answers: Answer) -> None:
        """Let the next pushes to an endpoint be answered so."""
        self.answers.setdefault(endpoint, deque()).extend(answers)
