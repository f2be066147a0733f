"""Real triple stores, started for the tests on loopback, and a server that misbehaves on purpose."""

import atexit
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread

import httpx
import pytest

from liaisons.exports.endpoints import KINDS, Endpoints, Kind
from liaisons.exports.remote import Remote

_PATIENCE = 60  # seconds until a server answers


@dataclass
class Server:
    """A triple store that runs, can be killed, and started again on what it had written."""

    kind: Kind
    url: str
    command: list[str]
    folder: Path
    auth: httpx.Auth | None = None
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def endpoints(self) -> Endpoints:
        return self.kind.at(self.url)

    def start(self) -> "Server":
        with (self.folder / "output.log").open("ab") as log:
            self.process = subprocess.Popen(self.command, cwd=self.folder, stdout=log, stderr=log)
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                httpx.get(self.url)
                return self
            except httpx.TransportError:
                time.sleep(0.1)
        raise RuntimeError((self.folder / "output.log").read_text(encoding="utf-8", errors="replace"))

    def kill(self) -> None:
        """The end of a server without a farewell (SIGKILL)."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        for lock in self.folder.glob("*.lck"):  # of Virtuoso
            lock.unlink()

    def remote(self, **options: object) -> Remote:
        return Remote(self.endpoints, auth=self.auth, wait=lambda _: None, **options)  # type: ignore[arg-type]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _oxigraph(folder: Path) -> Server:
    program = Path(sys.executable).with_name("oxigraph")
    if not program.exists():
        pytest.skip("the Oxigraph server is not installed: pip install oxigraph, or make test-stores")
    address = f"127.0.0.1:{_free_port()}"
    command = [str(program), "serve", "--location", str(folder / "data"), "--bind", address, "--union-default-graph"]
    return Server(KINDS["oxigraph"], f"http://{address}", command, folder)


_VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CheckpointInterval = 60
NumberOfBuffers = 4000
MaxDirtyBuffers = 2500
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 10000
"""


@cache
def _fresh(program: str) -> Path:
    """A folder with a new database of Virtuoso, which takes it seconds to make; it is copied."""
    folder = Path(mkdtemp(prefix="virtuoso-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    server = _configured(program, folder).start()
    assert server.process is not None
    server.process.terminate()
    server.process.wait(_PATIENCE)
    return folder


def _virtuoso(folder: Path) -> Server:
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource, or make test-stores")
    shutil.copytree(_fresh(program), folder, dirs_exist_ok=True)
    return _configured(program, folder)


def _configured(program: str, folder: Path) -> Server:
    http = _free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(sql=_free_port(), http=http), encoding="utf-8")
    command = [program, "+configfile", "virtuoso.ini", "+foreground"]
    return Server(KINDS["virtuoso"], f"http://127.0.0.1:{http}", command, folder, httpx.DigestAuth("dba", "dba"))


Start = Callable[[Path], Server]


@pytest.fixture(scope="session", params=[_oxigraph, _virtuoso], ids=["oxigraph", "virtuoso"])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Each of the stores; the tests use bases of their own in it."""
    start: Start = request.param
    server = start(tmp_path_factory.mktemp("store")).start()
    yield server
    server.kill()


@pytest.fixture(scope="module", params=[_oxigraph, _virtuoso], ids=["oxigraph", "virtuoso"])
def alone(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Each of the stores, with nothing in it, for queries over all that a store has."""
    start: Start = request.param
    server = start(tmp_path_factory.mktemp("alone")).start()
    yield server
    server.kill()


@pytest.fixture(params=[_oxigraph, _virtuoso], ids=["oxigraph", "virtuoso"])
def mortal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """Each of the stores, for a test that kills it."""
    start: Start = request.param
    server = start(tmp_path).start()
    yield server
    server.kill()


@dataclass
class Script:
    """A web server that answers each request with the next of these: (status, headers, body)."""

    url: str
    answers: list[tuple[int, dict[str, str], str]] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    delay: float = 0


@pytest.fixture
def script() -> Iterator[Script]:
    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            found.requests.append(f"{self.command} {self.path} {self.headers.get('Authorization', '')}".rstrip())
            time.sleep(found.delay)
            status, headers, body = found.answers.pop(0) if len(found.answers) > 1 else found.answers[0]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        do_GET = do_POST = do_PUT = answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Script(f"http://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()
