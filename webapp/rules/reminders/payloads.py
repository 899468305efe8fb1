"""What a push says, as the JSON of Declarative Web Push: phones that know it show it themselves.

On the others the worker does (static/js/sw/push.js). Only what Message has is in it.
"""

import json

from webapp.rules.reminders.kinds import Kind
from webapp.rules.reminders.messages import Message
from webapp.rules.shared.problems import N_

MAGIC = 8030  # says that the rest is a notification
RIGHT_TO_LEFT = frozenset(("ar",))
LATER = N_("Later")
ACTS = {Kind.CHECK_IN: N_("Check in"), Kind.CAPTURE: N_("Log a win")}
OPEN = N_("Have a look")


def payload_of(message: Message, device: str, public_url: str, buttons: tuple[str, str]) -> bytes:
    """Return the content of a push for a device.

    public_url: what addresses begin with. buttons: the words of both, in the message's language.
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
            {"action": "open", "title": buttons[0], "navigate": address},
            {"action": "later", "title": buttons[1], "navigate": f"{public_url}/reminders/"},
        ],
        "data": {
            **{"device": device, "kind": message.kind, "what": message.subject},
            **{"day": message.day, "number": message.number},
        },
    }
    said = {"web_push": MAGIC, "notification": notification, "app_badge": 1}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def words_on_buttons(kind: Kind) -> tuple[str, str]:
    """Return the untranslated words of the two buttons of a notification."""
    return ACTS.get(kind, OPEN), LATER
