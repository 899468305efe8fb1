"""Links as people type them, and the host that is shown for them."""

import json
from pathlib import Path

import pytest

from webapp.rules.shared.links import address_of, host_of

CASES = json.loads((Path(__file__).parents[2] / "links.json").read_text())  # tests/js reads it


@pytest.mark.parametrize(("typed", "address", "host"), CASES["links"])
def test_a_link_leads_to_the_host_that_is_shown(typed, address, host):
    assert (address_of(typed), host_of(address)) == (address, host)


@pytest.mark.parametrize("typed", CASES["refused"])
def test_no_link_is_made_of_other_words(typed):
    assert address_of(typed) == ""
