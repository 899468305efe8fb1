"""People's words in Markdown stay words."""

import pytest

from webapp.rules.shared.markdown import address, bullets, document, plain


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a *bold* claim", r"a \*bold\* claim"),
        ("[x](javascript:y)", r"\[x\]\(javascript:y\)"),
        ("<script>", r"\<script\>"),
        ("# heading", r"\# heading"),
        ("- bullet", r"\- bullet"),
        ("two\nlines", "two lines"),
        ("14 to 6", "14 to 6"),
    ],
)
def test_markup_is_written_out(words, written):
    assert plain(words) == written


def test_a_line_that_begins_like_a_numbered_list_is_none():
    assert not plain("1. first").startswith("1.")


def test_no_element_begins_or_ends_in_a_link():
    assert address("https://a/<script>?b>c") == "https://a/%3Cscript%3E?b%3Ec"


def test_parts_without_words_leave_no_hole():
    assert document("T", "", bullets(["a", "b"])) == "# T\n\n- a\n- b\n"
