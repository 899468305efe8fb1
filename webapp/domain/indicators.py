"""Indicators: numbers over time that show an outcome."""

from webapp.domain.people import SignedIn
from webapp.storage.indicators import own_indicators


def indicators_of(person: SignedIn) -> list[tuple[str, str]]:
    """(id, name) of the person's indicators by name, for a form to offer."""
    return [(indicator.id, indicator.name) for indicator in own_indicators(person.owner)]
