"""A server whose clock jumps from one thing that is due to the next."""

import json
from dataclasses import dataclass, field
from typing import Any

from peewee import fn

from webapp.catalogues import translations_of
from webapp.domain.mail.sending import send_due_mail
from webapp.domain.reminders import claims
from webapp.domain.reminders.planning import plan_due
from webapp.domain.reminders.sending import sender
from webapp.gateways.mail.memory import MemoryMailer
from webapp.gateways.push.memory import InMemory
from webapp.rules.reminders.kinds import State
from webapp.storage.account.mail_addresses import MailAddress
from webapp.storage.account.mails import OutgoingMail
from webapp.storage.reminders.prompts import Prompt
from webapp.storage.reminders.settings import ReminderSettings


@dataclass(frozen=True)
class Arrival:
    """What arrived at a moment (ms): its title, and all that was sent."""

    at: int
    way: str
    title: str
    sent: str


@dataclass
class Server:
    """The jobs that plan and send, with services in memory. now: ms."""

    now: int
    pushes: InMemory
    mailer: MemoryMailer
    arrived: list[Arrival] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._send = sender(translations_of)

    def goes_on_until(self, moment: int) -> None:
        """Let time pass until a moment (ms), and do all that is due meanwhile.

        The jobs plan each minute; here they do before something is sent, which is asked again then.
        """
        while (due := _next(self.now)) is not None and due <= moment:
            self.now = max(self.now, due)
            self._work()
        self.now = moment

    def plans(self) -> None:
        """Plan for whoever's things have changed."""
        while plan_due(self.now):
            pass

    def _work(self) -> None:
        self.plans()
        for prompt in claims.claim(self.now):
            claims.store([(prompt, self._send(prompt, self.now))])
        send_due_mail(self.now)
        self._note()

    def _note(self) -> None:
        for push, _ in self.pushes.sent:
            said = json.loads(push.content)["notification"]
            self._arrives("push", said["title"], f"{push.to.endpoint} {push.content.decode()}")
        for mail in self.mailer.sent:
            self._arrives("mail", mail.subject, f"{mail.subject}\n{mail.text}")
        self.pushes.sent.clear()
        self.mailer.sent.clear()

    def _arrives(self, way: str, title: str, sent: str) -> None:
        self.arrived.append(Arrival(self.now, way, title, sent))


def _next(now: int) -> int | None:
    """Return the moment (ms) of what is due first; what is late by now is due at once."""
    waiting = Prompt.select(fn.MIN(Prompt.due)).where(Prompt.state == State.WAITING.value)
    mails = OutgoingMail.select(fn.MIN(OutgoingMail.due)).where(OutgoingMail.state == "waiting")
    digests = MailAddress.select(fn.MIN(MailAddress.digest_due))
    turns = ReminderSettings.select(fn.MIN(ReminderSettings.plan_at))
    found: list[Any] = [each.scalar() for each in (waiting, mails, digests, turns)]
    return min((max(one, now) for one in found if one is not None), default=None)
