"""Follow Containerfile step by step in folders, for machines that reach no registry of images.

    debootstrap --variant=minbase bookworm ROOT
    unshare --mount .venv/bin/python -m tools.try_container ROOT WORK [--arg NAME=VALUE]

Every stage begins as a copy of ROOT (a Debian of the same release as the image that FROM names) in
WORK; RUN is run by chroot as root, COPY copies, and what is left is started as USER with ENTRYPOINT
until HEALTHCHECK succeeds and a page is served. Needs root, debootstrap, chroot and mount. Where
packages come from a mirror, `--bind PATH` shows a file or folder of this machine at the same place
in the build stage, read-only, and `--env NAME=VALUE` is set there.
"""

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

REPOSITORY = Path(__file__).parents[1]
TRIES = 40  # of the health check, half a second apart


@dataclass
class Stage:
    """One stage: its folder and what its instructions have set so far."""

    root: Path
    environ: dict[str, str] = field(default_factory=dict)
    workdir: str = "/"
    user: str = "0:0"
    entrypoint: list[str] = field(default_factory=list)
    check: list[str] = field(default_factory=list)

    def command(self, words: list[str], *, user: str = "0:0") -> list[str]:
        """Return the command line that runs `words` inside, as `user`, in the working folder."""
        inside = f"cd {self.workdir} && exec {shlex.join(words)}"
        return ["chroot", f"--userspec={user}", str(self.root), "/bin/sh", "-ec", inside]


def instructions(text: str) -> Iterator[tuple[str, str]]:
    """Yield each instruction with its words; comments are left out, continued lines joined."""
    lines = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    for line in re.sub(r"\\\n", " ", lines).splitlines():
        if line.strip():
            name, _, words = line.strip().partition(" ")
            yield name, words.strip()


def follow(
    base: Path, work: Path, given: dict[str, str], binds: list[str], environ: dict[str, str]
) -> Stage:
    """Build every stage in `work` and return the last one; binds and environ are for the others."""
    stages: dict[str, Stage] = {}
    stage = Stage(work)
    for name, words in instructions((REPOSITORY / "Containerfile").read_text()):
        print(f"{name} {words[:110]}", flush=True)
        if name == "FROM":
            _, _, called = words.partition(" AS ")
            stage = begin(base, work / (called or "final"), binds if called else [])
            stage.environ |= environ if called else {}
            stages[called or "final"] = stage
        elif name == "COPY":
            copy(stage, words.split(), stages)
        else:
            obey(stage, name, words, given)
    return stage


def begin(base: Path, root: Path, binds: list[str]) -> Stage:
    subprocess.run(["cp", "-a", str(base), str(root)], check=True)
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    for bound in ["/proc", "/dev", *binds]:
        inside = root / bound.lstrip("/")
        if Path(bound).is_file():
            inside.parent.mkdir(parents=True, exist_ok=True)
            inside.touch()
        else:
            inside.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", "--bind", bound, str(inside)], check=True)
        if bound not in ("/proc", "/dev"):  # or a package's set-up would change this machine
            subprocess.run(["mount", "-o", "remount,bind,ro", str(inside)], check=True)
    return Stage(root, {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"})


def copy(stage: Stage, words: list[str], stages: dict[str, Stage]) -> None:
    source = REPOSITORY
    if words[0].startswith("--from="):
        source = stages[words.pop(0).removeprefix("--from=")].root
    *what, where = words
    target = stage.root / str(Path(stage.workdir, where)).lstrip("/")
    for name in what:
        found = source / name.lstrip("/")
        if found.is_dir():  # its content, as builders of images do
            skip = shutil.ignore_patterns("__pycache__") if source == REPOSITORY else None
            built = source == REPOSITORY and name == "static/"
            ignore = shutil.ignore_patterns("build") if built else skip
            shutil.copytree(found, target, symlinks=True, dirs_exist_ok=True, ignore=ignore)
        else:
            onto = target / found.name if where.endswith("/") else target
            onto.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(found, onto)


def obey(stage: Stage, name: str, words: str, given: dict[str, str]) -> None:
    if name == "RUN":
        shell = stage.command(["/bin/sh", "-ec", words])
        subprocess.run(shell, env=stage.environ, check=True)
    elif name == "ARG":
        key, _, value = words.partition("=")
        stage.environ[key] = given.get(key, value)
    elif name == "ENV":
        stage.environ |= dict(pair.split("=", 1) for pair in shlex.split(words))
    elif name == "WORKDIR":
        stage.workdir = words
        (stage.root / words.lstrip("/")).mkdir(parents=True, exist_ok=True)
    elif name == "USER":
        stage.user = words
    elif name == "ENTRYPOINT":
        stage.entrypoint = json.loads(words)
    elif name == "HEALTHCHECK":
        stage.check = json.loads(words.partition("CMD ")[2])


def start(stage: Stage, **settings: str) -> None:
    """Start what was built until its health check is good and it serves a page; raise if not."""
    environ = {**stage.environ, **settings}
    running = subprocess.Popen(stage.command(stage.entrypoint, user=stage.user), env=environ)
    try:
        check = stage.command(stage.check, user=stage.user)
        for _ in range(TRIES):
            if subprocess.run(check, env=environ).returncode == 0:
                break
            time.sleep(0.5)
        else:
            raise RuntimeError("the health check never succeeded")
        with urlopen(f"http://127.0.0.1:{environ['SMALLWINS_PORT']}/sessions/new") as page:
            files = set(re.findall(r'"(/static/build/[^"#]+)', page.read().decode()))
        print(f"healthy; a page of it names {len(files)} files")
        for file in sorted(files):
            with urlopen(f"http://127.0.0.1:{environ['SMALLWINS_PORT']}{file}") as answer:
                print(answer.status, file)
    finally:
        running.terminate()
        print(f"ended with {running.wait(10)}")


def main() -> None:
    """Read the command line, build, start."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--arg", action="append", default=[])
    parser.add_argument("--bind", action="append", default=[])
    parser.add_argument("--env", action="append", default=[])
    parser.add_argument("--port", default="18000")
    parser.add_argument("--database", default="")
    given = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("This needs root: chroot and mount do.")
    given.work.mkdir(parents=True)
    args, environ = (dict(pair.split("=", 1) for pair in pairs) for pairs in (given.arg, given.env))
    stage = follow(given.root, given.work.absolute(), args, given.bind, environ)
    start(stage, SMALLWINS_PORT=given.port, DATABASE_URL=given.database)


if __name__ == "__main__":
    main()
