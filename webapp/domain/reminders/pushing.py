"""Sending a reminder to all devices of a person."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from gettext import NullTranslations

from webapp.domain.account.sessions import live_since
from webapp.domain.reminders.push_keys import push_key
from webapp.domain.reminders.push_setup import Missing, PushSetup, bind, push_setup
from webapp.gateways.push import sealing
from webapp.gateways.push.service import Answer, Outcome, Push, VapidKey
from webapp.gateways.push.web_push import WebPush
from webapp.rules.reminders.messages import Delivery, Message, Sent
from webapp.rules.reminders.payloads import Words, payload_of, words_for
from webapp.rules.reminders.subscriptions import Subscription
from webapp.rules.shared.ids import PersonId
from webapp.storage.engine.database import connection, transaction
from webapp.storage.reminders.devices import (
    PushDevice,
    change_device,
    delete_device,
    delete_devices_but,
    devices_of,
)

REFUSALS = 5  # in a row, after which a device is given up
AT_ONCE = 4  # devices of one person; the services limit how many threads there are (deploy/)

Answered = list[tuple[PushDevice, Answer]]


def start(subject: str, public_url: str, words: Callable[[str], NullTranslations]) -> None:
    """Let this process push, if its operator set what that needs; loads no library yet.

    subject: an address of the operator's for push services. public_url: what links begin with. Both
    "" where they are missing. words: the sentences of a language.
    """
    if not public_url:
        bind(Missing.PUBLIC_URL)
    elif not subject:
        bind(Missing.SUBJECT)
    elif not sealing.is_installed():
        bind(Missing.LIBRARIES)
    else:
        bind(PushSetup(WebPush(subject), public_url, words))


def push(person: PersonId, message: Message, now: int) -> Sent:
    """Send a message to all devices of a person that have not taken it; now: ms.

    For several threads at once, outside of any transaction; takes some 5 seconds at most for every
    AT_ONCE devices. A device that the service does not know any more is deleted. When one of two
    devices is to be tried again, the other one is not sent the same message again.
    """
    setup = push_setup()
    if isinstance(setup, Missing):
        return Sent(Delivery.NOWHERE)
    with connection():
        devices = list(devices_of(person, live_since(now)))
        key = push_key(setup.service) if devices else None
    waiting = [one for one in devices if one.tag != message.tag]
    answered = _send(setup, key, waiting, message, now) if key else []
    with connection(), transaction():
        _store(person, devices, answered, message, now)
    had_it = len(waiting) < len(devices)
    return _sent([answer for _, answer in answered], had_it, now, message.until)


def _send(
    setup: PushSetup, key: VapidKey, devices: list[PushDevice], message: Message, now: int
) -> Answered:
    def send(device: PushDevice) -> Answer:
        return setup.service.send(_push(setup, device, message, now), key, now)

    if len(devices) < 2:
        return [(device, send(device)) for device in devices]
    with ThreadPoolExecutor(
        min(len(devices), AT_ONCE)
    ) as threads:  # a silent service holds up no other
        return list(zip(devices, threads.map(send, devices), strict=True))


def _push(setup: PushSetup, device: PushDevice, message: Message, now: int) -> Push:
    say, plain = setup.words(message.language).gettext, words_for(message.kind)
    words = Words(say(plain.act), say(plain.later), plain.done and say(plain.done))
    content = payload_of(message, device.id, setup.public_url, words)
    to = Subscription(device.endpoint, device.p256dh, device.auth)
    return Push(to, content, message.tag, max(0, message.until - now) // 1000)


def _store(
    person: PersonId, devices: list[PushDevice], answered: Answered, message: Message, now: int
) -> None:
    delete_devices_but(person, [one.id for one in devices])  # those that are signed out
    for device, answer in answered:
        if answer.outcome is Outcome.TAKEN:
            change_device(person, device.id, taken=now, tag=message.tag, refusals=0)
        elif answer.outcome is Outcome.GONE:
            delete_device(person, device.id)
        elif answer.outcome is Outcome.REFUSED:
            _refused(person, device)


def _refused(person: PersonId, device: PushDevice) -> None:
    if device.refusals + 1 >= REFUSALS:
        delete_device(person, device.id)
    else:
        change_device(person, device.id, refusals=device.refusals + 1)


def _sent(answers: list[Answer], had_it: bool, now: int, until: int) -> Sent:
    taken = had_it or any(one.outcome is Outcome.TAKEN for one in answers)
    waits = [one.wait for one in answers if one.outcome is Outcome.LATER]
    if not waits:
        return Sent(Delivery.TAKEN if taken else Delivery.NOWHERE)
    again = None if None in waits else now + min(one for one in waits if one is not None)
    if taken and (again or now) >= until:
        return Sent(Delivery.TAKEN)  # the other device will not have it in time
    return Sent(Delivery.LATER, again)
