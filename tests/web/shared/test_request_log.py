"""What is logged of requests by default: nothing of those that went well."""

import logging

import pytest

from tests.web.conftest import Browser


def test_an_ordinary_request_leaves_no_line(
    signed_out: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        assert signed_out.get("/help/").status_code == 200
    # A slow one leaves a warning.
    assert [one for one in caplog.records if one.levelno == logging.INFO] == []
