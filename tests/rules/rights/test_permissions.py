"""The table of R29, said a second time: what each role may read (r) and change (w)."""

import pytest

from webapp.rules.rights.permissions import Access, Extent, Permission, Role, Thing, extent_of, may

SHORT = {
    None: "",
    Extent.ALL: "a",
    Extent.ORGANISATION: "o",
    Extent.PROGRESS: "p",
    Extent.CHOSEN: "c",
    Extent.ON_CHOSEN: "c",
    Extent.FOUNDING: "f",
}
# reads and changes of: owner, member, observer, lead, admin, viewer, link; nobody else: nothing
R29 = {
    Thing.ACCOUNT: "aa - - - - - -",
    Thing.RATING: "aa - - - - - -",
    Thing.LOG: "aa - - - - - -",
    Thing.SHARED_WIN: "aa a a a o o c",
    Thing.WIN_DETAILS: "aa - - - - - -",
    Thing.OWNED: "aa aa aa aa p p c",
    Thing.GOAL_CONFIDENCE: "aa - - - - - -",
    Thing.MEMBERS: "- a a a a - c",
    Thing.TEAM_CONFIDENCE: "- a a a - - -",
    Thing.MEMBERSHIP: "- aa aa aa aa aa -",
    Thing.TEAM: "- - - aa f - -",
    Thing.ORGANISATION: "- - - - aa - -",
    Thing.LINKS: "aa a a aa - - -",
    Thing.LINK_PAGE: "- - - - - - a",
    Thing.SHARED_OBJECTIVES: "- a a a a a -",
    Thing.ORGANISATION_WINS: "- a a a a a -",
}
SOMEBODY, ELSE = [*Role][:7], [*Role][7:]


def short(role: Role, thing: Thing) -> str:
    return "".join(SHORT[extent_of(role, Permission(thing, access))] for access in Access) or "-"


def test_every_thing_but_pages_for_everybody_is_in_the_table() -> None:
    assert {*R29} == {*Thing} - {Thing.PAGE}


@pytest.mark.parametrize("thing", R29)
def test_each_role_has_what_the_table_says(thing: Thing) -> None:
    assert " ".join(short(role, thing) for role in SOMEBODY) == R29[thing]
    assert {short(role, thing) for role in ELSE} == {"-"}


@pytest.mark.parametrize("role", Role)
def test_pages_for_everybody_are(role: Role) -> None:
    assert all(may(role, Permission(Thing.PAGE, access)) for access in Access)


def test_a_part_is_not_all() -> None:
    progress = Permission(Thing.OWNED, Access.READ)
    assert extent_of(Role.VIEWER, progress) is Extent.PROGRESS
    assert not may(Role.VIEWER, progress)
