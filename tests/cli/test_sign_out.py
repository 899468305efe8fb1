"""The operator ends one person's sessions, or all."""

import pytest

from tests.support.aside import open_at
from tests.support.make import KEYS, NOON, make_person
from webapp.domain.account.sessions import find_person, start_session


@pytest.fixture
def tokens(data_folder):
    """Return the tokens of Ana's two devices and of Ben's."""
    data_folder.mkdir(mode=0o700)
    with open_at(data_folder / "smallwins.db"):
        ana, ben = make_person("Ana"), make_person("Ben")
        return [ana.token, start_session(ana.id, KEYS, NOON), ben.token]


def signed_in(data_folder, tokens):
    """Return which of these tokens still sign somebody in."""
    with open_at(data_folder / "smallwins.db"):
        return [find_person(token, KEYS, NOON) is not None for token in tokens]


def test_one_person_is_signed_out_everywhere_and_nobody_else(command, data_folder, tokens):
    result = command("sign-out", " ANA@example.org")
    assert (result.code, result.out.split(".")[0]) == (0, "2 devices are signed out")
    assert signed_in(data_folder, tokens) == [False, False, True]


def test_everybody_is_signed_out(command, data_folder, tokens):
    assert command("sign-out", "--all").out.startswith("3 devices")
    assert signed_in(data_folder, tokens) == [False, False, False]


@pytest.mark.parametrize("given", [(), ("ana@example.org", "--all"), ("nobody@example.org",)])
def test_without_knowing_whom_it_signs_nobody_out(command, data_folder, tokens, given):
    result = command("sign-out", *given)
    assert (result.code, bool(result.err)) == (1, True)
    assert signed_in(data_folder, tokens) == [True, True, True]
