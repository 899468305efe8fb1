"""When a service that had no time says to come back."""

from email.utils import parsedate_to_datetime

LONGEST = 24 * 60 * 60 * 1000  # ms


def wait_of(retry_after: str, now: int) -> int | None:
    """Return how many ms to wait, by the header Retry-After; None if it does not say. now: ms.

    It is a number of seconds or a date (RFC 9110, section 10.2.3); a day at the most counts.
    """
    text = retry_after.strip()
    if text.isascii() and text.isdecimal():
        return min(int(text[:9]) * 1000, LONGEST)
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    wait = int(moment.timestamp() * 1000) - now
    return min(max(wait, 0), LONGEST)
