"""What the made-up person wrote down: records, as somebody types them in English."""

from typing import NamedTuple

AREAS = ("Releases", "Support", "Onboarding", "Team")


class Said(NamedTuple):
    """A win in words. serves: the number of an objective in OBJECTIVES, None for none."""

    what: str
    area: str = ""
    impact: str = ""
    serves: int | None = None
    next_step: str = ""


class Planned(NamedTuple):
    """A micro-goal in words; sure: 0-10 when it was set; met: how it ended."""

    statement: str
    criteria: tuple[str, ...]
    serves: int
    area: str
    sure: int
    met: bool = True


# (name, why, the numbers of those it serves)
OBJECTIVES = (
    ("Customers trust every release", "They stay when nothing breaks on a Monday.", ()),
    ("Nobody is the only one who knows", "Holidays without a call from work.", ()),
    ("Fewer defects reach customers", "", (0,)),
    ("A release takes an hour", "It took a whole day in spring.", (0, 1)),
    ("Support answers the same day", "", (0,)),
    ("New colleagues ship in week one", "", (1,)),
)
PRESETS = (
    ("Answered the oldest ticket", "quick", "Support"),
    ("Reviewed a change the same day", "quick", "Releases"),
    ("Wrote down what only I knew", "process", "Team"),
    ("Gave a customer a clear update", "quick", "Support"),
)

# Small things, again and again; {} is one of PARTS.
QUICK = (
    Said("Answered the oldest ticket", "Support", "Queue down to {n} tickets", 4),
    Said("Reviewed a change the same day", "Releases", "Merged {n} hours earlier", 3),
    Said("Fixed the flaky {part} test", "Releases", "{n} false alarms a week less", 2),
    Said("Gave a customer a clear update", "Support", "No call back for {n} days", 4),
    Said("Called the {customer} before they had to ask", "Support", "", 4),
    Said("Wrote down how to reset the {part}", "Team", "", 1),
    Said("Closed {n} tickets about the {part}", "Support", "{n} open tickets less", 4),
    Said("Sent the plan for the {part} with one clear next step", "Releases", "", None),
    Said("Paired on the {part} for half an hour", "Onboarding", "", 5),
    Said("Replaced a meeting by five lines", "Team", "{n} people got an hour back", 1),
    Said("Cleaned up the {part} settings", "Releases", "{n} settings less", 2),
    Said("Thanked the {customer} for a good bug report", "Support"),
)
PARTS = ("sign-in", "import", "invoice", "search", "export", "calendar", "print", "backup")
CUSTOMERS = ("clinic", "school board", "harbour office", "city library", "bakery chain")

# Larger steps, each once, in this order.
STEPS = (
    Said("Release checklist from 14 steps to 11", "Releases", "30 minutes less a release", 3),
    Said("First answer template for import questions", "Support", "Saves 10 minutes a ticket", 4),
    Said("Alert for full disks says what to do first", "Team", "2 calls at night less a month", 1),
    Said("Moved the data check in front of the build", "Releases", "Fails 20 minutes earlier", 2),
    Said("Release checklist from 11 steps to 9", "Releases", "20 minutes less a release", 3),
    Said("New laptops set up by one script", "Onboarding", "From 2 days to 3 hours", 5),
    Said("Duty list for support with a second name each day", "Support", "No day uncovered", 4),
    Said("Error reports arrive with the steps that led there", "Releases", "8 of 10 reproduced", 2),
    Said("Reading list for week one, half as long", "Onboarding", "12 pages instead of 30", 5),
    Said("Rollback in one command", "Releases", "From 40 minutes to 5", 3),
    Said("Weekly report writes itself from the log", "Team", "2 hours a week saved", 1),
    Said("Release checklist from 9 steps to 6", "Releases", "25 minutes less a release", 3),
)
MILESTONES = (
    Said("Old import switched off for test data", "Releases", "", 2),
    Said("First customer on the new import", "Releases", "1 of 24 customers moved", 2),
    Said("Release 4.1 out without a hotfix", "Releases", "0 hotfixes", 2),
    Said("Support answered everything before six for a week", "Support", "5 of 5 days", 4),
    Said("New colleague shipped her first change", "Onboarding", "On day 6", 5),
    Said("Second group of customers moved", "Releases", "9 of 24 customers moved", 2),
    Said("Release 4.2 out before lunch", "Releases", "In 2 hours", 3),
    Said("Two of us can restore the backup", "Team", "2 people instead of 1", 1),
    Said("Release 4.3 out in an hour and a half", "Releases", "In 90 minutes", 3),
    Said("Third group of customers moved", "Releases", "17 of 24 customers moved", 2),
)
REFLECTIONS = (
    ("Watched where people got stuck before changing anything", "Ask the person after next"),
    ("Did the smallest part first and showed it", "Start the review a day earlier"),
    ("Two people at one screen", "Write the numbers down before, not after"),
    ("One question a day to the same customer", "Say no to the second topic sooner"),
)
NOTES = ("Slept well", "Two things at once", "Good talk with support", "Release went smoothly")

