"""A device that was signed in before is known by its cookie, for those who signed in on it."""

from base64 import urlsafe_b64decode

from tests.support.make import KEYS, NOON
from webapp.domain.account.known_devices import LONGEST, device_known_to, with_person
from webapp.rules.account.keys import Keys
from webapp.rules.shared.ids import PersonId

OTHERS = Keys(b"another secret of the tests")
ANA, BEN = PersonId(1), PersonId(2)


def test_it_is_known_to_each_who_signed_in_on_it_as_one_device():
    cookie = with_person(with_person("", ANA, KEYS, NOON), BEN, KEYS, NOON)
    known = {device_known_to(person, cookie, KEYS, NOON) for person in (ANA, BEN)}
    assert len(known) == 1
    assert "" not in known


def test_each_new_device_has_an_id_that_nobody_guesses():
    devices = [with_person("", ANA, KEYS, NOON).partition(".")[0] for _ in range(2)]
    assert devices[0] != devices[1]
    assert [len(urlsafe_b64decode(device + "==")) for device in devices] == [16, 16]


def test_it_is_not_known_to_others_nor_under_another_secret():
    cookie = with_person("", ANA, KEYS, NOON)
    assert device_known_to(BEN, cookie, KEYS, NOON) == ""
    assert device_known_to(ANA, cookie, OTHERS, NOON) == ""


def test_a_mark_is_of_no_use_on_another_device():
    _, mark = with_person("", ANA, KEYS, NOON).split(".")
    assert device_known_to(ANA, f"another-device.{mark}", KEYS, NOON) == ""


def test_what_is_no_cookie_of_ours_is_known_to_nobody():
    for cookie in ("", ".", "...", "x", "\u0663.\u0663", "x" * (LONGEST + 1)):
        assert device_known_to(ANA, cookie, KEYS, NOON) == ""
        assert device_known_to(ANA, with_person(cookie, ANA, KEYS, NOON), KEYS, NOON)


def test_the_five_who_signed_in_last_are_remembered_and_it_stays_short():
    cookie = ""
    for number in range(20):
        cookie = with_person(cookie, PersonId(number), KEYS, NOON)
    known = [n for n in range(20) if device_known_to(PersonId(n), cookie, KEYS, NOON)]
    assert known == [15, 16, 17, 18, 19]
    assert len(cookie) <= LONGEST


def test_a_cookie_that_is_too_long_begins_again():
    device = "x" * (LONGEST + 1)
    assert not with_person(device, ANA, KEYS, NOON).startswith(device)
