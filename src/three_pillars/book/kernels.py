"""Kernels of a build: forks of a process that has loaded everything.

To start Python and to import pandas and Altair costs more processor time than most chapters do,
and a build has some twenty kernels. Each fork is still a kernel of its own: it shares no names and
no changes with any other.

What draws has threads, which no fork takes along: a fork of a process that has drawn would wait for
them for ever. So each process that reads pages forks a nursery before it reads its first one. The
nursery never draws; it only forks kernels.
"""

from __future__ import annotations

import asyncio
import importlib
import multiprocessing
import os
import signal
import sys
import time
import traceback
import warnings
from multiprocessing.connection import Connection
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

NAME = "three-pillars-fork"
"""Under this name pyproject.toml registers `ForkedKernel` with Jupyter."""


def fork_kernels() -> None:
    """Let all kernels of this process and its children be forks, where that is safe.

    macOS has libraries that do not bear a fork, and Windows has none: kernels start as usual there.
    """
    if not sys.platform.startswith("linux"):
        return
    import altair  # noqa: F401
    from ipykernel import kernelapp  # noqa: F401

    KernelProvisionerFactory.instance().default_provisioner_name = NAME


class ForkedKernel(LocalProvisioner):
    """Starts a kernel as a fork; all else is as with a local kernel."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Have a kernel forked that serves the connection file of the command.

        Args:
            cmd: the command of the kernel's specification; only its arguments count.
            kwargs: ``cwd`` and ``env``, as for `subprocess.Popen`; the rest is for starting anew.
        """
        arguments = cmd[cmd.index("-f") :]
        self.process = _nursery().fork(arguments, kwargs.get("cwd"), kwargs.get("env"))
        self.pid = self.pgid = self.process.pid
        return self.connection_info


class _Nursery:
    """The process that forks the kernels of the process which made it, and ends with it."""

    def __init__(self) -> None:
        fork = multiprocessing.get_context("fork")
        self._here, there = fork.Pipe()
        fork.Process(target=_raise, args=(self._here, there), daemon=True).start()
        there.close()

    def ask(self, *request: Any) -> Any:
        self._here.send(request)
        return self._here.recv()

    def fork(self, *start: Any) -> _Fork:
        return _Fork(self, self.ask("fork", start))


class _Fork:
    """A kernel, which answers to what is asked of a `subprocess.Popen`."""

    stdin = stdout = stderr = None

    def __init__(self, nursery: _Nursery, pid: int):
        self.pid, self.returncode = pid, None
        self._nursery = nursery

    def poll(self) -> int | None:
        if self.returncode is None:
            self.returncode = self._nursery.ask("poll", self.pid)
        return self.returncode

    def wait(self) -> int | None:
        while self.poll() is None:
            time.sleep(0.02)
        return self.returncode

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)


_nurseries: dict[int, _Nursery] = {}  # by the process that made it: a fork needs one of its own


def _nursery() -> _Nursery:
    if os.getpid() not in _nurseries:
        _nurseries[os.getpid()] = _Nursery()
    return _nurseries[os.getpid()]


def _raise(theirs: Connection, asked: Connection) -> None:
    """Fork kernels, and say which have ended, until nobody can ask any more."""
    theirs.close()
    # Whoever runs a notebook handles these signals, and would keep a nursery from ending.
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    while True:
        try:
            what, given = asked.recv()
        except EOFError:
            return
        if what == "poll":
            ended, status = os.waitpid(given, os.WNOHANG)
            asked.send(os.waitstatus_to_exitcode(status) if ended else None)
        elif pid := os.fork():
            asked.send(pid)
        else:
            asked.close()
            _serve_and_end(*given)


def _serve_and_end(*start: Any) -> None:
    try:
        _serve(*start)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)  # not on into what the forked process would do next


def _serve(arguments: list[str], folder: str | None, environment: dict[str, str] | None) -> None:
    """Be a kernel: its own session, folder and event loop, and warnings that a page would show."""
    from altair.utils import schemapi
    from ipykernel.kernelapp import IPKernelApp

    os.setsid()
    os.chdir(folder or ".")
    if environment is not None:
        os.environ.clear()
        os.environ.update(environment)
    importlib.reload(warnings)  # whoever catches them here would keep them from the page
    asyncio.set_event_loop(asyncio.new_event_loop())
    # It ends with its parent, whose number it otherwise reads when it is imported.
    arguments = [*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"]
    # Altair checks each part of a chart as it is made, and the whole again: the whole is enough.
    schemapi.DEBUG_MODE = False
    sys.argv = ["ipykernel_launcher.py", *arguments]
    IPKernelApp.launch_instance(arguments)
