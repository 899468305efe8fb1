"""What a browser subscribes with is checked before it is stored."""

import pytest

from tests.support.push.browsers import PushBrowser
from webapp.rules.reminders.subscriptions import parse_subscription
from webapp.rules.shared.problems import Invalid

OWN = PushBrowser().form
OTHER_CURVE = "B" + "A" * 86  # 4, then zeros


def test_what_a_browser_sends_is_taken_as_it_is() -> None:
    taken = parse_subscription(**OWN)
    assert (taken.endpoint, taken.p256dh, taken.auth) == tuple(OWN.values())


def test_an_id_tells_nothing_of_the_endpoint_and_stays() -> None:
    first, second = (parse_subscription(**OWN) for _ in range(2))
    assert first.id == second.id
    assert len(first.id) == 32


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "https://127.0.0.1/x"},
        {"endpoint": None},
        {"p256dh": OTHER_CURVE},
        {"p256dh": OWN["p256dh"][:-4]},
        {"p256dh": ""},
        {"p256dh": None},
        {"p256dh": "é"},
        {"auth": "AAAA"},
        {"auth": None},
    ],
)
def test_anything_else_is_refused(wrong: dict[str, str | None]) -> None:
    with pytest.raises(Invalid):
        parse_subscription(**{**OWN, **wrong})
