"""How the student's room is locked: by bubblewrap, by a container, or by nothing that holds.

`find` looks for the strongest lock that works on this machine, by trying it. As root the room is
built with root's rights, and what runs in it gives them up before it sees a line of a student's.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FIRST_USER = 61_000
"""One user number for each worker, none of them with an account."""

PROCESSES = 24
"""Processes and threads that a student's code may have."""

SPACE_MB = 64
"""What a student's code may write."""

PYTHON = ("-B", "-E", "-s", "-X", "utf8", "-c")
START = (
    "import sys; sys.path.insert(0, {place!r}); import runpy; "
    "runpy.run_module('room', run_name='__main__')"
)

IMAGE = "three-pillars-room"

ROOT = Path(__file__).resolve().parents[3]
PRIVATE = tuple(ROOT / name for name in ("exercises", "tests", "_build", "grades", ".git"))
"""Solutions and names: not to be seen in a room, even where the book lies among what is bound."""


class NoLock(RuntimeError):
    """Students' code cannot be run here; the message says what to do."""


@dataclass(frozen=True)
class Lock:
    """A way to start a room."""

    kind: str  # "bubblewrap", "docker", "podman" or "weak"

    @property
    def weak(self) -> bool:
        """Whether nothing but limits stands around the room."""
        return self.kind == "weak"

    @property
    def container(self) -> bool:
        """Whether the room is a container, which its program's end does not end."""
        return self.kind in ("docker", "podman")

    @property
    def words(self) -> str:
        """What the report says about it."""
        if self.weak:
            return (
                "Students' code ran WITHOUT a locked room (WEAK=1): it could read and change what "
                "the user who graded can, and use the network."
            )
        return f"Students' code ran in a room locked by {self.kind}."

    def command(self, shelf: Path, memory_mb: int, name: str = "") -> list[str]:
        """The command that starts a room.

        Args:
            shelf: The folder with the package, the tables and the code of the room.
            memory_mb: What one process may take; a container limits all of them together.
            name: What a container is called, so that it can be ended.
        """
        if self.kind == "bubblewrap":
            return _bubblewrap(shelf)
        if self.container:
            return _container(self.kind, shelf, memory_mb, name)
        return [
            sys.executable,
            "-B",
            "-E",
            "-s",
            "-X",
            "utf8",
            "-c",
            START.format(place=str(shelf)),
        ]


def user_of(slot: int) -> int:
    """The user number under which a worker's rooms run, where root starts them."""
    return FIRST_USER + slot


