"""A server that sends mail, in memory."""

from collections.abc import Iterator

import pytest

from tests.gateways.mail.twin import mail_in_memory
from webapp.gateways.mail.memory import MemoryMailer


@pytest.fixture
def mailer() -> Iterator[MemoryMailer]:
    with mail_in_memory() as mailer:
        yield mailer
