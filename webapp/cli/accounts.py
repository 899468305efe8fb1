"""Commands about people: their accounts, links and devices."""

import argparse
import sys

from webapp.cli.terminal import Failed, Given, ask, ask_password, first_line, now
from webapp.config import Settings, read_settings
from webapp.domain.account.devices import end_all_sessions, end_sessions_of
from webapp.domain.account.one_time_links import create_reset_link, create_sign_up_link
from webapp.domain.account.people import create_person
from webapp.rules.account.people import parse_new_person
from webapp.storage.upkeep.opening import open_while


def create_account(given: Given) -> None:
    """Create an account; asks for what is not given."""
    settings = read_settings()
    name = given.name or ask("Name", "--name")
    email = given.email or ask("E-mail", "--email")
    password = first_line() if given.password_stdin else ask_password()
    person = parse_new_person(name, email, password, None)
    with open_while(settings.database_url):
        create_person(person)
    print("The account is created. Signing in works now.")


def print_sign_up_link(given: Given) -> None:
    """Print a sign-up link, with which one person can sign up."""
    settings = read_settings()
    if settings.sign_up == "closed":
        raise Failed("Nobody can sign up now. Set SMALLWINS_SIGN_UP=link and restart.")
    with open_while(settings.database_url):
        token = create_sign_up_link(settings.keys, now(), given.days)
    print(f"{_address(settings)}/sign-up-links/{token}")
    if settings.sign_up == "open":
        print("Without it everybody can, too: SMALLWINS_SIGN_UP is open.", file=sys.stderr)


def print_reset_link(given: Given) -> None:
    """Print a link with which a person can choose a new password, once, within a day."""
    settings = read_settings()
    with open_while(settings.database_url):
        token = create_reset_link(given.email, settings.keys, now())
    print(f"{_address(settings)}/resets/{token}")


def sign_out(given: Given) -> None:
    """Sign a person out on all devices, or everybody with --all; also while the server runs."""
    if bool(given.email) == given.all:
        raise Failed("Say whose devices: an e-mail address, or --all for everybody's.")
    with open_while(read_settings().database_url):
        ended = end_sessions_of(given.email) if given.email else end_all_sessions()
    print(f"{ended} devices are signed out. What is stored on them goes when they next connect.")


def days(text: str) -> int:
    """Return a number of days from 1 to 365; ArgumentTypeError."""
    if not text.isdecimal() or not 1 <= int(text) <= 365:
        raise argparse.ArgumentTypeError("must be a number of days from 1 to 365")
    return int(text)


def _address(settings: Settings) -> str:
    # A server with allowed hosts has a proxy in front, which speaks https.
    named = [name for name in settings.hosts if not name.startswith(".")]
    guessed = f"https://{named[0]}" if named else settings.local_address
    return settings.public_url or guessed
