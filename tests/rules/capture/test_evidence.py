"""What a person can ask the evidence page for."""

from datetime import date

from webapp.rules.capture.evidence import EvidenceQuery, parse_evidence_query

TODAY = date(2026, 11, 24)


def test_without_a_word_it_is_the_last_half_year():
    assert parse_evidence_query({}, TODAY) == EvidenceQuery(date(2026, 5, 26), TODAY)


def test_an_objective_that_is_no_id_is_none():
    assert parse_evidence_query({"objective": "x' OR 1"}, TODAY).objective == ""
