"""Who reads ratings (R11): the person's own pages and the publisher; a new reader is named here."""

from tests.support.repository.imports import imports, modules

TABLE = "webapp.storage.capture.checkins.CheckIn"
OWN = "of one person, who asks for their own"
READERS = {
    "webapp.storage.capture.day_facts": OWN,
    "webapp.storage.capture.today": OWN,
    "webapp.storage.insights.insights": OWN,
    "webapp.domain.capture.checkins": OWN,
    "webapp.domain.capture.revisions": OWN,
    "webapp.domain.outbox.applying": OWN,
    "webapp.domain.outbox.deletions": OWN,
    "webapp.domain.outbox.undo": OWN,
    "webapp.storage.teams.team_windows": "the publisher: a number, a sum and the scales",
    "webapp.storage.upkeep.models": "backup and transfer copy rows unread",
}


def users_of(name: str) -> set[str]:
    """Return the modules of the app that import this."""
    return {module for module, source in modules() if name in imports(module, source)}


def test_ratings_are_read_for_their_person_and_by_the_publisher_alone():
    assert users_of(TABLE) == READERS.keys()


def test_what_the_publisher_reads_of_others_is_used_by_the_publisher_alone():
    reads = "webapp.storage.teams.team_windows.answers_in"
    assert users_of(reads) == {"webapp.domain.teams.publishing"}


def test_the_publisher_is_called_at_the_start_by_the_jobs_and_by_its_command_alone():
    publishes = "webapp.domain.teams.publishing.publish_due"
    callers = {"webapp.app", "webapp.cli.jobs", "webapp.jobs.shared.chores"}
    assert users_of(publishes) == callers
