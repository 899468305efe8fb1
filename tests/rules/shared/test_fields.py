"""Which values fields accept, and that they can be written as text and read again."""

from enum import StrEnum

import pytest

from webapp.rules.shared import fields as of
from webapp.rules.shared.problems import Invalid

ID = "0b0c0d0e-0000-4000-8000-000000000001"
OTHER = "0b0c0d0e-0000-4000-8000-000000000002"


class Size(StrEnum):
    SMALL = "small"


SIZE = of.choice(Size, "Choose a size.", empty=True)
TAKEN = [
    (of.text(), " two\r\nlines ", "two\nlines"),
    (of.line(), " two\nlines ", "two lines"),
    (SIZE, "small", "small"),
    (SIZE, "", ""),
    (of.link(), "", ""),
    (of.link(), " https://example.org/a?b=c#d ", "https://example.org/a?b=c#d"),
    (of.link(), "HTTP://example.org", "HTTP://example.org"),
    (of.link(), " example.org/report ", "https://example.org/report"),
    (of.flag(), True, True),
    (of.flag(), False, False),
    (of.number(), None, None),
    (of.number(), 0, 0.0),
    (of.number(), -0.1, -0.1),
    (of.one_id(), "", ""),
    (of.one_id(), ID, ID),
    (of.ids(), [], ""),
    (of.ids(), [ID, OTHER, ID], f"{ID} {OTHER}"),
]


@pytest.mark.parametrize(("field", "given", "value"), TAKEN)
def test_what_is_taken_can_be_written_and_read(field, given, value):
    checked = field.check("name", given)
    assert checked == value
    assert field.read(field.write(checked)) == value


REFUSED = [
    (of.line(3), "four"),
    (SIZE, "huge"),
    (SIZE, ["small"]),
    (of.link(), "javascript:alert(1)"),
    (of.link(), "http://evil.example\\@good.example/"),  # browsers go to evil.example
    (of.link(), "data:text/html,x"),
    (of.link(), "//example.org"),
    (of.link(), "example.org/" + "x" * 1985),  # too long with https://
    (of.link(), "https://"),
    (of.link(), "https://[::1"),
    (of.link(), "https://example.org/a b"),
    (of.link(), None),
    (of.flag(), 1),
    (of.flag(), "yes"),
    (of.number(), True),
    (of.number(), "1"),
    (of.number(), float("nan")),
    (of.number(), float("inf")),
    (of.number(), 1e16),
    (of.one_id(), "x"),
    (of.one_id(), None),
    (of.ids(), ID),
    (of.ids(), ["x"]),
    (of.ids(), [ID] * 11),
]


@pytest.mark.parametrize(("field", "given"), REFUSED)
def test_what_is_refused_names_its_field(field, given):
    with pytest.raises(Invalid) as refused:
        field.check("name", given)
    assert [problem.field for problem in refused.value.problems] == ["name"]
