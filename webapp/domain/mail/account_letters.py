"""Mails about an account: confirming the address, choosing a new password, a mail to try.

They hold nothing that whoever signed up has typed, and may have typed somebody else's address:
else they could be made to say anything to anybody.
"""

from webapp.domain.mail.letter import Letter, Writing
from webapp.rules.account.mails import Wanted
from webapp.rules.shared.problems import N_


def confirmation_letter(writing: Writing, token: str) -> Letter:
    """Return the mail with a link to confirm the address."""
    return Letter(
        writing.say(N_("Confirm your e-mail address")),
        (
            writing.say(
                N_(
                    "Somebody, probably you, gave this address for an account of Small Wins."
                    " To get mails there, open this page and press the button:"
                )
            ),
            writing.link(f"/confirmations/{token}"),
            writing.say(
                N_(
                    "The link is valid for 3 days. If it was not you, do nothing: no other"
                    " mail comes."
                )
            ),
        ),
    )


def reset_letter(writing: Writing, token: str) -> Letter:
    """Return the mail with a link to choose a new password."""
    return Letter(
        writing.say(N_("Choose a new password")),
        (
            writing.say(
                N_(
                    "Somebody, probably you, asked for a link to choose a new password for"
                    " Small Wins. Here it is:"
                )
            ),
            writing.link(f"/resets/{token}"),
            writing.say(
                N_(
                    "It works once, within a day. If it was not you, do nothing: your password"
                    " stays as it is."
                )
            ),
        ),
    )


def sample_letter(writing: Writing) -> Letter:
    """Return the mail that a person sends themself to see whether it arrives."""
    return Letter(
        writing.say(N_("A mail to try")),
        (
            writing.say(N_("You asked for this mail in Settings: mails of Small Wins arrive.")),
            writing.link("/mails/"),
        ),
        Wanted.REMINDERS,
    )
