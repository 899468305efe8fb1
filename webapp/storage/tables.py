"""All tables, in an order in which they can be made."""

from webapp.storage.checkins import CheckIn
from webapp.storage.database import Stored
from webapp.storage.limits import Bucket
from webapp.storage.links import Link
from webapp.storage.people import Person
from webapp.storage.receipts import Receipt
from webapp.storage.revisions import FieldRevision
from webapp.storage.sessions import Session
from webapp.storage.wins import Win

TABLES: tuple[type[Stored], ...] = (
    Person,
    Session,
    Receipt,
    Win,
    CheckIn,
    FieldRevision,
    Bucket,
    Link,
)
