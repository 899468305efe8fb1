"""Moments and the days they belong to."""

from datetime import datetime

import pytest

from tests.support.make import NOON
from webapp.rules.shared.moments import (
    DAY,
    EARLIEST,
    Moment,
    believable,
    day_before,
    decode_moment,
    encode_moment,
    in_zone,
    known_zone,
    moment_at,
    moment_in,
    parse_moment,
)
from webapp.rules.shared.problems import Invalid

FOUR, MIDNIGHT, MIDDAY = 4 * 60, 0, 12 * 60


def at(text: str, zone: str = "somewhere") -> Moment:
    """Return the moment of an ISO date and time with its offset."""
    then = datetime.fromisoformat(text)
    return Moment(
        round(then.timestamp() * 1000), round(then.utcoffset().total_seconds() / 60), zone
    )


DAYS = [
    ("2026-11-22T01:30+01:00", FOUR, "2026-11-21"),  # R6
    ("2026-11-22T03:59:59.999+01:00", FOUR, "2026-11-21"),
    ("2026-11-22T04:00+01:00", FOUR, "2026-11-22"),
    ("2026-11-22T00:00+01:00", FOUR, "2026-11-21"),
    ("2026-11-21T23:59+01:00", MIDNIGHT, "2026-11-21"),
    ("2026-11-22T00:00+01:00", MIDNIGHT, "2026-11-22"),
    ("2026-11-22T11:59+01:00", MIDDAY, "2026-11-21"),
    ("2026-11-22T12:00+01:00", MIDDAY, "2026-11-22"),
    ("2027-01-01T02:00+01:00", FOUR, "2026-12-31"),
    ("2028-03-01T02:00+01:00", FOUR, "2028-02-29"),
    # The two ends of the world: the same instant, 26 hours of wall clock apart.
    ("2026-11-22T09:00+14:00", FOUR, "2026-11-22"),
    ("2026-11-21T07:00-12:00", FOUR, "2026-11-21"),
    ("2026-11-22T03:30+05:45", FOUR, "2026-11-21"),
    # Berlin, 29 March 2026: the clock jumps from 02:00 to 03:00.
    ("2026-03-29T01:59+01:00", FOUR, "2026-03-28"),
    ("2026-03-29T03:59+02:00", FOUR, "2026-03-28"),
    ("2026-03-29T04:00+02:00", FOUR, "2026-03-29"),
    # Berlin, 25 October 2026: the hour from 02:00 to 03:00 comes twice.
    ("2026-10-25T02:30+02:00", FOUR, "2026-10-24"),
    ("2026-10-25T02:30+01:00", FOUR, "2026-10-24"),
    ("2026-10-25T03:59+01:00", FOUR, "2026-10-24"),
    ("2026-10-25T04:00+01:00", FOUR, "2026-10-25"),
]


@pytest.mark.parametrize(("text", "day_start", "day"), DAYS)
def test_a_moment_belongs_to_the_day_of_its_wall_clock(text, day_start, day):
    assert at(text).day(day_start).isoformat() == day


def test_one_instant_can_be_two_days_on_two_phones():
    east, west = at("2026-11-22T09:00+14:00"), at("2026-11-21T07:00-12:00")
    assert east.instant == west.instant
    assert (east.day(FOUR) - west.day(FOUR)).days == 1


@pytest.mark.parametrize(
    ("instant", "taken"),
    [
        (EARLIEST - 1, False),
        (EARLIEST, True),
        (NOON, True),
        (NOON + DAY, True),
        (NOON + DAY + 1, False),
        (0, False),
        (-(2**53), False),
        (2**53, False),
    ],
)
def test_a_clock_is_believed_from_2000_to_a_day_ahead(instant, taken):
    assert believable(instant, NOON) is taken


IN_BERLIN = [
    ("2026-11-22T12:00", "2026-11-22T12:00+01:00"),
    ("2026-07-01T12:00", "2026-07-01T12:00+02:00"),
    ("2026-10-25T02:30", "2026-10-25T02:30+02:00"),  # comes twice: the first is meant
    ("2026-10-25T03:00", "2026-10-25T03:00+01:00"),
    ("2026-03-29T02:30", "2026-03-29T03:30+02:00"),  # never comes: the clock showed 03:30 then
    ("2026-03-29T01:59", "2026-03-29T01:59+01:00"),
    ("2026-03-29T03:00", "2026-03-29T03:00+02:00"),
]


@pytest.mark.parametrize(("wall_clock", "meant"), IN_BERLIN)
def test_a_forms_time_is_meant_in_the_persons_zone(wall_clock, meant):
    assert moment_at(wall_clock, "Europe/Berlin") == at(meant, "Europe/Berlin")


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("2026-11-22T09:30+01:00", "2026-11-21T09:30+01:00"),
        ("2026-10-25T09:30+01:00", "2026-10-24T09:30+02:00"),  # the clock went back at night
        ("2026-03-30T00:30+02:00", "2026-03-29T00:30+01:00"),  # 23 hours
        ("2026-03-30T02:30+02:00", "2026-03-29T03:30+02:00"),  # that time was skipped
    ],
)
def test_the_day_before_clocks_showed_the_same_time(now, before):
    assert day_before(at(now, "Europe/Berlin")) == at(before, "Europe/Berlin")


