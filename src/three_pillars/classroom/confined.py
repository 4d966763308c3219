"""The process that runs one submission: what it gives up first, and how it runs the cells."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from three_pillars import checks, data

from .jobs import Job, TimeUp

FIRST_USER = 61_000  # one user number for each worker, none of them with an account

_NEWNS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = (
    0x20000, 0x8000000, 0x10000000, 0x20000000, 0x40000000)  # fmt: skip


def enter(job: Job, slot: int, pipe: int, folder: str, token: str) -> None:
    """Leave everything behind that a submission should not have, then work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, m) for n, m in ((0, "r"), (1, "w"), (2, "w")))
    pipe = os.dup2(pipe, 200)
    os.closerange(3, 200)
    os.closerange(201, 1024)
    root = os.getuid() == 0
    os.symlink(data.root(), Path(folder) / "data")  # as beside the notebook in the student's zip
    network = "refused"
    if _unshare(_NEWNET | _NEWPID | _NEWIPC | (_NEWNS if root else _NEWUSER)):
        network = "cut off"
        inner = os.fork()  # the first process of the new namespace: with it, all others end
        if inner:
            os.close(pipe)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            _, status = os.waitpid(inner, 0)
            code = os.waitstatus_to_exitcode(status)
            os._exit(code if code >= 0 else 128 - code)
    if root and _readable_by_all():
        user = FIRST_USER + slot
        os.chown(folder, user, user)
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)
    _die_with_parent()
    os.chdir(folder)
    _limit(job, own_user=root and os.getuid() != 0)
    work(job, pipe, folder, token, network)


def _unshare(what: int) -> bool:
    try:
        return ctypes.CDLL(None, use_errno=True).unshare(what) == 0
    except (OSError, AttributeError):
        return False


def _die_with_parent() -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def _readable_by_all() -> bool:
    """Whether a user without rights could still read the package, the data and Python itself."""
    places = [Path(checks.__file__), data.root(), Path(sys.prefix), Path(os.__file__)]
    folders = {folder for place in places for folder in [place.resolve(), *place.resolve().parents]}
    return all(folder.stat().st_mode & (0o001 if folder.is_dir() else 0o004) for folder in folders)


def _limit(job: Job, own_user: bool) -> None:
    import resource

    def limit(kind: int, value: int) -> None:
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))

    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        have = pages * resource.getpagesize()
    except OSError:
        have = 4 << 30
    limit(resource.RLIMIT_AS, have + (job.memory_mb << 20))
    limit(resource.RLIMIT_CPU, int(job.seconds) + 1)
    limit(resource.RLIMIT_FSIZE, 20 << 20)
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_NOFILE, 300)
    if own_user:
        limit(resource.RLIMIT_NPROC, 32)


_NO_NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg",
               "socket.getaddrinfo", "socket.gethostbyname")  # fmt: skip
_NO_PROCESS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
               "os.forkpty", "os.kill", "os.killpg", "os.startfile", "pty.spawn")  # fmt: skip
_CHANGES = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.chmod", "os.chown", "os.link",
            "os.symlink", "os.truncate", "os.utime", "shutil.rmtree", "shutil.move")  # fmt: skip


def _refuse(folder: str, closed: list[str]) -> None:
    """Add Python's own refusals; an audit hook cannot be taken away again."""
    own = os.path.realpath(folder)
    allowed = [os.path.realpath(p) for p in (data.root(), Path(checks.__file__).parent, sys.prefix)]
    shut = [os.path.realpath(place) for place in closed]
    write = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    real, fspath, join = os.path.realpath, os.fspath, os.path.join
    inside: list[bool] = []

    def under(path: str, places: list[str]) -> bool:
        return any(path == place or path.startswith(join(place, "")) for place in places)

    def hook(event: str, arguments: tuple) -> None:
        if inside or not event.startswith(("socket.", "os.", "subprocess.", "open", "shutil.",
                                           "pty.", "ctypes.dlopen")):  # fmt: skip
            return
        inside.append(True)
        try:
            if event in _NO_NETWORK:
                raise PermissionError("no network while grading")
            if event in _NO_PROCESS:
                raise PermissionError("no other programs while grading")
            if event == "ctypes.dlopen" and arguments and arguments[0]:
                raise PermissionError("no foreign libraries while grading")
            if event in _CHANGES or event == "open":
                path = arguments[0] if arguments else None
                if not isinstance(path, (str, bytes, os.PathLike)):
                    return
                path = fspath(path)
                path = real(path.decode(errors="replace") if isinstance(path, bytes) else path)
                if path == os.devnull:
                    return
                flags = arguments[2] if event == "open" and len(arguments) > 2 else write
                if (flags or 0) & write and not under(path, [own]):
                    raise PermissionError("while grading, files are written in the own folder only")
                if under(path, shut) and not under(path, [own, *allowed]):
                    raise PermissionError("this folder is closed while grading")
        finally:
            inside.pop()

    sys.addaudithook(hook)


