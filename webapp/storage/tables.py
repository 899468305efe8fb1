"""All tables, in an order in which they can be made."""

from webapp.storage.absences import Absence
from webapp.storage.adjustments import Adjustment
from webapp.storage.checkins import CheckIn
from webapp.storage.database import Stored
from webapp.storage.limits import Bucket
from webapp.storage.links import Link
from webapp.storage.obstacles import Obstacle
from webapp.storage.people import Owner, Person
from webapp.storage.presets import Preset
from webapp.storage.receipts import Receipt
from webapp.storage.reviews import Review, ReviewGoal, ReviewPlan
from webapp.storage.revisions import FieldRevision
from webapp.storage.sessions import Session
from webapp.storage.wins import Win, WinLink

TABLES: tuple[type[Stored], ...] = (
    Person,
    Owner,
    Session,
    Receipt,
    Win,
    WinLink,
    CheckIn,
    FieldRevision,
    Bucket,
    Link,
    Preset,
    Absence,
    Adjustment,
    Review,
    ReviewGoal,
    ReviewPlan,
    Obstacle,
)
