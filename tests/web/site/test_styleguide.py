"""The style guide, for developers of the app."""

from pathlib import Path

import pytest

from tests.web.conftest import Browser
from webapp.bad_setting import BadSetting
from webapp.config import read_settings


def test_without_the_setting_there_is_no_style_guide(as_ana: Browser) -> None:
    assert as_ana.get("/styleguide").status_code == 404


@pytest.mark.parametrize(("value", "on"), [("1", True), ("0", False), ("", False)])
def test_a_setting_asks_for_it(tmp_path: Path, value: str, on: bool) -> None:
    environ = {"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_STYLEGUIDE": value}
    assert read_settings(environ).styleguide is on


def test_another_value_is_reported(tmp_path: Path) -> None:
    environ = {"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_STYLEGUIDE": "yes"}
    with pytest.raises(BadSetting, match="SMALLWINS_STYLEGUIDE must be 1"):
        read_settings(environ)
