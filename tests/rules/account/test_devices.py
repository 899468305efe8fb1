"""Devices have names that their person recognises."""

import pytest

from webapp.rules.account.devices import DeviceName, name_of_device

KNOWN = [
    (
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
        " Chrome/141.0.0.0 Mobile Safari/537.36",
        ("Chrome", "Android"),
    ),
    (
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
        " (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
        ("Safari", "iPhone"),
    ),
    (
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
        " (KHTML, like Gecko) CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1",
        ("Chrome", "iPhone"),
    ),
    (
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
        " Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
        ("Edge", "Windows"),
    ),
    (
        "Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko)"
        " SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
        ("Samsung Internet", "Android"),
    ),
    (
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
        " Version/26.0 Safari/605.1.15",
        ("Safari", "Mac"),
    ),
    (
        "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
        ("Firefox", "Linux"),
    ),
    (
        "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko)"
        " Chrome/141.0.0.0 Safari/537.36",
        ("Chrome", "ChromeOS"),
    ),
]


@pytest.mark.parametrize(("says", "name"), KNOWN)
def test_a_browser_is_named_by_what_it_is_and_runs_on(says, name):
    assert name_of_device(says) == DeviceName(*name)


def test_half_a_name_is_better_than_none():
    assert name_of_device("SomeApp/1.0 (Android 15)") == DeviceName("", "Android")


@pytest.mark.parametrize("says", ["", "curl/8.5", "<script>alert(1)</script>", "\ud800"])
def test_an_unknown_browser_has_no_name(says):
    assert name_of_device(says) == DeviceName("", "")
