"""What each setting can be."""

import pytest

from webapp.rules.account.settings import PARSERS, parse_setting
from webapp.rules.shared.problems import Invalid

GOOD = [
    ("day_start", ["0"], 0),
    ("fixed_zone", ["Asia/Kathmandu"], "Asia/Kathmandu"),
    ("fixed_zone", [" Europe/Berlin "], "Europe/Berlin"),
    ("fixed_zone", [""], ""),
    ("workdays", ["6", "0", "1"], 0b1000011),
    ("workdays", [], 0),
    ("checkin_days", ["2", "2"], 0b100),
    ("areas", [" Customers \r\n\r\nLearning\nCustomers\ncustomers"], "Customers\nLearning"),
    ("areas", [""], ""),
    ("areas", ["عملاء\nÉquipe 🌱"], "عملاء\nÉquipe 🌱"),
    ("areas", ["Équipe\nE\u0301quipe\nEquipe"], "Équipe\nEquipe"),
    ("goal_limit", ["7"], 7),
    ("theme", ["dark"], "dark"),
    ("theme", [""], ""),
]
BAD = [
    ("day_start", []),
    ("fixed_zone", ["Europe/Atlantis"]),
    ("fixed_zone", ["../etc/passwd"]),
    ("fixed_zone", ["a\0b"]),
    ("workdays", ["7"]),
    ("checkin_days", ["monday"]),
    ("areas", ["x" * 61]),
    ("areas", ["\n".join(str(n) for n in range(13))]),
    ("areas", ["a\0b"]),
    ("goal_limit", ["0"]),
    ("goal_limit", ["8"]),
    ("goal_limit", ["٣"]),
    ("theme", ["pink"]),
    ("theme", []),
]


@pytest.mark.parametrize(("name", "values", "value"), GOOD)
def test_what_can_be_set_is_read(name: str, values: list[str], value: object) -> None:
    assert parse_setting(name, values) == value


@pytest.mark.parametrize(("name", "values"), BAD)
def test_what_cannot_be_is_refused_with_a_sentence(name: str, values: list[str]) -> None:
    with pytest.raises(Invalid) as invalid:
        parse_setting(name, values)
    assert {problem.field for problem in invalid.value.problems} == {name}


def test_every_setting_is_tried_here() -> None:
    assert {name for name, *_ in GOOD} == {name for name, *_ in BAD} == set(PARSERS)


def test_too_many_and_too_long_are_reported_at_once() -> None:
    with pytest.raises(Invalid) as invalid:
        parse_setting("areas", ["\n".join(["y" * 61, *(str(n) for n in range(13))])])
    assert "61" not in str(invalid.value)
    assert "These are 14 areas; keep 12 at the most." in str(invalid.value)
    assert "“yyyyyyyyyyyyyyyyyyyy…” is too long" in str(invalid.value)
