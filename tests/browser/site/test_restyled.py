"""What a tap costs the page in elements to style again: its row, however many rows there are.

A selector that ends in `*` behind `:has()` or `+` is enough to have every tap style the whole page.
"""

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone
from tests.support.phones.patience import until

MANY = 25
A_ROW = 2  # elements of each other row that a tap may have looked at: a row has twelve


def restyled(phone: Phone) -> int:
    """Return how many elements Chromium styles again for one tap and what follows it."""
    session = phone.context.new_cdp_session(phone.page)
    seen: list[dict] = []  # type: ignore[type-arg]
    ended: list[bool] = []
    session.on("Tracing.dataCollected", lambda told: seen.extend(told["value"]))
    session.on("Tracing.tracingComplete", lambda _: ended.append(True))
    how = {"includedCategories": ["devtools.timeline"]}
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": how})
    phone.logs()
    expect(phone.page.get_by_role("button", name="Undo")).to_be_visible()
    session.send("Tracing.end")
    until(lambda: phone.page.evaluate("true") and ended, "the end of the trace")
    session.detach()
    styled = [event["args"] for event in seen if event["name"] == "UpdateLayoutTree"]
    return sum(args.get("elementCount", 0) for args in styled)


def test_a_tap_has_its_own_row_styled_and_not_the_page(phone: Phone) -> None:
    phone.logs()
    few = restyled(phone)
    for _ in range(MANY):
        phone.logs()
    many = restyled(phone)
    assert few > 0
    assert many - few <= MANY * A_ROW
