"""Two deletions of things that name each other are undone in either order."""

from itertools import permutations
from typing import Any

import pytest

from tests.support.make import OURS
from tests.web.conftest import Browser
from tests.web.outbox.deleting import deleted_by, everything, undo_buttons

pytestmark = pytest.mark.long

NAMING = [
    "DELETE /goals/<goal_id>",
    "DELETE /indicators/<indicator_id>",
    "DELETE /objectives/<objective_id>",
    "DELETE /presets/<preset_id>",
    "DELETE /wins/<win_id>",
]


@pytest.mark.parametrize("pair", [*permutations(NAMING, 2)], ids=" then ".join)
@pytest.mark.parametrize("first", [0, -1], ids=["same order", "reverse"])
def test_both_come_back_whole_in_either_order(
    as_ana: Browser, linked: dict[str, Any], pair: tuple[str, str], first: int
) -> None:
    before = everything()
    pages = [as_ana.get(deleted_by(as_ana, route, linked).location).text for route in pair]
    ways_back = [undo_buttons(page)[0] for page in pages]
    for way_back in (ways_back.pop(first), *ways_back):
        assert as_ana.client.delete(way_back, headers=OURS).status_code == 303
    assert everything() == before
