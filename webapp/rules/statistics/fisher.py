"""Whether two shares differ: Fisher's exact test.

Source: Fisher (1934), Statistical Methods for Research Workers, 5th ed., 21.02; two-sided by
summing all tables that are as unlikely as the observed one, or more.
"""

from math import comb


def fisher(hits: int, misses: int, other_hits: int, other_misses: int) -> float:
    """Return the two-sided p of the table; 1.0 when a row or a column is empty."""
    row, other_row, column = hits + misses, other_hits + other_misses, hits + other_hits
    possible = range(max(0, column - other_row), min(row, column) + 1)
    # Whole numbers: no two tables of equal likelihood differ by a rounding.
    ways = {cell: comb(row, cell) * comb(other_row, column - cell) for cell in possible}
    return sum(way for way in ways.values() if way <= ways[hits]) / sum(ways.values())
