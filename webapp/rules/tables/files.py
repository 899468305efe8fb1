"""The text of a file that was uploaded as a table."""

from webapp.rules.shared.problems import N_, Invalid, Problem

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx, .ods and .numbers are zip files; .xls
CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a"})

WORKBOOK = N_("This is a spreadsheet file, not CSV. Save it as CSV there, or copy its cells here.")
NO_TEXT = N_("This file holds no text. Choose a CSV file, or paste the lines.")


def decode(content: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, or else Windows-1252.

    Invalid: it is a spreadsheet file, a picture, or another file without text.
    """
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return _checked(content.decode(encoding, errors="replace"))
    if content.startswith(WORKBOOKS):
        raise Invalid(Problem("table", WORKBOOK))
    if _is_binary(content):
        raise Invalid(Problem("table", NO_TEXT))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _checked(text: str) -> str:
    if "\0" in text:  # UTF-32, whose mark begins as that of UTF-16
        raise Invalid(Problem("table", NO_TEXT))
    return text


def _is_binary(content: bytes) -> bool:
    controls = len(content) - len(content.translate(None, CONTROLS))
    return b"\0" in content or controls * 100 > len(content)
