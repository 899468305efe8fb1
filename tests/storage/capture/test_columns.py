"""The columns of a win's fields are those that their descriptions ask for."""

import pytest

from webapp.rules.capture.fields import WIN_FIELDS
from webapp.rules.capture.wins import FIELDS
from webapp.storage.capture.columns import column_of
from webapp.storage.capture.wins import ROW_COLUMNS, Win


@pytest.mark.parametrize("name", WIN_FIELDS)
def test_the_column_of_a_field_holds_what_it_takes(name: str) -> None:
    column, described = Win._meta.fields[name], column_of(WIN_FIELDS[name])
    assert type(column) is type(described)
    assert (column.null, getattr(column, "max_length", None)) == (
        described.null,
        getattr(described, "max_length", None),
    )


def test_rows_carry_every_field() -> None:
    assert [column.name for column in ROW_COLUMNS][-len(FIELDS) :] == [*WIN_FIELDS]
