"""What people are told about their teams."""

from enum import StrEnum

MOST_NOTICES = 30  # that wait for one person; older ones go


class NoticeKind(StrEnum):
    """Kinds of notices; the values are stored."""

    PROMOTED = "promoted"  # they lead the team now
    REMOVED = "removed"
    ARCHIVED = "archived"
    ROLE_TAKEN = "role_taken"  # they are admin or viewer of an organisation no more
    ADMIN_JOINED = "admin_joined"  # about: the name of the organisation's admin
    PRESET_PRIVATE = "preset_private"  # of the organisation that their team left; about: its words
    THANKED = "thanked"  # somebody said something about an outcome of theirs
    THANKS_KEPT_BACK = "thanks_kept_back"  # about: the names of those whom it did not reach
    WIN_PRIVATE = "win_private"  # a win of theirs fell back to private; about: its words
    WIN_UNFILED = "win_unfiled"  # a win of theirs is under other wins; about: its words
