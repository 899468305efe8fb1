"""Nothing is lost or doubled while the server dies and lines break; `make chaos` runs longer."""

import pytest

from tests.faults.chaos import run


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_lost_doubled_out_of_order_or_untraced(seed, new_address):
    report = run(seed, phones=4, entries=40, kills=8, address=new_address())
    assert report.findings == [], report


def test_a_run_is_as_large_as_it_says():
    report = run(3, phones=3, entries=12, kills=2)
    assert (report.entries, report.kills) == (36, 4)
    assert report.tally["answers"] > 0
