"""The most used passwords are refused."""

from importlib import import_module

import pytest

from webapp.rules.account.common_passwords import is_common


@pytest.mark.parametrize(
    "password",
    ["password", "12345678", "Password", "PASSWORD", "iloveyou", "qwertyuiop", "trustno1"],
)
def test_one_that_many_people_use_is_common(password):
    assert is_common(password)


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery",
        "123456,password",
        ",",
        '": "',
        "",
        "größe-größe",
        "\ud800",
    ],
)
def test_anything_else_is_not(password):
    assert not is_common(password)


def test_every_one_of_the_list_is_known_and_it_is_long_enough():
    every = import_module("zxcvbn.frequency_lists").FREQUENCY_LISTS["passwords"]
    long_enough = [word for word in every if len(word) >= 8]
    assert len(long_enough) >= 3000
    for word in (every[0], every[-1], *long_enough[::40]):
        assert is_common(word)
