"""`python -m webapp` serves the app; `python -m webapp <command>` does what operators need."""

import sys
from collections.abc import Callable

from webapp.cli import run
from webapp.config import Settings, read_settings
from webapp.jobs.shared.running import AFTER, Jobs, run_until_stopped
from webapp.json_logs import start_logging
from webapp.memory import return_large_blocks
from webapp.outgoing import start_sending
from webapp.storage.upkeep.opening import close_database, open_until_exit, sqlite_file


def main() -> int:
    """Run the command line; return the exit code."""
    return run(sys.argv[1:], serve, run_jobs)


def serve() -> None:
    """Migrate the database and serve the app until a signal to stop."""
    serve_by(lambda: None)


def serve_by(prepare: Callable[[], None]) -> None:
    """Serve the app, prepared so before it listens; the bench has a push service of its own."""
    # Loaded here: what runs the jobs, or a command, has no use for the web and its memory.
    from webapp.app import create_app
    from webapp.serving import Server, listen
    from webapp.web.shared.headers import COMMON

    start_logging()
    return_large_blocks()
    settings = read_settings()
    app = create_app(settings)
    prepare()
    server = Server(app, listen(settings), COMMON, settings.trusted_proxy)
    print(greeting(settings), flush=True)
    jobs = Jobs(settings, AFTER).start() if settings.jobs_inside else None
    server.run()
    if jobs:
        jobs.stop()
    close_database()


def run_jobs() -> None:
    """Migrate the database and run the jobs until a signal to stop."""
    run_jobs_by(start_sending)


def run_jobs_by(start: Callable[[Settings], None]) -> None:
    """Run the jobs in a process that is made to send so; the bench has a service of its own."""
    start_logging()
    return_large_blocks()
    settings = read_settings()
    start(settings)
    open_until_exit(settings.database_url)
    print("The jobs of Small Wins run. To stop them, press Ctrl+C.", flush=True)
    run_until_stopped(settings)
    close_database()


def greeting(settings: Settings) -> str:
    """Return what a person who starts the server needs to know."""
    file = sqlite_file(settings.database_url)
    return (
        f"Small Wins is at {settings.local_address}\n"
        f"Your data is in {file or 'PostgreSQL, as DATABASE_URL says'}.\n"
        "To stop it, press Ctrl+C."
    )


if __name__ == "__main__":
    sys.exit(main())
