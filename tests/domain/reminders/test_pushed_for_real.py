"""From a message to what a phone's browser reads, over a service on this machine."""

from pathlib import Path

import pytest

from tests.support.make import NOON, Someone
from tests.support.push.loopback import loopback
from tests.support.push.pushed import MESSAGE, SITE, pushing_by, subscribe
from webapp.domain.reminders.pushing import push
from webapp.gateways.push.web_push import WebPush
from webapp.rules.reminders.messages import Delivery

pytestmark = pytest.mark.enable_socket


def test_two_phones_of_a_person_read_the_same_reminder(ana: Someone, tmp_path: Path) -> None:
    with loopback(tmp_path) as service:
        gateway = WebPush("mailto:operator@example.org", service.connections())
        with pushing_by(gateway):
            phones = [subscribe(ana, f"/201/{name}") for name in ("one", "two")]
            assert push(ana.id, MESSAGE, NOON).how is Delivery.TAKEN
        gateway.connections.close()
    read = [
        phone.read(one.body)["notification"]
        for one in sorted(service.arrived, key=lambda one: one.path)
        for phone in phones
        if phone.subscription.endpoint.endswith(one.path)
    ]
    assert [one["title"] for one in read] == [MESSAGE.title] * 2
    assert [one["data"]["device"] for one in read] == [one.subscription.id for one in phones]
    assert read[0]["navigate"] == f"{SITE}/checkins/new"
