"""What is put there again is what was stored."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.make import Someone, win
from tests.web.conftest import BEGINNINGS
from tests.web.twins.rows import table_of
from tests.web.twins.scenes import Scenes
from webapp.storage.engine.database import database
from webapp.storage.upkeep.models import MODELS


def all_rows() -> dict[str, list[str]]:
    """Return every row that is stored, by table."""
    return {
        table_of(model): sorted(
            map(repr, database.execute_sql(f'SELECT * FROM "{table_of(model)}"').fetchall())
        )
        for model in MODELS
    }


def after(play: Callable[[], Any]) -> tuple[Any, dict[str, list[str]]]:
    """Return what `play` returns and all rows after it; take it back."""
    with database.atomic() as attempt:
        played = play(), all_rows()
        attempt.rollback()
    return played


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_scene_is_put_there_again_as_it_was_built(db: None, name: str) -> None:
    scenes = Scenes()
    built = after(lambda: scenes.play(name, BEGINNINGS[name]))
    again = after(lambda: scenes.play(name, BEGINNINGS[name]))
    assert again == built
    assert sum(map(len, built[1].values())) > 50


def test_who_is_made_beside_a_scene_has_another_number(
    cleo: Someone, theirs: dict[str, Any], ana: Someone, ben: Someone
) -> None:
    numbers = [ana.id, ben.id, cleo.id, theirs["int:team"], theirs["int:organisation"]]
    assert len({*numbers}) == 5


def test_a_scene_changes_nobody_who_was_there(cleo: Someone) -> None:
    with pytest.raises(AssertionError, match="person"):
        Scenes().play("spoilt", lambda: cleo.sends(win()))
