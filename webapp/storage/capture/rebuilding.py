"""Queries that walk through all wins, to recompute what is derived from their fields."""

from peewee import ModelSelect, Tuple, fn

from webapp.storage.capture.wins import Win, WinLink


def win_keys_after(last: tuple[int, str]) -> "ModelSelect[Win]":
    """Return (person, id) of all wins after the key `last`, in the order of their keys."""
    return (
        Win.select(Win.person, Win.id)
        .where(Tuple(Win.person, Win.id) > Tuple(*last))
        .order_by(Win.person, Win.id)
    )


def delete_orphaned_links() -> int:
    """Delete the links of wins that are gone, and return how many there were."""
    existing = Win.select(Win.id).where(Win.person == WinLink.person, Win.id == WinLink.win)
    deleted: int = WinLink.delete().where(~fn.EXISTS(existing)).execute()
    return deleted
