"""The three errors that layers below the web raise, and the sentences they carry."""

import dataclasses
from dataclasses import dataclass


def N_(sentence: str) -> str:
    """Mark a sentence for translation; the web translates it when it is shown."""
    return sentence


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with one field, as a sentence that says what to do.

    `says` is an untranslated sentence with %(name)s places, filled from `values` after translation.
    """

    field: str
    says: str
    values: dict[str, object] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        return self.says % self.values


class Invalid(Exception):
    """What was given cannot be taken as it is; all problems at once."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(" ".join(str(problem) for problem in problems))
        self.problems = problems


class NotFound(Exception):
    """There is no such thing, or it is not this person's: the two are never told apart."""


class Conflict(Exception):
    """The thing is no longer in the state the request assumed."""
