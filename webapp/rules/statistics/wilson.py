"""How sure a share is: Wilson's score interval."""

from webapp.rules.statistics.intervals import Interval

CONFIDENCE = 0.80  # R39


def wilson(hits: int, total: int, confidence: float = CONFIDENCE) -> Interval:
    """The range of a share seen as `hits` of `total`; with nothing seen, 0 to 1."""
    raise NotImplementedError
