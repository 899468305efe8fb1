"""What a person's name, address and password can be."""

import pytest

from webapp.rules.account.addresses import folded_email
from webapp.rules.account.people import (
    known_or_utc,
    parse_day_start,
    parse_new_person,
)
from webapp.rules.shared.problems import Invalid

PASSWORD = "correct horse"


def problems_of(*values: object) -> list[str]:
    """Return the fields that are refused in a sign-up with these values."""
    with pytest.raises(Invalid) as refused:
        parse_new_person(*values, "Europe/Berlin")
    return [problem.field for problem in refused.value.problems]


def test_a_sign_up_is_accepted_in_a_tidy_form():
    new = parse_new_person(" Ana Silva ", " Ana@Example.ORG ", PASSWORD, "Europe/Berlin")
    assert (new.name, new.email, new.time_zone) == ("Ana Silva", "ana@example.org", "Europe/Berlin")


def test_all_problems_are_reported_at_once():
    assert problems_of("", "nowhere", "short") == ["name", "email", "password"]


def test_a_form_that_was_sent_empty_names_every_field():
    assert problems_of(None, None, None) == ["name", "email", "password"]


@pytest.mark.parametrize("name", ["", "  ", None, 7, ["Ana"], "x" * 101, "a\0b"])
def test_what_is_no_name_is_refused(name):
    assert problems_of(name, "ana@example.org", PASSWORD) == ["name"]


def test_a_name_may_have_a_hundred_characters():
    assert parse_new_person("x" * 100, "ana@example.org", PASSWORD, "UTC").name == "x" * 100


BAD_ADDRESSES = ["", "a", "@", "a@", "@c.d", "a@b@c", "a b@c.d", None, 7, "x" * 251 + "@c.d"]


@pytest.mark.parametrize("email", BAD_ADDRESSES)
def test_what_is_no_address_is_refused(email):
    assert problems_of("Ana", email, PASSWORD) == ["email"]


@pytest.mark.parametrize(
    ("email", "folded"),
    [
        ("ana@example.org", "ana@example.org"),
        (" ANA@Example.Org\n", "ana@example.org"),
        ("STRASSE@example.org", "strasse@example.org"),
        ("Straße@example.org", "straße@example.org"),
        ("STRAẞE@example.org", "straße@example.org"),
        ("Jose\u0301@example.org", "jos\u00e9@example.org"),
        ("ıpek@example.org", "ıpek@example.org"),
        ("ana@BÜCHER.example", "ana@bücher.example"),
        ("ana@xn--bcher-kva.example", "ana@bücher.example"),
        ("ana@XN--BCHER-KVA.example", "ana@bücher.example"),
        ("ana@bu\u0308cher\u3002example", "ana@bücher.example"),
        ("ana@ｅｘａｍｐｌｅ．org", "ana@example.org"),
        ("ana@straße.example", "ana@straße.example"),
        ("ana@xn--strae-oqa.example", "ana@straße.example"),
        ("ana@xn--99999999.example", "ana@xn--99999999.example"),
        ("\u200eana\u200b@example.org\ufeff", "ana@example.org"),
        ("Αννα@example.org", "αννα@example.org"),
        (None, ""),
        (7, ""),
    ],
)
def test_one_address_is_one_account_however_it_is_typed(email, folded):
    assert folded_email(email) == folded


@pytest.mark.parametrize(
    "email",
    ["@example.org", "\u200b@example.org", "ana@", "ana", "İ" * 200 + "@example.org", "a b@c.d"],
)
def test_what_is_no_address_when_it_is_folded_is_refused(email):
    assert problems_of("Ana", email, PASSWORD) == ["email"]


@pytest.mark.parametrize(("length", "fine"), [(7, False), (8, True), (512, True), (513, False)])
def test_a_password_has_8_to_512_characters(length, fine):
    password = "p" * length
    if fine:
        new = parse_new_person("Ana", "ana@example.org", password, "UTC")
        assert new.password == password
    else:
        assert problems_of("Ana", "ana@example.org", password) == ["password"]


def test_a_password_that_many_people_use_is_refused():
    assert problems_of("Ana", "ana@example.org", "Password1") == ["password"]
    assert problems_of("Ana", "ana@example.org", "iloveyou") == ["password"]


def test_a_password_is_stored_composed_however_a_keyboard_writes_it():
    new = parse_new_person("Ana", "a@b.c", "cafe\u0301 cre\u0300me", "UTC")
    assert new.password == "caf\u00e9 cr\u00e8me"


def test_a_password_keeps_its_blanks():
    assert parse_new_person("Ana", "a@b.c", "  p  w  ", "UTC").password == "  p  w  "


@pytest.mark.parametrize("password", [None, 12345678, ["p"] * 8])
def test_what_is_no_text_is_no_password(password):
    assert problems_of("Ana", "ana@example.org", password) == ["password"]


@pytest.mark.parametrize(
    ("zone", "taken"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("-03:30", "-03:30"),  # all that some browsers know
        *[(zone, "UTC") for zone in ("Mars/Olympus", "Etc/Unknown", "+25:00", "", None, 1)],
    ],
)
def test_an_unknown_time_zone_is_accepted_as_utc(zone, taken):
    assert known_or_utc(zone) == taken
    assert parse_new_person("Ana", "ana@example.org", PASSWORD, zone).time_zone == taken


@pytest.mark.parametrize("minutes", [0, 60, 240, 720])
def test_a_day_starts_at_a_whole_hour_from_midnight_to_noon(minutes):
    assert parse_day_start(str(minutes)) == minutes


@pytest.mark.parametrize("value", ["", "-60", "30", "241", "780", "4.0", "four", "²", None, 240])
def test_a_day_starts_at_no_other_time(value):
    with pytest.raises(Invalid, match="Choose an hour from midnight to noon"):
        parse_day_start(value)


def test_an_address_that_is_too_long_is_none():
    assert folded_email("a" * 1000 + "@example.org") == ""


def test_a_label_that_is_too_long_for_a_name_is_left_as_it_is():
    label = "ü" * 70
    written = f"xn--{label.encode('punycode').decode()}"
    assert folded_email(f"ana@{written}.example") == f"ana@{written}.example"
