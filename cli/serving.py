"""Serving the graph to programs and browsers of one's own machine."""

import errno
import ipaddress
import os
import socket
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from ..graph.errors import UserError
from .terminal import In, Labels, err, folder_and_store, language


def serve(
    where: In,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen at; 0.0.0.0 lets other machines in.", metavar="ADDRESS")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="The port; 0 takes a free one.", min=0, max=65535)] = 7879,
    timeout: Annotated[
        float, typer.Option("--timeout", help="Seconds that a query may take.", metavar="SECONDS", min=0.1)
    ] = 10,
    max_size: Annotated[
        float, typer.Option("--max-size", help="Megabytes that a result may have.", metavar="MB", min=0.001)
    ] = 20,
    processes: Annotated[
        int, typer.Option("--processes", help="How many queries may run at a time.", metavar="N", min=1)
    ] = 2,
    labels: Labels = "en",
) -> None:
    """Serve the graph: a read-only SPARQL 1.1 endpoint with a query page, and a page for each entity.

    Programs ask at /sparql. Entities, articles and statements are at their own paths: HTML for a browser, Turtle,
    N-Triples, JSON-LD or RDF/XML for a program. Updates, SERVICE and files are refused. It needs `liaisons[serve]`.

    Example: `liaisons serve --in out`
    """
    language(labels)
    try:
        import uvicorn

        from ..serving.app import Endpoint, Limits, application
    except ImportError as error:
        raise UserError(f"serve needs {error.name}, which is not installed: pip install 'liaisons[serve]'") from error
    _, file = folder_and_store(where)
    with tempfile.TemporaryDirectory(prefix="liaisons-") as spare:
        endpoint = Endpoint(file, Path(spare), Limits(timeout, round(max_size * 1_000_000), processes), labels)
        endpoint.current()
        alone = _loopback(host)
        if not alone:
            err.print(Text(f"{host} lets other machines in: there is no password, and no encryption", style="yellow"))
        hosts = ["localhost", "127.0.0.1", "[::1]", "::1", host, *endpoint.hosts()] if alone else ["*"]
        config = uvicorn.Config(
            application(endpoint, hosts),
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        listening = _bound(host, port)
        shown = f"[{host}]" if ":" in host else host
        err.print(Text(f"http://{shown}:{listening.getsockname()[1]}/  (end with Ctrl-C)"))
        uvicorn.Server(config).run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    """A socket at this address; `UserError` where it cannot be had, with a port to try where that is why."""
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    if os.name == "posix":  # elsewhere it lets two servers have one port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # two may bind, only one may listen
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            why = f"port {port} of {host} is taken by another program"
            raise UserError(f"{why}; take another with --port, or a free one with --port 0") from error
        raise UserError(f"cannot listen at {host}, port {port} ({error.strerror or error})") from error
    listening.set_inheritable(True)
    return listening


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
