"""Commands that do once what the jobs do by themselves; also while they, or the server, run."""

from threading import Event

from webapp.catalogues import translations_of
from webapp.cli.terminal import Failed, Given, now
from webapp.config import read_settings
from webapp.domain.account.mail_service import mail_service, missing_settings
from webapp.domain.mail.sending import send_due_mail
from webapp.domain.reminders.delivery import deliver_due
from webapp.domain.reminders.planning import plan_due
from webapp.domain.reminders.sending import sender
from webapp.domain.reviews.endings import end_all_left_open
from webapp.domain.teams.publishing import publish_due
from webapp.domain.upkeep.expired import delete_expired, forget_old_deletions
from webapp.outgoing import start_sending
from webapp.storage.upkeep.opening import open_while


def run_publish(_: Given) -> None:
    """Publish the windows of team confidence that are due; also while the server runs."""
    settings = read_settings()
    with open_while(settings.database_url):
        published = publish_due(settings.data, now())
    print(f"{len(published)} windows were published.")


def run_end_reviews(_: Given) -> None:
    """Store the end of reviews that nobody ended within a day; also while the server runs."""
    with open_while(read_settings().database_url):
        owners = end_all_left_open(now())
    print(f"Reviews of {owners} people and teams were ended.")


def run_remind(_: Given) -> None:
    """Plan reminders and send those that are due, once; also while the server runs."""
    settings = read_settings()
    start_sending(settings)
    with open_while(settings.database_url):
        while plan_due(now()):
            pass
        ended = deliver_due(sender(translations_of), now, Event())
    print(f"{ended} reminders were sent or found not to be wanted.")


def run_send_mails(_: Given) -> None:
    """Send the mails that are due, once; also while the server runs."""
    settings = read_settings()
    start_sending(settings)
    if mail_service() is None:
        names = ", ".join(missing_settings())
        raise Failed(f"This server sends no mail. To switch it on, set {names}.")
    with open_while(settings.database_url):
        taken = send_due_mail(now())
    print(f"{taken} mails were sent.")


def run_purge(_: Given) -> None:
    """Delete for good what has expired, such as deleted wins; also while the server runs."""
    with open_while(read_settings().database_url):
        forget_old_deletions(now())
        delete_expired(now())
    print("What has expired is deleted.")
