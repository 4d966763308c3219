"""Hand the built book out, plain or with Python: to this machine, or to a class in one network.

python -m three_pillars.site.serve --host 0.0.0.0 --port 8000
"""

from __future__ import annotations

import argparse
import asyncio
import mimetypes
import re
import signal
import socket
import sys
from pathlib import Path

import tornado.httpserver
import tornado.netutil
import tornado.web

from ..console import bear_any_console
from .build import BOOK, OUT
from .errors import SiteError
from .pages import POLICY

QUEUE = 512
"""Connections that may wait: thirty first visits at once are some three thousand requests. The
default of Python's own server is 5, and then browsers give up."""

TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ipynb": "application/json",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".pack": "application/octet-stream",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
}
"""Types of files by their endings; those of a machine's own list may be wrong."""

_FOR_EVER = re.compile(r"-[0-9a-f]{8}\.pack$|/(build|static)/[\w.-]+\.[0-9a-f]{12,}\.js$|[?&]v=")


class Pages(tornado.web.StaticFileHandler):
    """Serves files: with their types, compressed where a twin lies beside, kept by browsers."""

    def set_default_headers(self) -> None:
        """Name what a page may load, and let no browser guess a type."""
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Server", "three-pillars")

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """Return the file to send: the compressed twin if the browser takes it."""
        path = super().validate_absolute_path(root, absolute_path)
        self.plain = path
        if path and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            twin = Path(f"{path}.gz")
            if twin.is_file():
                return super().validate_absolute_path(root, str(twin))
        return path

    def set_extra_headers(self, path: str) -> None:
        """Say how the file is packed and how long it may be kept."""
        self.set_header("Vary", "Accept-Encoding")
        if self.absolute_path != self.plain:
            self.set_header("Content-Encoding", "gzip")
        # What carries its version in its name stays; of all else a browser asks whether it changed.
        lasting = _FOR_EVER.search(self.request.uri or "")
        self.set_header(
            "Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-cache"
        )

    def get_cache_time(self, path: str, modified: object, mime_type: str) -> int:
        """Leave `Cache-Control` to `set_extra_headers`."""
        return 0

    def get_content_type(self) -> str:
        """Return the type of the file as it is unpacked."""
        ending = Path(self.plain or "").suffix
        kind = TYPES.get(ending) or mimetypes.guess_type(self.plain or "")[0]
        kind = kind or "application/octet-stream"
        return f"{kind}; charset=utf-8" if kind.startswith(("text/", "image/svg")) else kind


def listen(folder: Path, host: str, port: int) -> tuple[tornado.httpserver.HTTPServer, int]:
    """Begin to serve a folder in the running event loop; return the server and its port.

    Args:
        folder: what is served.
        host: the address of this machine to listen on, such as ``"127.0.0.1"``.
        port: the port; 0 for any that is free.

    Raises:
        SiteError: the port is taken, or the address is not this machine's.
    """
    handler = [(r"/(.*)", Pages, {"path": str(folder), "default_filename": "index.html"})]
    application = tornado.web.Application(handler, log_function=lambda _: None)
    try:
        sockets = tornado.netutil.bind_sockets(port, host, socket.AF_INET, backlog=QUEUE)
    except OSError as error:
        raise SiteError(
            f"{host}:{port} cannot be used ({error.strerror}): choose another, PORT={port + 1}."
        ) from None
    server = tornado.httpserver.HTTPServer(application)
    server.add_sockets(sockets)
    return server, sockets[0].getsockname()[1]


def own_address() -> str:
    """Return the address under which others in the network find this machine.

    Nothing is sent: the system only says by which way it would.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))
            return asked.getsockname()[0]
        except OSError:
            return socket.gethostbyname(socket.gethostname())


def _invite(address: str) -> None:
    """Print the address for a class, and the same as a QR code for phones."""
    import segno  # only for a class

    print(f"Your class finds the book at {address}")
    try:
        "█▀▄".encode(sys.stdout.encoding or "ascii")
    except UnicodeError:
        return  # a code of question marks cannot be read
    segno.make(address, error="l").terminal(compact=True, border=2)


async def _serve(folder: Path, host: str, port: int) -> None:
    if not (folder / "index.html").is_file():
        raise SiteError(f"there is no book in {folder}: run make book first.")
    _, port = listen(folder, host, port)
    if host == "0.0.0.0":
        _invite(f"http://{own_address()}:{port}/")
    else:
        print(f"The book is at http://{host}:{port}/")
    kind = "with Python inside" if (folder / "lite" / "py").is_dir() else "to read"
    print(f"It is the book {kind}; press Ctrl+C to end.", flush=True)
    over = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, over.set)
    await over.wait()


def main(arguments: list[str] | None = None) -> int:
    """Serve until Ctrl+C; return 1 with a sentence if it cannot be done."""
    bear_any_console()
    parser = argparse.ArgumentParser(description="Serve the built book.")
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 for a class in one network")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--folder", type=Path, help="by default the site if made, else the book")
    given = parser.parse_args(arguments)
    folder = given.folder or (OUT if (OUT / "index.html").is_file() else BOOK)
    try:
        asyncio.run(_serve(folder.resolve(), given.host, given.port))
    except SiteError as error:
        print(f"The book is not served: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
