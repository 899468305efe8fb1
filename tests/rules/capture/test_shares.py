"""What something shared from another app becomes as a win."""

import json
from pathlib import Path

import pytest

from webapp.rules.capture.shares import draft_of

CASES = json.loads((Path(__file__).parents[2] / "support/shares.json").read_text())


@pytest.mark.parametrize(("given", "what", "evidence"), CASES)
def test_words_go_into_the_box_and_a_link_becomes_evidence(
    given: dict[str, str], what: str, evidence: str
) -> None:
    draft = draft_of(*(given.get(name, "") for name in ("title", "text", "url")))
    assert (draft.what, draft.evidence) == (what, evidence)


def test_what_is_too_long_is_cut_so_that_it_can_be_logged() -> None:
    draft = draft_of("", "🌱" * 2001, "https://example.org/" + "x" * 2000)
    assert (len(draft.what), draft.evidence) == (2000, "")