def work(job: Job, pipe: int, folder: str, token: str, network: str) -> None:
    """Run the cells of a submission and report on its tasks."""

    def say(kind: str, value: Any) -> None:
        os.write(pipe, json.dumps([token, kind, value]).encode() + b"\n")

    say("network", network)
    guard = _Guard(job.part)
    names: dict[str, Any] = {"__name__": "__main__", "display": lambda *_, **__: None}
    names["get_ipython"] = lambda: _NoShell()
    checked: set[str] = set()

    def assess(task: str) -> None:
        changed = guard.restore()
        if changed:
            say("tampered", changed)
        checked.add(task)
        say("task", [task, [guard.run(source, names)[:500] for source in job.tasks[task]]])

    class Grader:
        def check(self, question: str, *_: Any, **__: Any) -> str:
            if question in job.tasks:
                assess(question)
            return ""

        def __getattr__(self, name: str) -> Callable[..., None]:
            return lambda *_, **__: None

    guard.set_grader(lambda *_: Grader())
    _refuse(folder, job.closed)
    for number, source in enumerate(job.cells, 1):
        problem = _run_cell(source, number, names, job.cell_seconds)
        if problem:
            say("error", problem[:300])
    for task in job.tasks:
        if task not in checked:
            with _time(job.cell_seconds), contextlib.suppress(TimeUp):
                assess(task)
    say("finished", True)
    os._exit(0)


def _run_cell(source: str, number: int, names: dict[str, Any], seconds: float) -> str:
    """Run one cell; return what went wrong, in a line."""
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        code = compile(TransformerManager().transform_cell(source), f"<cell {number}>", "exec")
        with _time(seconds):
            exec(code, names)
    except TimeUp:
        return f"Code cell {number} was stopped after {seconds:g} seconds."
    except MemoryError:
        return f"Code cell {number} wanted more memory than there is."
    except SystemExit:
        return f"Code cell {number} tried to end the program."
    except BaseException as error:
        lines = traceback.format_exception_only(error)
        said = lines[-1].strip() if lines else type(error).__name__
        return f"Code cell {number}: {said}"
    return ""


@contextlib.contextmanager
def _time(seconds: float) -> Iterator[None]:
    """Let something take so long and no longer, where signals allow it."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def up(*_: Any) -> None:
        raise TimeUp

    signal.signal(signal.SIGALRM, up)
    # Again and again, since code may swallow the first.
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.5)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


class _NoShell:
    """Stands for IPython's shell: magics and shell commands do nothing while grading."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_, **__: None


class _Guard:
    """Keeps the checks as they were, whatever a submission does to the modules."""

    def __init__(self, part: str) -> None:
        own = ("checks", "data", "figures", part)
        names = [
            name
            for name in sys.modules
            if name == "three_pillars"
            or (name.startswith("three_pillars.") and name.split(".")[1] in own)
        ]
        self.run = checks.run
        self.modules = {name: sys.modules[name] for name in names}
        self.before = {name: dict(vars(module)) for name, module in self.modules.items()}

    def set_grader(self, grader: Callable[..., Any]) -> None:
        """Let notebooks open this grader instead of otter's."""
        checks.open_grader = grader
        self.before["three_pillars.checks"]["open_grader"] = grader

    def restore(self) -> str:
        """Put back what was changed, and name it."""
        changed = ""
        for name, module in self.modules.items():
            if sys.modules.get(name) is not module:
                sys.modules[name] = module
                changed = name
            now = vars(module)
            for key, value in self.before[name].items():
                if now.get(key) is not value:
                    setattr(module, key, value)
                    changed = f"{name}.{key}"
        return changed


def _main() -> None:
    """Do the same in a process of its own, where there is no fork."""
    import importlib

    message = json.loads(sys.stdin.buffer.read())
    job = Job(**message["job"])
    with contextlib.suppress(ImportError):
        importlib.import_module(f"three_pillars.{job.part}")
    pipe = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    os.chdir(message["folder"])
    work(job, pipe, message["folder"], message["token"], "refused")


if __name__ == "__main__":
    _main()
