"""Unfinished requests through the shipped Caddyfile keep others from no answer (F5)."""

import pytest

from tests.https.caddy import NAME, Caddy
from tests.support.unfinished import KINDS, unfinished

COUNT = 300


@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_an_ordinary_request_is_still_answered_through_caddy(caddy: Caddy, kind: str) -> None:
    with unfinished(kind, COUNT, caddy.port, NAME, caddy.trusting()):
        assert caddy.get("/sessions/new").status == 200
