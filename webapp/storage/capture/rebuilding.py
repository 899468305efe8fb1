"""Walking through all wins, for what follows from their fields to be worked out anew."""

from peewee import ModelDelete, ModelSelect, Tuple, fn

from webapp.storage.capture.wins import Win, WinLink


def wins_beyond(place: tuple[int, str]) -> "ModelSelect[Win]":
    """(person, id) of all wins after this place, in the order of their key."""
    return (
        Win.select(Win.person, Win.id)
        .where(Tuple(Win.person, Win.id) > Tuple(*place))
        .order_by(Win.person, Win.id)
    )


def links_of_nothing() -> ModelDelete:
    """Deletes what is there to look up of wins that are gone."""
    there = Win.select(Win.id).where(Win.person == WinLink.person, Win.id == WinLink.win)
    return WinLink.delete().where(~fn.EXISTS(there))
