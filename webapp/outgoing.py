"""Letting a process send pushes and mails, as its settings say."""

from webapp.catalogues import translations_of
from webapp.config import Settings
from webapp.domain.account.mail_service import start_mail
from webapp.domain.reminders import pushing


def start_sending(settings: Settings) -> None:
    """Let this process send what it can; connects to nothing, and loads no library, before that."""
    pushing.start(settings.push_subject, settings.safe_url, translations_of)
    start_mail(
        settings.mail_server,
        settings.mail_sender,
        settings.public_url,
        settings.keys,
        translations_of,
    )