@pytest.mark.parametrize("text", ["", "yesterday", "2026-02-30T10:00", "2026-11-22T25:00", "\0"])
def test_an_invalid_time_is_refused(text):
    with pytest.raises(Invalid, match="Give the date and time it happened"):
        moment_at(text, "Europe/Berlin")


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "Pacific/Kiritimati", "America/Los_Angeles"])
@pytest.mark.parametrize(
    "text", ["0001-01-01T00:00", "9999-12-31T23:59", "0001-01-01", "9999-12-31"]
)
def test_a_time_of_another_age_is_none_or_cannot_be_believed(text, zone):
    try:
        moment = moment_at(text, zone)
    except Invalid:
        return
    assert not believable(moment.instant, NOON)


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Europe/Berlin", 60),
        ("Pacific/Kiritimati", 840),
        ("Etc/GMT+12", -720),
        ("Asia/Kathmandu", 345),
        ("UTC", 0),
        ("Mars/Olympus", 0),  # unknown counts as UTC
    ],
)
def test_a_zone_gives_its_offset(zone, offset):
    assert moment_in(zone, NOON) == Moment(NOON, offset, zone)


def test_the_offset_follows_the_clock_change():
    hour = 60 * 60 * 1000
    change = at("2026-03-29T03:00+02:00").instant
    offsets = [moment_in("Europe/Berlin", change + step).offset for step in (-1, 0, hour)]
    assert offsets == [60, 120, 120]


BAD_ZONES = [
    "",
    " ",
    ".",
    "/",
    "Europe",
    "Europe/",
    "Europe/Atlantis",
    "../etc/passwd",
    "../../../../etc/passwd",
    "/etc/localtime",
    "/usr/share/zoneinfo/UTC",
    "Europe/../UTC",
    "UTC\0",
    "\0",
    "\ud800",
    "zone.tab",
    "x" * 5000,
]


@pytest.mark.parametrize("zone", BAD_ZONES)
def test_what_names_no_zone_is_refused(zone):
    assert not known_zone(zone)


def test_a_moment_is_taken_from_whole_numbers_and_a_zone():
    assert parse_moment(NOON, 60, "Europe/Berlin") == Moment(NOON, 60, "Europe/Berlin")


@pytest.mark.parametrize("instant", [0, -1, 2**53, -(2**53)])
def test_a_wrong_clock_is_accepted_and_judged_later(instant):
    assert parse_moment(instant, 0, "UTC").instant == instant


@pytest.mark.parametrize("offset", [-960, -720, 840, 960])
def test_the_widest_offsets_are_taken(offset):
    assert parse_moment(NOON, offset, "UTC").offset == offset


UNNAMED = ["Etc/Unknown", "Mars/Olympus", "", "+03:00", "/etc/passwd", "x" * 5_000, None, 1]


@pytest.mark.parametrize("zone", UNNAMED)
@pytest.mark.parametrize(("offset", "name"), [(0, "+00:00"), (330, "+05:30"), (-210, "-03:30")])
def test_where_the_zone_has_no_name_the_offset_is_enough(zone, offset, name):
    made = parse_moment(NOON, offset, zone)
    assert made == Moment(NOON, offset, name)
    assert moment_in(made.zone, NOON) == made


BAD_MOMENTS = [
    ("at", 1.5, 0, "UTC"),
    ("at", float(NOON), 0, "UTC"),
    ("at", float("nan"), 0, "UTC"),
    ("at", True, 0, "UTC"),
    ("at", str(NOON), 0, "UTC"),
    ("at", None, 0, "UTC"),
    ("at", 2**53 + 1, 0, "UTC"),
    ("at", -(10**400), 0, "UTC"),
    ("offset", NOON, 961, "UTC"),
    ("offset", NOON, -961, "UTC"),
    ("offset", NOON, 60.0, "UTC"),
    ("offset", NOON, False, "UTC"),
    ("offset", NOON, None, "UTC"),
]


@pytest.mark.parametrize(("field", "instant", "offset", "zone"), BAD_MOMENTS)
def test_what_is_no_moment_is_refused_by_its_field(field, instant, offset, zone):
    with pytest.raises(Invalid) as refused:
        parse_moment(instant, offset, zone)
    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize(
    ("instant", "offset"), [(NOON, 540), (NOON + 180 * DAY, 540), (2**53, 540)]
)
def test_a_moment_is_the_same_instant_in_another_zone(instant, offset):
    assert in_zone(Moment(instant, -300, "America/Lima"), "Asia/Tokyo", NOON) == Moment(
        instant, offset, "Asia/Tokyo"
    )


@pytest.mark.parametrize("instant", [NOON, -1, 2**53])
def test_a_moment_survives_being_stored_as_text(instant):
    moment = Moment(instant, -90, "America/Argentina/Buenos_Aires")
    assert decode_moment(encode_moment(moment)) == moment
