"""What a line of the log says about a failure."""

from webapp.storage.upkeep.advice import advice_on

UNEXPECTED = "Something unexpected went wrong. It is tried again; please report it."


def advice_on_failure(error: BaseException) -> str:
    """Return what is wrong and what to do, without any value of a row."""
    if isinstance(error, ValueError) or not isinstance(error, Exception):
        return UNEXPECTED  # its text may quote something
    return advice_on(error) or UNEXPECTED
