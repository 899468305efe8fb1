"""Sending one prompt: asked once more whether it is wanted, then the way that its person chose."""

from collections.abc import Callable

from webapp.domain.reminders.claims import End, Outcome
from webapp.domain.reminders.delivery import Send
from webapp.domain.reminders.mailing import mail_reminder
from webapp.domain.reminders.planning import still_wanted
from webapp.domain.reminders.pushing import push
from webapp.domain.reminders.texts import Words, message_of
from webapp.rules.reminders.kinds import MOVED, Kind, Reason, Way, kind_of
from webapp.rules.reminders.messages import Delivery, Message, Sent
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.moments import MINUTE
from webapp.storage.account.people import language_of
from webapp.storage.engine.database import connection
from webapp.storage.reminders.claims import FARTHEST
from webapp.storage.reminders.devices import language_of_devices
from webapp.storage.reminders.prompts import Prompt
from webapp.storage.reminders.settings import settings_of

SOURCE = "en"  # the language of whoever chose none, on no phone
By = Callable[[PersonId, Message, int], Sent]
WAYS: dict[str, By] = {Way.PUSH: push, Way.MAIL: mail_reminder}


def sender(words: Callable[[str], Words]) -> Send:
    """Return what sends a prompt at a moment (ms); words: the sentences of a language.

    It may be called by several threads at once, without a connection and outside any transaction.
    """
    return lambda prompt, now: _send(prompt, words, now)


def _send(prompt: Prompt, words: Callable[[str], Words], now: int) -> Outcome:
    with connection():
        if reason := still_wanted(prompt, now):
            return _unwanted(reason)
        send = WAYS.get(_way_of(prompt))
        language = _language_of(prompt.person_id)
        message = message_of(prompt, language, words(language))
    # The connection is back: the network may take seconds, and others wait for one.
    sent = send(prompt.person_id, message, now) if send else Sent(Delivery.NOWHERE)
    return _outcome(sent, prompt, now)


def _unwanted(reason: str) -> Outcome:
    return Outcome(End.UNTRIED) if reason == MOVED else Outcome(End.SKIPPED, reason=reason)


def _way_of(prompt: Prompt) -> str:
    if kind_of(prompt.what) is Kind.NOW:
        return prompt.what.partition(":")[2]  # "send me one now" says which way is tried
    chosen = settings_of(prompt.person_id)
    return str(chosen.way) if chosen else Way.NONE


def _language_of(person: PersonId) -> str:
    return language_of(person) or language_of_devices(person) or SOURCE


def _outcome(sent: Sent, prompt: Prompt, now: int) -> Outcome:
    match sent.how:
        case Delivery.TAKEN:
            return Outcome(End.SENT, now)
        case Delivery.NOWHERE:
            return Outcome(End.SKIPPED, reason=Reason.NOWHERE)
        case Delivery.LATER:
            # Rarer and rarer: ten tries take most of an hour.
            again = sent.again or now + prompt.tries * MINUTE
            return Outcome(End.AGAIN, min(again, now + FARTHEST))
