"""Settings come from the environment, and each is documented."""

import stat
from pathlib import Path

import pytest

from webapp.config import NAMES, BadSetting, read_settings

README = Path(__file__).parent.parent / "README.md"


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_in_the_readme(name: str) -> None:
    assert f"| `{name}` |" in README.read_text()


def test_the_readme_lists_no_setting_that_is_not_there() -> None:
    rows = [line for line in README.read_text().splitlines() if line.startswith("| `")]
    assert sorted(row.split("`")[1] for row in rows) == sorted(NAMES)


def test_without_any_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = read_settings({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.database_url == f"sqlite:///{tmp_path}/var/smallwins.db"


def test_the_secret_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = read_settings({"SMALLWINS_DATA": str(tmp_path)})
    again = read_settings({"SMALLWINS_DATA": str(tmp_path)})
    assert first.secret_key == again.secret_key
    assert len(first.secret_key) >= 32
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_the_secret_is_never_printed(tmp_path: Path) -> None:
    settings = read_settings({"SMALLWINS_DATA": str(tmp_path), "SECRET_KEY": "s" * 40})
    assert "s" * 40 not in repr(settings)


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "80.0"])
def test_a_port_that_is_none_is_told(tmp_path: Path, port: str) -> None:
    with pytest.raises(BadSetting, match="SMALLWINS_PORT must be"):
        read_settings({"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_PORT": port})


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BadSetting, match="cannot be written"):
        read_settings({"SMALLWINS_DATA": str(tmp_path / "file" / "var")})


def test_a_damaged_secret_is_told(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("short")
    with pytest.raises(BadSetting, match="damaged"):
        read_settings({"SMALLWINS_DATA": str(tmp_path)})
