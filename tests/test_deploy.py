"""The files of deploy/ and compose.yaml agree with each other and with the app."""

import re

import pytest

from tests.support.repository.documents import ROOT
from webapp import connections
from webapp.config import read_settings
from webapp.domain.reminders.delivery import AT_ONCE
from webapp.domain.reminders.pushing import AT_ONCE as DEVICES_AT_ONCE
from webapp.serving import BODY_LIMIT, HEAD_LIMIT, THREADS

LARGEST = 256_000  # bytes of a request without a table (tests/web/outbox/test_outbox.py)
UNIT = (ROOT / "deploy/smallwins.service").read_text()
JOBS = (ROOT / "deploy/smallwins-jobs.service").read_text()
COMPOSE = (ROOT / "compose.yaml").read_text()
CADDY = (ROOT / "deploy/Caddyfile").read_text()
EXAMPLE = (ROOT / "deploy/smallwins.env.example").read_text()


def found(pattern: str, text: str) -> str:
    """Return the one thing in `text` that the pattern's group is."""
    [only] = re.findall(pattern, text, re.MULTILINE)
    return str(only)


@pytest.mark.parametrize(
    "mode",
    [
        found(r"^SMALLWINS_SIGN_UP=(\w+)$", EXAMPLE),
        found(r"^  SMALLWINS_SIGN_UP: \$\{SMALLWINS_SIGN_UP:-(\w+)\}$", COMPOSE),
    ],
)
def test_nobody_signs_up_without_a_link_unless_the_operator_says_so(mode: str) -> None:
    assert mode == "link"


def test_service_and_container_have_the_same_limits_below_those_of_a_small_machine() -> None:
    memory = int(found(r"^MemoryMax=(\d+)M$", UNIT))
    assert 300 < memory < 1_000  # docs/deploy.md asks for a machine of 1 GB
    assert found(r"^  mem_limit: (\d+)m$", COMPOSE) == str(memory)
    assert found(r"^  memswap_limit: (\d+)m$", COMPOSE) == str(memory)
    assert int(found(r"^MemorySwapMax=(\d+)$", UNIT)) == 0
    tasks = int(found(r"^TasksMax=(\d+)$", UNIT))
    assert tasks == int(found(r"^  pids_limit: (\d+)$", COMPOSE))


def test_there_is_room_for_as_many_threads_as_reminders_take() -> None:
    sending = AT_ONCE * (1 + DEVICES_AT_ONCE)
    few = 12  # the main one, those of the queue, and names that are looked up
    tasks = int(found(r"^TasksMax=(\d+)$", JOBS))
    assert THREADS + sending + few < tasks == int(found(r"^TasksMax=(\d+)$", UNIT))


def test_proxy_and_app_agree_on_sizes() -> None:
    body = int(found(r"^\t\tmax_size (\d+)MB$", CADDY)) * 1_000_000
    head = int(found(r"^\t\tmax_header_size (\d+)KB$", CADDY)) * 1_000
    assert BODY_LIMIT * 0.95 < body <= BODY_LIMIT
    assert HEAD_LIMIT * 0.95 < head <= HEAD_LIMIT


def test_proxy_and_app_wait_equally_long_for_a_request() -> None:
    assert found(r"^\t\t\tread_header (\d+)s$", CADDY) == f"{connections.HEAD_SECONDS:.0f}"


def test_the_largest_request_of_a_phone_has_the_same_time_at_proxy_and_app() -> None:
    at_64_kbit = LARGEST * 8 / 64_000  # seconds
    in_all = connections.BODY_SECONDS + LARGEST / connections.BODY_BYTES_PER_SECOND
    assert 1.5 * at_64_kbit < in_all
    assert found(r"^\t\t\tread_body (\d+)s$", CADDY) == f"{in_all:.0f}"


def test_every_setting_of_the_containers_can_be_read(
    tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    defaults = dict(re.findall(r"^  (SMALLWINS_\w+): \$\{\w+:-(.*)\}$", COMPOSE, re.MULTILINE))
    settings = read_settings({**defaults, "SMALLWINS_DATA": str(tmp_path)})
    assert str(settings.trusted_proxy) == f"{found(r'gateway: ([0-9.]+)', COMPOSE)}/32"


def test_the_service_may_talk_to_its_own_machine_only() -> None:
    assert found(r"^IPAddressDeny=(\w+)$", UNIT) == "any"
    assert found(r"^IPAddressAllow=(\w+)$", UNIT) == "localhost"


def test_the_jobs_may_talk_to_others_and_nobody_to_them() -> None:
    assert found(r"^ExecStart=.* -m webapp (\w+)$", JOBS) == "jobs"
    assert found(r"^SocketBindDeny=(\w+)$", JOBS) == "any"
    assert "IPAddressDeny" not in JOBS


def test_both_services_are_kept_in_otherwise_alike() -> None:
    differ = set(UNIT.splitlines()) ^ set(JOBS.splitlines())
    names = {line.partition("=")[0] for line in differ if line and line[0] != "#"}
    assert names == {
        *("After", "Wants", "Description", "ExecStart"),
        *("IPAddressDeny", "IPAddressAllow", "SocketBindDeny", "MemoryHigh", "MemoryMax"),
    }


def test_the_example_runs_the_jobs_apart_as_the_services_do() -> None:
    assert found(r"^SMALLWINS_JOBS=(\w+)$", EXAMPLE) == "apart"
