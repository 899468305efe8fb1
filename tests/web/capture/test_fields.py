"""Every place that shows or takes the fields of a win has each described field."""

import json
import re
import uuid
from html import unescape

import pytest

from tests.support.make import HOUR, Someone, edit, win
from tests.web.conftest import Browser
from webapp.rules.capture.fields import WIN_FIELDS
from webapp.rules.shared.fields import ValueType
from webapp.storage.account.people import Person
from webapp.storage.goals.goals import Goal
from webapp.storage.objectives.indicators import Indicator
from webapp.storage.objectives.objectives import Objective

ID = str(uuid.UUID(int=1, version=4))
CORRECTED = {
    *(ValueType.TEXT, ValueType.LINE, ValueType.LINK, ValueType.CHOICE, ValueType.NUMBER),
}
OF_TEAMS = {"visibility"}  # asked of those in a team only (tests/web/teams/test_sharing.py)
ASKED = [name for name in WIN_FIELDS if name not in OF_TEAMS]
SEARCHED = [name for name, field in WIN_FIELDS.items() if field.searched]
GIVEN: dict[ValueType, object] = {
    ValueType.TEXT: "Needle",
    ValueType.LINE: "Needle",
    ValueType.LINK: "https://example.org/needle",
    ValueType.FLAG: True,
    ValueType.NUMBER: 7,
    ValueType.ID: ID,
    ValueType.IDS: [ID],
}


def given(name: str) -> object:
    """Return a value for the field that is not its usual one."""
    value = WIN_FIELDS[name].value
    return [*value.options][-1] if value.type is ValueType.CHOICE else GIVEN[value.type]


@pytest.fixture
def full(ana: Someone) -> str:
    """Store a win of Ana's with a value in every field, and options for each; return its id."""
    owner = ana.me.owner
    Objective.create(owner=owner, id=ID, name="Quality", created=1)
    Goal.create(owner=owner, id=ID, statement="Send it", state="active", state_at=1, created=1)
    Indicator.create(owner=owner, id=ID, name="Defects")
    Person.update(areas="Needle").where(Person.id == ana.id).execute()
    tap = win(**{"what": "Needle", **{name: given(name) for name in WIN_FIELDS}})
    ana.sends(tap)
    return str(tap["id"])


@pytest.mark.parametrize("name", ASKED)
def test_the_form_has_a_control_that_shows_it(as_ana: Browser, full: str, name: str) -> None:
    page = as_ana.get(f"/wins/{full}/edit").text
    control = re.search(rf'<(input|textarea|select)[^>]*\bname="{name}"', page)
    assert control is not None
    label = WIN_FIELDS[name].prompt or WIN_FIELDS[name].label
    assert re.search(rf">\s*{label}\s*</(label|legend)>", page)


def test_a_row_says_or_carries_each(as_ana: Browser, full: str) -> None:
    row = as_ana.get("/wins/").text.partition(f'id="win-{full}"')[2].partition("</li>")[0]
    carried = json.loads(unescape(re.findall('data-more="([^"]*)"', row)[0]))
    said = {name for name, field in WIN_FIELDS.items() if field.in_row}
    assert carried.keys() == WIN_FIELDS.keys() - said - OF_TEAMS
    assert all(str(given(name)) in row for name in said)


def test_the_phone_is_given_the_description(as_ana: Browser) -> None:
    for path in ("/", "/wins/"):
        [attribute] = re.findall("id=\"draw-win\" data-fields='([^']*)'", as_ana.get(path).text)
        described = json.loads(unescape(attribute))
        assert [*described] == [*WIN_FIELDS]
        assert {name for name, field in described.items() if field.get("searched")} == {*SEARCHED}
        assert described["visibility"] == {"usual": "private"}


def test_the_phones_form_has_a_control_for_each(as_ana: Browser, full: str) -> None:
    form = as_ana.get("/").text.partition('<template id="draw-win-form">')[2]
    names = set(re.findall(r'\bname="(\w+)"', form.partition("</template>")[0]))
    assert names - {"numbers_in"} == {*ASKED, "happened"}


@pytest.mark.parametrize("name", WIN_FIELDS)
def test_the_history_names_it(as_ana: Browser, ana: Someone, full: str, name: str) -> None:
    tap = {"id": full}
    ana.sends(edit(tap, at=win()["at"] + HOUR, **{name: given(name)}))
    ana.sends(edit(tap, at=win()["at"] + 2 * HOUR, **{name: other(name)}))
    assert f">{WIN_FIELDS[name].label}</dt>" in as_ana.get(f"/wins/{full}/revisions/").text


def other(name: str) -> object:
    """Return a second value for the field."""
    value = WIN_FIELDS[name].value
    if value.type is ValueType.CHOICE:
        return next(iter(value.options))
    empty = {ValueType.FLAG: False, ValueType.NUMBER: None, ValueType.IDS: []}
    return empty.get(value.type, "Other" if name == "what" else "")


@pytest.mark.parametrize("name", SEARCHED)
def test_the_log_is_searched_by_it(as_ana: Browser, ana: Someone, name: str) -> None:
    found, without = win(**{"what": "Else", name: "Haystack"}), win("Without")
    ana.sends(found, without)
    page = as_ana.get("/wins/?q=haystack").text
    assert (found["id"] in page, without["id"] in page) == (True, False)


@pytest.mark.parametrize(
    "name", [name for name in ASKED if WIN_FIELDS[name].value.type in CORRECTED]
)
def test_a_refused_entry_can_be_corrected_in_it(as_ana: Browser, name: str) -> None:
    form = as_ana.get("/outbox/").text.partition('<template id="draw-correction">')[2]
    assert f'name="{name}"' in form.partition("</template>")[0]


def test_an_area_that_looks_like_a_placeholder_stays_as_it_was_named(as_ana, ana):
    Person.update(areas="{what}").where(Person.id == ana.me.id).execute()
    page = as_ana.get("/").text
    assert page.count('value="{brace}what}"') == 2  # in the win's form, and after a check-in
    assert 'value="{what}"' not in page
