"""Whether two shares differ: Fisher's exact test."""


def fisher(hits: int, misses: int, other_hits: int, other_misses: int) -> float:
    """The two-sided p of the table; 1.0 where a row or a column is empty."""
    raise NotImplementedError
