"""A link for people without an account: made, opened on a phone that nobody uses, and revoked."""

from collections.abc import Callable

from tests.support.phones.chromium import Phone


def test_a_link_is_made_opened_by_a_stranger_and_revoked(
    phone: Phone, new_phone: Callable[..., Phone]
) -> None:
    phone.logs("Cut the build")
    phone.has_sent_all()
    phone.open("/links/new")
    phone.fills("What the page is called", "Our year")
    phone.page.get_by_label("Cut the build").check()
    phone.sends("Make the link")
    address = phone.page.locator("#address").inner_text()

    stranger = new_phone()
    stranger.page.goto(address)
    stranger.sees("h1", "Our year")
    stranger.sees("main", "Cut the build")
    assert (stranger.count("nav"), stranger.count("form")) == (0, 0)

    phone.sends("Revoke")
    stranger.page.reload()
    stranger.sees("h1", "This link leads nowhere")
    assert phone.trouble + stranger.trouble == []
