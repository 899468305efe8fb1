"""What a setting that cannot be used raises."""


class BadSetting(Exception):
    """A setting cannot be used; the text says which one, and what to do."""
