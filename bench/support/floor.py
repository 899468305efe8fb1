"""`python -m bench.support.floor FILE PORT`: what bare Flask and bare Peewee reach here.

Same server, threads, SQLite settings, write lock and compression as the app; no sign-in, no
checks, no receipts, no headers, no translation. It has a list of 30 rows, an insert, and a page for
the floor of a tap.
"""

import sys
from datetime import datetime

import waitress
from flask import Flask, Response, jsonify, render_template, request
from peewee import AutoField, CharField, DateTimeField, IntegerField, Model, TextField

from bench.support.entries import ROWS
from webapp.serving import BODY_LIMIT, THREADS
from webapp.storage.engine.database import database, open_database, transaction
from webapp.web.shared.compression import brotli_of

READER, WRITER = 1, 2  # owners: the reader's list keeps its length while the writer's rows grow

app = Flask(__name__)


class Item(Model):
    """The only model."""

    id = AutoField()
    owner = IntegerField(index=True)
    kind = CharField(max_length=12)
    what = TextField()
    happened = DateTimeField(default=datetime.now)

    class Meta:
        database = database


@app.before_request
def connect() -> None:
    """Open a connection for this request."""
    database.connect(reuse_if_open=True)


@app.teardown_request
def disconnect(_error: BaseException | None) -> None:
    """Return the connection to the pool."""
    database.close()


@app.after_request
def compress(response: Response) -> Response:
    """Compress a page as the app does."""
    if response.mimetype == "text/html" and "br" in request.headers.get("Accept-Encoding", ""):
        response.set_data(brotli_of(response.get_data()))
        response.headers["Content-Encoding"] = "br"
    return response


@app.get("/hello")
def hello() -> str:
    """Return a text: nothing but Flask."""
    return "hello"


@app.get("/list")
def index() -> str:
    """Return a page of 30 rows."""
    notes = Item.select().where(Item.owner == READER).order_by(Item.id.desc()).limit(ROWS)
    return render_template("list.html", notes=notes)


@app.post("/insert")
def insert() -> Response:
    """Store one row."""
    sent = request.get_json()
    with transaction():
        note = Item.create(owner=WRITER, kind=sent["kind"], what=sent["what"])
    return jsonify(id=note.id)


@app.get("/tap")
def tap() -> str:
    """Return the bare page that is the floor of a tap."""
    return render_template("tap.html")


def main(path: str, port: int) -> None:
    """Serve until stopped."""
    open_database(f"sqlite:///{path}")
    with database.connection_context():
        database.create_tables([Item])
        rows = [(READER, "quick", f"Fixed the flaky test number {n}") for n in range(ROWS)]
        Item.insert_many(rows, (Item.owner, Item.kind, Item.what)).execute()
    server = waitress.create_server(
        app,
        host="127.0.0.1",
        port=port,
        threads=THREADS,
        ident=None,
        max_request_body_size=BODY_LIMIT,
        clear_untrusted_proxy_headers=False,
    )
    print("ready", flush=True)  # it listens
    server.run()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