def is_root() -> bool:
    """Whether this is root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def find_lock(weak: bool = False) -> Lock:
    """Find the strongest lock that works here.

    Args:
        weak: Whether to go on without one.

    Raises:
        NoLock: There is none, and `weak` was not asked for; or root would run students' code.
    """
    if works("bubblewrap"):
        return Lock("bubblewrap")
    for kind in ("docker", "podman"):
        if works(kind):
            return Lock(kind)
    if not weak:
        raise NoLock(
            "Students' code needs a locked room: install bubblewrap (Linux: apt install "
            "bubblewrap, or dnf), or on macOS and Windows start Docker and see CONTRIBUTING.md; "
            "or go on without a lock: WEAK=1."
        )
    if is_root() and not _readable_by_all():
        raise NoLock(
            "As root, students' code runs as a user without rights, and such a user cannot read "
            f"Python in {sys.base_prefix}: grade as an ordinary user, or install bubblewrap."
        )
    return Lock("weak")


@functools.cache
def works(kind: str) -> bool:
    """Whether a lock works on this machine; found out by trying."""
    program = "bwrap" if kind == "bubblewrap" else kind
    if not shutil.which(program):
        return False
    if kind == "bubblewrap":
        trial = [*_walls(), sys.executable, "-S", "-E", "-c", "pass"]
    else:
        trial = [program, "image", "inspect", IMAGE]
    try:
        done = subprocess.run(trial, capture_output=True, timeout=20, check=False, env=_bare())
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _bare() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath)}


# Bubblewrap --------------------------------------------------------------------------------------


def _bubblewrap(shelf: Path) -> list[str]:
    return [
        # Last of all the ground that the walls stand on: an ordinary user's room would own it, and
        # could fill the machine's memory by writing there.
        *_walls(), "--ro-bind", str(shelf), "/room", "--remount-ro", "/", "--chdir", "/tmp",
        sys.executable, *PYTHON, START.format(place="/room"),
    ]  # fmt: skip


def _walls() -> list[str]:
    """The room itself: a system to read, a little space to write, and nobody else."""
    can = _can()
    walls = ["bwrap", "--die-with-parent", "--new-session", "--unshare-pid", "--unshare-net",
             "--unshare-ipc", "--unshare-uts", "--hostname", "room"]  # fmt: skip
    if is_root():
        # Root's rights build the walls; of them only these remain, to become another user.
        walls += ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    else:
        user = str(user_of(0))
        walls += ["--unshare-user", "--uid", user, "--gid", user]
        walls += ["--disable-userns"] if "--disable-userns" in can else []
    walls += ["--unshare-cgroup-try"] if "--unshare-cgroup-try" in can else []
    walls += ["--clearenv"] if "--clearenv" in can else []
    size = ["--size", str(SPACE_MB << 20)] if "--size" in can else []
    small = ["--size", str(1 << 20)] if "--size" in can else []
    for name in ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"):
        place = Path(name)
        if place.is_symlink():
            walls += ["--symlink", os.readlink(place), name]
        elif place.is_dir():
            walls += ["--ro-bind", name, name]
    walls += ["--perms", "0777", *size, "--tmpfs", "/tmp", "--proc", "/proc", "--dev", "/dev",
              *small, "--tmpfs", "/dev/shm", "--remount-ro", "/dev"]  # fmt: skip
    walls += ["--perms", "0755", "--dir", "/etc"]
    for name in ("/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives"):
        walls += ["--ro-bind-try", name, name]
    for prefix in dict.fromkeys(
        str(Path(p).resolve()) for p in (sys.base_prefix, sys.prefix, sys.exec_prefix)
    ):
        if not prefix.startswith("/usr/") and prefix not in ("/", "/usr"):
            # Folders above it, a private home perhaps, are made anew with nothing else in them.
            for above in reversed(Path(prefix).parents[:-1]):
                walls += ["--perms", "0755", "--dir", str(above)]
            walls += ["--ro-bind", prefix, prefix]
    bound = [Path(walls[n + 1]) for n, word in enumerate(walls) if word == "--ro-bind"]
    for place in PRIVATE:  # in an image the book may be /usr/src/app
        if place.is_dir() and any(one in place.parents for one in bound):
            walls += ["--tmpfs", str(place), "--remount-ro", str(place)]
    return walls


@functools.cache
def _can() -> str:
    try:
        done = subprocess.run(["bwrap", "--help"], capture_output=True, text=True, check=False,
                              timeout=10)  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr


# A container -------------------------------------------------------------------------------------


def _container(program: str, shelf: Path, memory_mb: int, name: str) -> list[str]:
    return [
        program, "run", "--rm", "--name", name, "--interactive", "--network", "none", "--read-only",
        "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--user", str(FIRST_USER),
        "--pids-limit", str(PROCESSES * 2), "--memory", f"{memory_mb + 512}m",
        "--tmpfs", f"/tmp:rw,size={SPACE_MB}m,mode=1777", "--workdir", "/tmp",
        "--volume", f"{shelf}:/room:ro", IMAGE,
        "python", *PYTHON, START.format(place="/room"),
    ]  # fmt: skip


# No lock -----------------------------------------------------------------------------------------


def _readable_by_all() -> bool:
    """Whether a user without rights could still read Python itself and its packages."""
    places = [Path(sys.base_prefix), Path(sys.prefix), Path(os.__file__)]
    folders = {folder for place in places for folder in [place.resolve(), *place.resolve().parents]}
    return all(folder.stat().st_mode & (0o001 if folder.is_dir() else 0o004) for folder in folders)
