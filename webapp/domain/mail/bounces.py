"""What answers of mail servers say about an address: five refusals in a row pause it."""

from webapp.gateways.mail.mails import Answer, Outcome
from webapp.rules.account.mails import MOST_REFUSALS
from webapp.rules.shared.ids import PersonId
from webapp.storage.account.mail_addresses import address_of, set_address


def note_answer(person: PersonId, answer: Answer, now: int) -> bool:
    """Count a refusal of a person's address, or end the count; return whether that changes it.

    Inside a transaction; now: ms.
    """
    known = address_of(person)
    if answer.how is Outcome.TAKEN and known and (known.refused or known.code):
        set_address(person, refused=0, code="")
        return True
    if not answer.is_bounce:
        return False
    refused = (known.refused if known else 0) + 1
    set_address(person, refused=refused, code=answer.code)
    if refused >= MOST_REFUSALS and known and known.paused is None:
        set_address(person, paused=now)
    return True
