"""Connections that never finish their request do not keep others from an answer (F5)."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.support.forks.server import ForkedServer
from tests.support.server import Server
from tests.support.unfinished import KINDS, unfinished

pytestmark = pytest.mark.enable_socket

COUNT = 300
PATIENCE = 60  # seconds; a server that takes no more connections would never answer


@pytest.fixture
def server(data_folder: Path, new_address: Callable[[], str]) -> Iterator[Server]:
    with ForkedServer(data_folder, DATABASE_URL=new_address()) as running:
        yield running


@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_an_ordinary_request_is_still_answered(server: Server, kind: str) -> None:
    with (
        unfinished(kind, COUNT, server.port),
        urlopen(server.url + "/sessions/new", timeout=PATIENCE) as answer,
    ):
        assert answer.status == 200


def test_more_than_there_is_room_for_lose_their_places(server: Server) -> None:
    with (
        unfinished("half a head", 2_100, server.port),
        urlopen(server.url + "/healthz", timeout=PATIENCE) as answer,
    ):
        assert answer.status == 200
