"""Tests in this folder run real servers and simulated phones, and use sockets."""

import pytest

from tests.support.repository.folders import mark_all


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let them use sockets."""
    mark_all(items, __file__, pytest.mark.enable_socket)
