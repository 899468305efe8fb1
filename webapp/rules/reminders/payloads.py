"""What a push says, as the JSON of Declarative Web Push: phones that know it show it themselves.

On the others the worker does (static/js/sw/push.js). Only what Message has is in it.
"""

import json
from dataclasses import dataclass

from webapp.rules.reminders.kinds import Kind
from webapp.rules.reminders.messages import Message
from webapp.rules.shared.problems import N_

MAGIC = 8030  # says that the rest is a notification
RIGHT_TO_LEFT = frozenset(("ar",))
LATER = N_("Later")
ACTS = {Kind.CHECK_IN: N_("Check in"), Kind.CAPTURE: N_("Log a win")}
OPEN = N_("Have a look")
DONE = N_("You have checked in already. Nothing is left to do.")


@dataclass(frozen=True, slots=True)
class Words:
    """What a notification says besides its message; of both buttons, and if all is done already."""

    act: str
    later: str
    done: str


def payload_of(message: Message, device: str, public_url: str, words: Words) -> bytes:
    """Return the content of a push for a device.

    public_url: what addresses begin with. words: in the message's language.
    """
    address = public_url + message.address
    notification = {
        "title": message.title,
        "body": message.text,
        "navigate": address,
        "lang": message.language,
        "dir": "rtl" if message.language in RIGHT_TO_LEFT else "ltr",
        "tag": message.tag,
        "silent": False,
        "actions": [
            {"action": "open", "title": words.act, "navigate": address},
            {"action": "later", "title": words.later, "navigate": f"{public_url}/reminders/"},
        ],
        "data": {
            **{"device": device, "kind": message.kind, "what": message.subject},
            **{"day": message.day, "number": message.number, "done": words.done},
        },
    }
    said = {"web_push": MAGIC, "notification": notification, "app_badge": 1}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def words_for(kind: Kind) -> Words:
    """Return the untranslated words for a kind of message."""
    return Words(ACTS.get(kind, OPEN), LATER, DONE if kind is Kind.CHECK_IN else "")
