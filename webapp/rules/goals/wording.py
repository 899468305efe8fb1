"""Whether a statement says what will be seen: a hint for a vague goal (R19)."""

import re
from collections.abc import Sequence

from webapp.rules.shared.marks import has_digit
from webapp.rules.shared.problems import N_, Problem

NO_OUTCOME = N_("“%(verb)s” does not show when it is done. What will be there then?")
NO_NUMBER = Problem("statement", N_("A number makes it easy to see when it is done."))
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
# What names how many, or by which day, as one word; months would make "may" and "march" count.
NUMBER_WORDS_AND_DAYS = {
    "en": """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
        seventy eighty ninety hundred thousand million dozen half both twice once pair
        zero single couple third thirds quarter double triple first second fourth fifth
        sixth seventh eighth ninth tenth noon midnight mon tue tues thu thur thurs fri
        today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday
    """,
    "ar": """
        واحد واحدة اثنان اثنين اثنتان اثنتين ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع
        سبعة ثمان ثماني ثمانية تسع تسعة عشر عشرة عشرون عشرين ثلاثون ثلاثين أربعون أربعين
        خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئتان مئتين
        مئتا مائتا مئات ألفا آلاف عشرات صفر بضع بضعة زوج ثلث ثلثا ربع أول أولى ثان ثاني ثانية
        ثالث ثالثة رابع رابعة خامس خامسة سادس سادسة سابع سابعة ثامن ثامنة تاسع تاسعة عاشر
        عاشرة غد ألف ألفان ألفين مليون نصف مرتين مرتان يوم يومان يومين أسبوعان أسبوعين شهران شهرين
        اليوم الليلة غدا أحد اثنين إثنين ثلاثاء أربعاء خميس جمعة سبت
    """,
    "es": """
        uno dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte
        treinta cincuenta cien ciento mil docena mitad ambos ambas hoy mañana lunes martes
        miércoles jueves viernes sábado domingo
    """,
    "de": """
        eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig
        dreißig fünfzig hundert tausend dutzend hälfte beide zweimal heute morgen montag
        dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    """,
    "fr": """
        deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente
        cinquante cent mille douzaine moitié aujourd demain lundi mardi mercredi jeudi
        vendredi samedi dimanche
    """,
}
COUNTABLE = {
    language: frozenset(words.split()) for language, words in NUMBER_WORDS_AND_DAYS.items()
}
ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652]")  # vowels and stretching
# In Arabic "and", "by", "to" and "the" are letters in front of the word: وبالجمعة.
# "Three hundred" is one word in Arabic, and the end of a word says "two of it": صفحتان.
ARABIC_NUMBERS = re.compile("...+(مئة|مائة|تين|تان)")
PREFIXES = re.compile("^[وف]?[بلك]?(ال|ل)?(?=..)")
BETTER = N_("Send 1 page with 2 charts on the launch by Friday")


def wording_hint(
    statement: str, language: str, criteria: Sequence[str] = (), *, has_target: bool = False
) -> Problem | None:
    """Return what would make `statement` easier to see from outside, or None.

    The rule: nothing in it can be counted, or it contains a verb from the short list of the
    language it is written in. Countable are a digit, a number word and a named day, in the
    statement or in one of its criteria, and a number to reach (has_target).
    """
    if not statement:
        return None
    if verb := vague_verb(statement, language):
        return Problem("statement", NO_OUTCOME, {"verb": verb})
    if has_target or any(is_countable(text, language) for text in (statement, *criteria)):
        return None
    return NO_NUMBER


def is_countable(text: str, language: str) -> bool:
    """Return whether `text` has a digit, a number word or a named day of the language."""
    if has_digit(text):
        return True
    known = COUNTABLE.get(language, frozenset())
    words = re.findall(r"[^\W\d_]+", ARABIC_MARKS.sub("", text.casefold()))
    return any(
        word in known or PREFIXES.sub("", word) in known or ARABIC_NUMBERS.fullmatch(word)
        for word in words
    )


def vague_verb(statement: str, language: str) -> str:
    """Return the first verb of the language's list that `statement` contains, or "".

    Only whole words count.
    """
    folded = " ".join(statement.casefold().split())
    # In Arabic "and" is a letter in front of the word: وتحسين.
    found = (verb for verb in VAGUE.get(language, ()) if re.search(rf"\bو?{verb}\b", folded))
    return next(found, "")
