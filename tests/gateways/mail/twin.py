"""Mail in memory, for tests: what a server that sends mail would have sent."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.make import KEYS
from webapp.catalogues import translations_of
from webapp.domain.account import mail_service
from webapp.domain.account.mail_service import MailService
from webapp.gateways.mail.memory import MemoryMailer

PUBLIC = "https://wins.example.org"


@contextmanager
def mail_in_memory() -> Iterator[MemoryMailer]:
    """Let this process send mail inside the block, to what is yielded."""
    mailer = MemoryMailer()
    before = mail_service.State.service, mail_service.State.missing
    mail_service.State.service = MailService(mailer, PUBLIC, KEYS, translations_of)
    mail_service.State.missing = ()
    yield mailer
    mail_service.State.service, mail_service.State.missing = before
