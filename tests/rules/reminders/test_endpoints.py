"""Only the push services of four vendors are called, at public addresses (A6)."""

import pytest

from tests.support.push.hostile import HOSTILE, NOT_PUBLIC
from webapp.rules.reminders.endpoints import endpoint_of, is_public, vendor_of


@pytest.mark.parametrize(
    ("url", "vendor"),
    [
        ("https://fcm.googleapis.com/fcm/send/d5:APA91b_-", "Google"),
        ("https://updates.push.services.mozilla.com/wpush/v2/gAAAAA", "Mozilla"),
        ("https://web.push.apple.com/QKy3-_", "Apple"),
        ("https://web.push.apple.com:443/QKy3-_", "Apple"),
        ("https://wns2-par02p.notify.windows.com/w/?token=BQYAAA%3d%3d", "Microsoft"),
    ],
)
def test_the_four_vendors_are_known(url: str, vendor: str) -> None:
    endpoint = endpoint_of(url)
    assert endpoint
    assert vendor_of(endpoint.host) == vendor


@pytest.mark.parametrize("url", HOSTILE)
def test_every_other_address_is_refused(url: str) -> None:
    assert endpoint_of(url) is None


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["17.57.144.1", "2a00:1450:4001::200a", "64:ff9b::1139:9001"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)
