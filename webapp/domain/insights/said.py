"""What others said of the outcomes of a period: a part of the record (R33, R45)."""

from webapp.domain.account.acting import Acting
from webapp.domain.insights.achieved import has_words
from webapp.domain.recognition.reading import Thanks, received_between
from webapp.rules.capture.evidence import EvidenceQuery
from webapp.storage.capture.wins import linked_win_ids


def thanks_in(acting: Acting, asked: EvidenceQuery) -> tuple[Thanks, ...]:
    """Return the thanks that the owner received in the asked period, newest first.

    Without those that cite a win which is left out; of an objective only those that cite a win
    serving it; of words only those with all of them.
    """
    said = received_between(acting.owner, asked.first.isoformat(), asked.last.isoformat())
    found = tuple(one for one in said if _is_wanted(one, asked))
    if not asked.objective or not found:
        return found
    linked = linked_win_ids(acting.owner, "objective", asked.objective)
    ids = [win.win for one in found for win in one.wins]
    serving = {row.win for row in linked.where(linked.model.win.in_(ids))}
    return tuple(one for one in found if any(win.win in serving for win in one.wins))


def _is_wanted(one: Thanks, asked: EvidenceQuery) -> bool:
    left_out = any(win.win in asked.without for win in one.wins)
    return has_words(asked.words, one.achieved, one.matters) and not left_out
