"""ETags of a person's pages, so that a page that the phone has is not built again."""

from collections.abc import Callable
from hashlib import sha256

from flask import Response, current_app, make_response, request

from webapp.domain.account.acting import Acting
from webapp.domain.capture.today import day_of
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.i18n.language import language
from webapp.web.shared.login import PERSON_HEADER, REV_HEADER, current_person

HOUR = 60 * 60 * 1000


def page_or_304(acting: Acting, draw: Callable[[], str], also: object = "") -> Response:
    """Return the page that `draw` makes, or 304 if nothing of its owner's changed since.

    acting: whose page it is; the signed-in person looks at it, and nothing else of theirs counts.
    also: what is on it that others change, such as what their teams offer.
    Kept by this browser only, and asked for again each time; a page of a team is not kept, since
    nothing tells this browser when its person has left. The headers say whose page it is and how
    new, so that the worker keeps pages of one person only, and renews older ones.
    """
    if acting.owner != acting.actor:
        return make_response(draw())
    tag = _tag(acting, also)
    if request.if_none_match.contains_weak(tag):
        response = make_response("", 304)
    else:
        response = make_response(draw())
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers[PERSON_HEADER] = current_person().key
    response.headers[REV_HEADER] = str(acting.rev)
    return response


def _tag(acting: Acting, also: object) -> str:
    person = current_person()
    zone = zone_of(person)
    instant = now()
    parts = (
        person.key,  # without it, the next person on this phone would get 304 and these pages
        acting.owner,
        acting.rev,
        also,
        day_of(person, zone, instant),
        instant // HOUR,  # what counts as "just now" on Today
        zone,
        language(),
        current_app.extensions["assets"]["version"],
        request.full_path,
        request.headers.get("HX-Target", ""),  # a fragment of this page has its own ETag
    )
    # As a hash: an address may be longer than some clients take in a header.
    return sha256("\n".join(str(part) for part in parts).encode(errors="replace")).hexdigest()