GOALS = (
    Planned(
        "Cut three steps from the release checklist", ("11 steps", "Tried once"), 3, "Releases", 8
    ),
    Planned("Answer import questions from a template", ("Template used 5 times",), 4, "Support", 7),
    Planned("Let alerts say what to do first", ("Disk alert", "Mail alert"), 1, "Team", 6),
    Planned(
        "Move the first customer to the new import",
        ("Moved", "One week without a ticket"),
        2,
        "Releases",
        5,
    ),
    Planned("Rewrite the handbook", ("All chapters read",), 5, "Onboarding", 4, False),
    Planned(
        "Set up a laptop by script",
        ("Works on a new one", "A colleague did it"),
        5,
        "Onboarding",
        8,
    ),
    Planned("Put a second name on every duty day", ("List for a month",), 4, "Support", 9),
    Planned(
        "Reproduce reported errors at the first try", ("8 of 10 reproduced",), 2, "Releases", 5
    ),
    Planned(
        "Halve the reading list of week one",
        ("15 pages at most", "Read by one newcomer"),
        5,
        "Onboarding",
        8,
    ),
    Planned(
        "Roll back in one command", ("Tried on the copy", "Under 10 minutes"), 3, "Releases", 6
    ),
    Planned(
        "Answer the backlog of spring", ("No ticket older than a month",), 4, "Support", 3, False
    ),
    Planned(
        "Get the checklist down to six steps", ("6 steps", "Two releases with it"), 3, "Releases", 8
    ),
)
ACTIVE = (
    Planned(
        "Move the last seven customers",
        ("Dates agreed", "Data checked", "All moved"),
        2,
        "Releases",
        7,
    ),
    Planned(
        "Let a colleague run the next release", ("Plan read", "Dry run", "Released"), 3, "Team", 6
    ),
)
NUMBERED = Planned("Show five tickets to the new colleague", (), 5, "Onboarding", 9)
PARKED = Planned("Measure how long a first answer takes", ("A week of numbers",), 4, "Support", 5)
DRAFT = "Try the restore with somebody new"

# (question, importance, working days that it took, what was decided; no days: it is open)
DECISIONS = (
    ("Do we release on Fridays?", "important", 2, "No; Thursday at noon is the latest"),
    ("Which test runs first?", "routine", 1, "The data check"),
    ("Who answers on Mondays?", "routine", 3, "Two take turns"),
    ("Buy or build the importer?", "important", 9, "Build; the file format is ours"),
    ("Keep the weekly report?", "important", 4, "As five lines from the log"),
    ("Drop support for the old export?", "important", 6, "Yes, after the last customer moved"),
    ("Where do runbooks live?", "routine", 2, "Beside the code"),
    ("What stops a release?", "important", None, ""),
    ("Second office day?", "routine", None, ""),
)
OPEN_SINCE = (24, 3)  # working days

OBSTACLES = (
    ("Test data is refreshed only at night", "Asked for a second copy; granted"),
    ("Support has no access to the logs", "Read access since this week"),
    ("Nobody else can sign the release", ""),
)
REVIEWS = (
    ("The import moved, the handbook did not", "One release goal, one support goal"),
    ("Answers are faster since there are templates", "The laptop script"),
    ("Fewer calls at night; release took half the time", "Reading list, rollback"),
    ("Rollback works, two people can restore", "Last customers, hand over a release"),
)
