"""Every answer of a push service ends a prompt as it should, from the table to a real line."""

import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.aside import aside
from tests.support.make import MINUTE, make_person
from tests.support.owners.prompts import DUE, waits
from tests.support.push.loopback import loopback
from tests.support.push.pushed import pushing_by, subscribe
from webapp.catalogues import translations_of
from webapp.domain.reminders.delivery import deliver_due
from webapp.domain.reminders.sending import sender
from webapp.gateways.push.web_push import WebPush
from webapp.rules.reminders.kinds import Reason, State
from webapp.storage.reminders.devices import PushDevice
from webapp.storage.reminders.prompts import Prompt
from webapp.storage.upkeep.opening import open_while

pytestmark = pytest.mark.enable_socket
BOTH = pytest.mark.parametrize("engine", ["sqlite", "postgresql"], indirect=True, scope="session")
NOW = "now:push"  # always wanted


@dataclass(frozen=True)
class Became:
    """What became of a prompt, in how many ms it is tried again, and of the phone."""

    state: str
    reason: str = ""
    again: int | None = None
    phone: str = "stays"


REFUSED = Became(State.SKIPPED, Reason.NOWHERE, phone="1 refusal")
GONE = Became(State.SKIPPED, Reason.NOWHERE, phone="gone")
SOON = Became(State.WAITING, again=MINUTE)
ANSWERS = {
    "/201/a": Became(State.SENT),
    "/400/a": REFUSED,
    "/403/a": REFUSED,
    "/404/a": GONE,
    "/410/a": GONE,
    "/413/a": REFUSED,
    "/429/90/a": Became(State.WAITING, again=90_000),
    "/429/a": SOON,
    "/500/a": SOON,
    "/hangup/a": SOON,
}
SILENCE = {"/silence/a": SOON, "/drip/a": SOON}


@BOTH
@pytest.mark.parametrize(("answers", "patience"), [(ANSWERS, 5), (SILENCE, 0.2)])
def test_each_answer_of_the_service_has_its_end(
    answers: dict[str, Became], patience: float, new_address, tmp_path: Path
) -> None:
    with aside(), open_while(new_address()), loopback(tmp_path) as service:
        people = {path: phone_at(path, number) for number, path in enumerate(answers)}
        gateway = WebPush("mailto:operator@example.org", service.connections(patience))
        with pushing_by(gateway):
            deliver_due(sender(translations_of), lambda: DUE, threading.Event())
        gateway.connections.close()
        assert {path: became(person) for path, person in people.items()} == answers


def phone_at(path: str, number: int) -> int:
    """Return a person whose phone's service answers so, and who is to get one now."""
    someone = make_person(f"P{number}")
    with pushing_by(WebPush("mailto:operator@example.org")):
        subscribe(someone, path, DUE)
    waits(someone.id, NOW)
    return someone.id


def became(person: int) -> Became:
    prompt = Prompt.get(Prompt.person == person)
    device = PushDevice.get_or_none(PushDevice.person == person)
    refused = {0: "stays", 1: "1 refusal"}
    phone = refused[device.refusals] if device else "gone"
    return Became(prompt.state, prompt.reason, prompt.lease and prompt.lease - DUE, phone)
