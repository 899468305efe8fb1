"""The hint about vague words (R19)."""

import pytest

from webapp.rules.goals.wording import VAGUE, vague_verb, wording_hint


@pytest.mark.parametrize(
    ("statement", "language"),
    [
        ("Work on the launch", "en"),
        ("Try to IMPROVE 3 reports", "en"),
        ("Send the update", "en"),
        ("العمل على التقرير", "ar"),
        ("كتابة 3 صفحات وتحسين التقرير", "ar"),
        ("An 3 Berichten arbeiten und helfen", "de"),
    ],
)
def test_a_vague_wording_gets_a_hint(statement, language):  # R19: no digit, or a verb of the list
    assert wording_hint(statement, language) is not None


@pytest.mark.parametrize(
    ("statement", "language"),
    [
        ("Send 1 page with 2 charts on the launch", "en"),
        ("Close 5 helpdesk tickets", "en"),  # "help" is part of another word
        ("إرسال ٣ رسائل إلى العملاء", "ar"),
        ("Improve 3 tests", "xx"),  # a language that has no list
        ("Draft five customer insights by Friday", "en"),
        ("Draft the customer insights by FRIDAY.", "en"),
        ("Answer half of the open tickets", "en"),
        ("Reach zero defects", "en"),
        ("Call a couple of customers", "en"),
        ("Cut the waiting by a third", "en"),
        ("Finish the second chapter", "en"),
        ("Write the page by noon", "en"),
        ("Present it on Fri", "en"),
        ("إنهاء الفصل الثاني", "ar"),
        ("كتابة صفحتين", "ar"),
        ("إرسال ثلاثمئة رسالة", "ar"),
        ("تقليص المدة بالثلث", "ar"),
        ("الوصول إلى صفر أخطاء", "ar"),
        ("كتابة خمس رسائل إلى العملاء", "ar"),
        ("إرسال التقرير يوم الجمعة", "ar"),
        ("إرسال التقرير غدًا", "ar"),
        ("إرسال التقرير والملخص بالخميس", "ar"),
        ("Fünf Berichte schreiben", "de"),
        ("Envoyer le rapport vendredi", "fr"),
        ("Enviar tres informes", "es"),
        ("", "en"),
    ],
)
def test_words_that_can_be_seen_get_none(statement, language):
    assert wording_hint(statement, language) is None


@pytest.mark.parametrize(
    "statement", ["Write the insights", "Anyone can read it", "A weekend plan", "A friendly note"]
)
def test_a_number_word_counts_as_a_whole_word_only(statement):
    assert wording_hint(statement, "en") is not None


@pytest.mark.parametrize("criteria", [("3 interviews", "sent"), ("sent by Monday",)])
def test_a_criterion_that_can_be_counted_is_enough(criteria):
    assert wording_hint("Write the insights", "en", criteria) is None
    assert wording_hint("Write the insights", "en", ("sent",)) is not None


def test_a_number_to_reach_is_enough():
    assert wording_hint("Write the insights", "en", has_target=True) is None
    assert wording_hint("Work on the insights", "en", has_target=True) is not None


def test_the_hint_names_the_verb_in_the_language_of_the_page():
    assert "“work on”" in str(wording_hint("Work  on 3 reports", "en"))
    assert vague_verb("Work on 3 reports", "ar") == ""


def test_every_list_is_short():
    assert all(3 <= len(verbs) <= 20 for verbs in VAGUE.values())
