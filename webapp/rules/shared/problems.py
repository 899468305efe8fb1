"""The three errors that layers below the web raise, and the sentences in them."""

import dataclasses
from dataclasses import dataclass


def N_(sentence: str) -> str:
    """Return the sentence, marked for translation; the web translates it when it is shown."""
    return sentence


class Chain(tuple[str, ...]):
    """Names that lead from one to the next; the web shows them in the direction of its lines."""

    __slots__ = ()

    def __str__(self) -> str:
        return " → ".join(self)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with one field, as a sentence that says what to do.

    says: the untranslated sentence; its %(name)s are replaced by `values` after translation.
    """

    field: str
    says: str
    values: dict[str, object] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        return self.says % self.values


class Invalid(Exception):
    """The given values cannot be accepted; holds all problems at once."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(" ".join(str(problem) for problem in problems))
        self.problems = problems


class NotFound(Exception):
    """There is no such thing, or it is not this person's; the answer is the same for both."""


class Conflict(Exception):
    """The thing is no longer in the state that the request assumed."""
