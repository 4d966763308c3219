"""Kernels of a build: forks of the process that reads the page, which has loaded everything.

To start Python and to import pandas and Altair costs more processor time than most chapters do,
and a build has some twenty kernels. Each fork is still a kernel of its own: it shares no names and
no changes with any other.
"""

from __future__ import annotations

import asyncio
import importlib
import multiprocessing
import os
import sys
import warnings
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
    import vl_convert  # noqa: F401
    from ipykernel import kernelapp  # noqa: F401

    KernelProvisionerFactory.instance().default_provisioner_name = NAME


class ForkedKernel(LocalProvisioner):
    """Starts a kernel as a fork of this process; all else is as with a local kernel."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork, and serve the connection file that the command names.

        Args:
            cmd: the command of the kernel's specification; only its arguments count.
            kwargs: ``cwd`` and ``env``, as for `subprocess.Popen`; the rest is for starting anew.
        """
        arguments = cmd[cmd.index("-f") :]
        self.process = _Fork(target=_serve, args=(arguments, kwargs.get("cwd"), kwargs.get("env")))
        self.process.start()
        self.pid = self.pgid = self.process.pid
        return self.connection_info


class _Fork(multiprocessing.get_context("fork").Process):
    """A process that also answers to what is asked of a `subprocess.Popen`."""

    stdin = stdout = stderr = None

    def poll(self) -> int | None:
        return self.exitcode

    def wait(self) -> int | None:
        self.join()
        return self.exitcode

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)


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
