"""Whether a statement says what will be seen: a hint for a vague goal (R19)."""

import re

from webapp.rules.shared.marks import has_digit
from webapp.rules.shared.problems import N_, Problem

# Verbs that name an effort and no outcome, as people write them in each language.
VAGUE = {
    "en": (
        "work on",
        "working on",
        "improve",
        "try",
        "help",
        "support",
        "look into",
        "think about",
        "deal with",
        "focus on",
        "get better",
        "be better",
        "do more",
        "continue",
        "explore",
    ),
    "ar": (
        "العمل على",
        "أعمل على",
        "اعمل على",
        "تحسين",
        "أحسن",
        "محاولة",
        "أحاول",
        "المساعدة",
        "أساعد",
        "دعم",
        "النظر في",
        "التفكير في",
        "أفكر في",
        "التعامل مع",
        "التركيز على",
        "متابعة",
        "الاستمرار في",
        "استكشاف",
    ),
    "es": ("trabajar en", "mejorar", "intentar", "ayudar", "apoyar", "pensar en", "seguir"),
    "de": ("arbeiten an", "verbessern", "versuchen", "helfen", "unterstützen", "nachdenken"),
    "fr": ("travailler sur", "améliorer", "essayer", "aider", "soutenir", "réfléchir à"),
}
BETTER = N_("Send 1 page with 2 charts on the launch by Friday")


def wording_hint(statement: str, language: str) -> Problem | None:
    """Return what would make `statement` easier to see from outside, or None.

    The rule: it contains no digit, or a verb from the short list of the language it is written in.
    """
    if not statement:
        return None
    if verb := vague_verb(statement, language):
        return Problem(
            "statement",
            N_("“%(verb)s” does not show when it is done. What will be there then?"),
            {"verb": verb},
        )
    if not has_digit(statement):
        return Problem("statement", N_("A number makes it easy to see when it is done."))
    return None


def vague_verb(statement: str, language: str) -> str:
    """Return the first verb of the language's list that `statement` contains, or "".

    Only whole words count.
    """
    folded = " ".join(statement.casefold().split())
    # In Arabic "and" is a letter in front of the word: وتحسين.
    found = (verb for verb in VAGUE.get(language, ()) if re.search(rf"\bو?{verb}\b", folded))
    return next(found, "")
