"""Thanks that praise effort and name no outcome: a hint, in each language that has a list (R33)."""

from webapp.rules.insights.similarity import words_of
from webapp.rules.shared.problems import N_, Problem

NAME_THE_OUTCOME = Problem(
    "matters", N_("This praises the effort. What is different now because of it?")
)

# Words that praise effort or a person, and those that people put between them. A further language
# brings its own two.
EFFORT = {
    "en": """
        amazing appreciate appreciated awesome bravo brilliant busy commitment committed cool
        congrats congratulations dedicated dedication done effort efforts energy excellent
        fantastic going good great hard hero impressive incredible job keep kudos legend
        nice outstanding passion patience perfect player props rockstar star stellar super
        superb thank thanks tireless tirelessly top up well wonderful work worked working wow
    """,
    "ar": """
        شكرا شكراً أشكرك اشكرك نشكرك مشكور مشكورة الشكر أحسنت احسنت أحسنتم رائع رائعة ممتاز
        ممتازة عظيم عظيمة جيد جيدة جميل جميلة مذهل مذهلة عمل عملك العمل جهد جهدك جهودك الجهد
        جهود مجهود مجهودك المجهود جاد شاق تعب تعبك تفان تفانيك التفاني إخلاصك اجتهاد اجتهادك
        مجتهد مجتهدة استمر استمري واصل واصلي برافو تقدير أقدر نقدر بطل بطلة نجم نجمة مبروك
        العافية عافية يعطيك
    """,
}
BETWEEN = {
    "en": """
        a all always an and are as at been both by everyone for from guys had has have how i in
        is it its just lot me most much my of on once one our real really so some such team that
        the their these they this to today too us very was we were what with you your
    """,
    "ar": """
        لك لكم لكما لكي على في من إلى الى هذا هذه ذلك كل كلها جدا جداً حقا حقاً يا دائما
        دائماً أنت انت أنتم و ما الفريق فريق اليوم الرائع الجيد الجاد الشاق الممتاز الكبير
        كبير كبيرة
    """,
}
_WORDS = {
    language: (frozenset(words_of(said)), frozenset(words_of(BETWEEN[language])))
    for language, said in EFFORT.items()
}


def effort_hint(*texts: str) -> Problem | None:
    """Return a hint when one of the texts praises nothing but effort, in whichever language."""
    return NAME_THE_OUTCOME if any(map(_is_effort_only, texts)) else None


def _is_effort_only(text: str) -> bool:
    words = set(words_of(text))
    return any(words & effort and words <= effort | between for effort, between in _WORDS.values())


def effort_words() -> tuple[str, str]:
    """Return the words of all lists, for the phone: those of effort, and those between them."""
    both = [sorted(frozenset().union(*sets)) for sets in zip(*_WORDS.values(), strict=True)]
    return " ".join(both[0]), " ".join(both[1])
