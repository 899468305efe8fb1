"""How many queries each page runs: at most six on Today, at most ten elsewhere (S3)."""

from typing import Any

import pytest

from tests.support.queries import counted_queries
from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS

PAGES = [route for route, (_, owner, _) in RIGHTS.items() if route[:4] == "GET " and owner == 200]


@pytest.mark.parametrize("route", PAGES)
def test_a_page_runs_few_queries(as_ana: Browser, theirs: dict[str, Any], route: str) -> None:
    asked(as_ana, route, theirs)  # what is read once and kept is not counted
    with counted_queries() as queries:
        asked(as_ana, route, theirs)
    assert len(queries) <= (6 if route == "GET /" else 10), "\n".join(queries)
