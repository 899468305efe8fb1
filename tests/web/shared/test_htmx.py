"""What we know of htmx 4 that htmx-flask does not."""

from flask import Flask, request

from webapp.web.shared.htmx import target_id, wants_fragment


def asking(app: Flask, **headers: str):  # type: ignore[no-untyped-def]
    return app.test_request_context(
        "/", headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


def test_htmx_requests_are_told_apart_by_htmx_flask(app: Flask) -> None:
    with asking(app, HX_Request="true"):
        assert request.htmx


def test_a_full_page_is_no_fragment(app: Flask) -> None:
    with asking(app, HX_Request="true", HX_Request_Type="full"):
        assert not wants_fragment()
    with asking(app, HX_Request="true", HX_Request_Type="partial"):
        assert wants_fragment()


def test_the_target_is_an_id_without_its_tag(app: Flask) -> None:
    with asking(app, HX_Request="true", HX_Target="ul#todays-wins"):
        assert target_id() == "todays-wins"
