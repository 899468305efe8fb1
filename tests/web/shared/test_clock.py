"""The zone of the phone."""

from flask import Flask

from tests.support.make import Someone
from webapp.web.shared.clock import device_zone, zone_of


def test_over_https_a_zone_that_http_could_have_set_is_not_read(app: Flask, ana: Someone) -> None:
    cookies = {"Cookie": "zone=Asia/Tokyo; __Host-zone=Europe/Paris"}
    for scheme, zone in (("http", "Asia/Tokyo"), ("https", "Europe/Paris")):
        with app.test_request_context(base_url=f"{scheme}://localhost", headers=cookies):
            assert (device_zone(), zone_of(ana.me)) == (zone, zone)
