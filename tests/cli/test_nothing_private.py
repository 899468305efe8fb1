"""No command shows what only a person may see (R11)."""

import pytest

from tests.support.aside import open_at
from tests.support.make import make_person, rating, win
from webapp.cli.commands import COMMANDS

pytestmark = pytest.mark.long

WORDS = ("Told nobody else", "Felt shaky that day")
RATING = 3
GIVEN = {
    "create-person": ("--name", "Ben", "--email", "ben@example.org", "--password-stdin"),
    "sign-up-link": (),
    "reset-link": ("ana@example.org",),
    "sign-out": ("ana@example.org",),
    "new-key": (),
    "new-push-key": (),
    "backup": ("{folder}/copy.db",),
    "restore": ("{folder}/copy.db",),
    "transfer": ("sqlite:///{folder}/var/smallwins.db", "sqlite:///{folder}/moved.db"),
    "rebuild": (),
    "publish": (),
    "end-reviews": (),
    "purge": (),
    "remind": (),
    "send-mails": (),
    "demo": (),
    "check": (),
    "version": (),
}
REFUSED = {"demo", "new-push-key", "send-mails"}  # people are there; the settings are not


@pytest.mark.parametrize("word", [name for name, *_ in COMMANDS])
def test_no_command_shows_a_rating_or_a_win(command, data_folder, tmp_path, word):
    data_folder.mkdir(mode=0o700)
    with open_at(data_folder / "smallwins.db"):
        asked = rating(RATING, note=WORDS[1])
        make_person("Ana").sends(win(WORDS[0]), asked)
    if word == "restore":
        command("backup", tmp_path / "copy.db")
    given = [part.format(folder=tmp_path) for part in GIVEN[word]]
    result = command(word, *given, typed="correct horse battery\n")
    assert result.code == (word in REFUSED), result.err
    shown = f"{result.out} {result.err}".replace(str(tmp_path), "")
    assert not [private for private in (*WORDS, "rating", "Ana") if private in shown]
