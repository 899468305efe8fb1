"""The command that fills an empty database with a made-up person."""

import argparse
import secrets

from webapp.cli.terminal import Given, first_line, now
from webapp.config import read_settings
from webapp.domain.demo.person import EMAIL, create_demo
from webapp.rules.shared.moments import known_zone
from webapp.storage.upkeep.opening import open_while


def fill_with_demo(given: Given) -> None:
    """Fill an empty database with a made-up person and twelve weeks of records, to look around."""
    settings = read_settings()
    # A password that everybody knew would open the account on a server that others can reach.
    password = first_line() if given.password_stdin else secrets.token_urlsafe(9)
    with open_while(settings.database_url):
        create_demo(password, given.zone, settings.keys, now(), given.seed)
    its = "the one you gave" if given.password_stdin else password
    print(f"Sign in as {EMAIL}; the password is {its}")


def zone(text: str) -> str:
    """Return the name of a time zone; ArgumentTypeError."""
    if not known_zone(text):
        raise argparse.ArgumentTypeError("must be a time zone like Europe/Berlin")
    return text
