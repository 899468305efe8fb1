"""One person who has something of everything: each field that people type into has words in it."""

import re
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.support.visitor import Received, Visitor
from webapp.rules.objectives.indicators import LONGEST_UNIT

Words = Callable[[str], str]  # returns what is typed for a believable text
DAY = timedelta(days=1)


def as_it_is(text: str) -> str:
    """Return the text: what a believable person types."""
    return text


class Everything:
    """Types `words` into every form as `visitor`, and sends entries as a phone does."""

    def __init__(self, visitor: Visitor, words: Words = as_it_is) -> None:
        self.visitor = visitor
        self.words = words
        self.now = datetime.now(UTC)

    def fill(self) -> None:
        """Leave something of everything on the server."""
        self._settings()
        objective = self._objectives()
        self._goals(objective)
        self._delivers(self._entries(objective))
        self._review()

    def _settings(self) -> None:
        areas = "\n".join(self.words(one) for one in ("Releases", "Support"))
        self._posts("/settings/areas?_method=PATCH", areas=areas)
        self._posts("/absences/", first=self._day(30), last=self._day(34))
        for what, kind in (("Cleared the queue", "quick"), ("Shortened a checklist", "process")):
            typed = {name: self.words(name) for name in ("area", "impact")}
            self._posts("/presets/", what=self.words(what), kind=kind, **typed)

    def _objectives(self) -> str:
        """Return the id of an objective that another one serves."""
        top, part = (
            self._made("/objectives/", name=self.words(name), why=self.words("Fewer surprises"))
            for name in ("Customers can rely on us", "Fewer defects reach customers")
        )
        name = self.words("Fewer defects reach customers")
        self._posts(f"/objectives/{part}?_method=PATCH", name=name, serves=top)
        measure = {
            "name": self.words("Defects found"),
            "unit": self.words("defects a week")[:LONGEST_UNIT],
        }
        indicator = self._made("/indicators/", **measure, better="down", target="2", objective=part)
        for ago in (21, 14, 7):
            self._posts(f"/indicators/{indicator}/values/", day=self._day(-ago), value=f"{ago}")
        return part

    def _goals(self, objective: str) -> None:
        for number in range(4):
            goal = self._goal(f"Send page {number} with 2 charts on the launch", objective)
            if number < 2:
                self._posts(f"/goals/{goal}/activation")
                self._posts(f"/goals/{goal}/confidence", sure="7")
            if number == 0:
                self._posts(f"/goals/{goal}/closure", state="not_met", note=self.words("No time"))
            if number == 2:
                self._posts(f"/goals/{goal}/parking")

    def _goal(self, statement: str, objective: str) -> str:
        return self._made(
            "/goals/",
            statement=self.words(statement),
            criteria="\n".join(self.words(one) for one in ("Summary on top", "Two charts")),
            target="5",
            unit=self.words("interviews")[:LONGEST_UNIT],
            due=self._day(5),
            impact=self.words("Faster decisions"),
            objectives=objective,
            area=self.words("Releases"),
        )

    def _entries(self, objective: str) -> Iterator[dict[str, Any]]:
        typed = {name: self.words(said) for name, said in TYPED.items()}
        for ago in range(28):
            kind = ("quick", "quick", "milestone", "process")[ago % 4]
            more = {"objectives": [objective], "evidence": self._link(), "measurable": ago % 2 == 0}
            won = self._entry("log_win", ago, kind=kind, **typed, **more)
            yield won
            yield self._entry("edit_win", ago, target=won["id"], improve=self.words("Sooner"))
            note, area = self.words("Two reviews went well"), self.words("Releases")
            if ago:  # the question of today is open
                yield self._entry("check_in", ago, rating=4 + ago % 5, note=note, area=area)
        for importance in ("routine", "important"):
            what = self.words("Which vendor for the import?")
            opened = self._entry("open_decision", 3, what=what, importance=importance)
            yield opened
            yield self._entry("open_decision", 20, what=what, importance=importance)
            outcome = self.words("The second one")
            yield self._entry("decide", 1, target=opened["id"], outcome=outcome)

    def _review(self) -> None:
        review = self._made("/reviews/")
        here = f"/reviews/{review}/edit?step=obstacles"
        for step, what in SAID:
            self._posts(f"/reviews/{review}/lines/", step=step, what=self.words(what))
        settled = _first(r"/lines/([^/?\"]+)/settlement", self.visitor.get(here).text)
        outcome = self.words("Lent one")
        self._posts(f"/reviews/{review}/lines/{settled}/settlement", outcome=outcome)
        self._posts(f"/reviews/{review}/end")

    def _link(self) -> str:
        return f"https://example.org/{self.words('report').replace(' ', '-')}"

    def _day(self, ahead: int) -> str:
        return (self.now + ahead * DAY).date().isoformat()

    def _entry(self, verb: str, ago: int, **fields: Any) -> dict[str, Any]:
        moment = self.now - ago * DAY - timedelta(minutes=90)
        at = round(moment.timestamp() * 1000)
        shared = {"v": 1, "seq": 1, "offset": 0, "zone": "UTC"}
        return {**shared, "id": str(uuid.uuid4()), "verb": verb, "at": at, "fields": fields}

    def _delivers(self, entries: Iterator[dict[str, Any]]) -> None:
        verdicts = self.visitor.delivers(list(entries)).checked().verdicts
        assert set(verdicts.values()) == {"stored"}, verdicts

    def _posts(self, path: str, **form: str) -> Received:
        """Return the answer to a form, which must be taken: a refusal would leave a field empty."""
        answer = self.visitor.post(path, **form)
        assert answer.status == 303, f"{path}: {answer.status} {answer.text[:2000]}"
        return answer

    def _made(self, path: str, **form: str) -> str:
        """Return the id of what a form makes: the one in the address that follows."""
        return _first(r"([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32})", self._posts(path, **form).path)


SAID = (
    ("obstacles", "No test machine"),
    ("obstacles", "Too many meetings"),
    ("progress", "Asked first"),
    ("next", "Send the update"),
)
TYPED = {
    "what": "Fixed the flaky sign-in test",
    "impact": "From 14 steps to 6",
    "next_step": "Tell the other team",
    "area": "Releases",
    "approach": "Asked the people who use it",
    "worked": "Small steps",
    "improve": "Begin earlier",
}


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, f"{pattern} is not in {text[:500]}"
    return found.group(1)
