"""A page of another site, with a form that posts to the app."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread


@contextmanager
def other_site(action: str, **fields: str) -> Iterator[str]:
    """Serve a page whose button "Win a prize" posts `fields` to `action`; yields its address.

    The app is reached as 127.0.0.1 and this one as localhost: two sites, as browsers see it.
    """
    inputs = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in fields.items()
    )
    page = (
        "<!DOCTYPE html><html><head><title>Prizes</title></head><body>"
        f'<form action="{escape(action)}" method="post">{inputs}<button>Win a prize</button></form>'
    )

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://localhost:{serving.server_port}/"
        serving.shutdown()
