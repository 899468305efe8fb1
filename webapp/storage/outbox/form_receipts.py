"""Receipts of plain forms: what was sent once is stored once, however often it is sent."""

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField, TextField

from webapp.rules.shared.ids import PersonId
from webapp.storage.account.people import Person
from webapp.storage.engine.database import Stored


class FormReceipt(Stored):
    """Form `id` of a person was stored at `taken` (ms) and led to the path `leads_to`."""

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    leads_to = TextField(default="")
    taken = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("person", "id")


def claim_form(person: PersonId, form_id: str, now: int) -> bool:
    """Write a receipt, and return whether there was none yet; inside a transaction.

    Of two requests at once the second waits here until the first is stored or was given up.
    """
    row = {"person": person, "id": form_id, "taken": now}
    return bool(list(FormReceipt.insert(row).on_conflict_ignore().returning(FormReceipt.id)))


def note_where_it_led(person: PersonId, form_id: str, leads_to: str) -> None:
    """Store the path that the person was led to after the form."""
    FormReceipt.update(leads_to=leads_to).where(_of(person, form_id)).execute()


def where_it_led(person: PersonId, form_id: str) -> str | None:
    """Return the path that the form led to, or None if it was not stored."""
    receipt = FormReceipt.get_or_none(_of(person, form_id))
    return receipt.leads_to if receipt else None


def delete_receipts_before(person: PersonId, instant: int) -> None:
    """Delete the person's receipts that are older than `instant` (ms)."""
    FormReceipt.delete().where(FormReceipt.person == person, FormReceipt.taken < instant).execute()


def _of(person: PersonId, form_id: str) -> object:
    return (FormReceipt.person == person) & (FormReceipt.id == form_id)
