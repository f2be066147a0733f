"""Pushing: a graph that was built, into a triple store that runs elsewhere."""

import os
import platform
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from ..graph.errors import UserError
from .terminal import count, err, folder_and_store, open_graph, out, progress_bars
from .working import Quiet, print_note

if TYPE_CHECKING:
    import httpx

    from ..exports.endpoints import Scheme, Via
    from ..exports.push import Change

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_BATCH, _TIMEOUT, _ATTEMPTS = 20_000, 300, 5


def push(
    url: Annotated[
        str | None,
        typer.Argument(help="The address of the triple store, such as http://localhost:7878.", show_default=False),
    ] = None,
    where: Annotated[
        Path | None, typer.Option("--in", help="The folder that `liaisons build` wrote, or its store.", metavar="OUT")
    ] = None,
    store: Annotated[
        str, typer.Option("--store", help="The kind of triple store; --list names them.", metavar="NAME")
    ] = "oxigraph",
    user: Annotated[str | None, typer.Option("--user", help="The user's name.", metavar="NAME")] = None,
    password: Annotated[
        str | None,
        typer.Option(
            "--password", help="The password; better in LIAISONS_PASSWORD.", envvar="LIAISONS_PASSWORD", metavar="WORD"
        ),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option("--token", help="A bearer token; better in LIAISONS_TOKEN.", envvar="LIAISONS_TOKEN"),
    ] = None,
    auth: Annotated[
        str | None,
        typer.Option("--auth", help="How the password is sent: basic or digest; as usual for the store unless given."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say which graphs would be sent or removed, and change nothing.")
    ] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Leave graphs of articles in the store that are no longer in OUT.")
    ] = False,
    graph: Annotated[
        str | None,
        typer.Option(
            "--graph",
            help="The named graph for dataset, entities and articles; `dataset` under the base.",
            metavar="IRI",
        ),
    ] = None,
    via: Annotated[
        str | None,
        typer.Option("--via", help="update (SPARQL Update) or graph-store (Graph Store Protocol); best for the store."),
    ] = None,
    query_url: Annotated[
        str | None, typer.Option("--query-url", help="Another address for queries.", metavar="URL")
    ] = None,
    update_url: Annotated[
        str | None, typer.Option("--update-url", help="Another address for updates.", metavar="URL")
    ] = None,
    graph_store_url: Annotated[
        str | None, typer.Option("--graph-store-url", help="Another address for graphs.", metavar="URL")
    ] = None,
    batch: Annotated[int, typer.Option("--batch", help="Triples in a request.", min=1)] = _BATCH,
    timeout: Annotated[int, typer.Option("--timeout", help="Seconds for each request.", min=1)] = _TIMEOUT,
    attempts: Annotated[
        int, typer.Option("--attempts", help="How often a request that fails is sent, with growing pauses.", min=1)
    ] = _ATTEMPTS,
    wait: Annotated[
        bool, typer.Option("--wait", help="Where this folder is being pushed to this store already, wait for the end.")
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="List the kinds of triple stores and exit.")] = False,
    quiet: Quiet = False,
) -> None:
    """Bring a triple store up to date with the graph: what changed is sent, what is gone is removed.

    The store keeps a manifest of our named graphs with their checksums. A push that was cut off goes on when the same
    command is given again; a graph that is not whole is never taken for whole. One folder is pushed to one store by one
    command at a time. Exit status: 0, or 2 when the store is not up to date.

    Example: `liaisons push http://localhost:7878 --in out`

    Example: `LIAISONS_PASSWORD=dba liaisons push http://localhost:8890 --store virtuoso --user dba --in out`
    """
    from ..exports import rdf
    from ..exports.endpoints import KINDS, Via
    from ..exports.formats import Options
    from ..exports.lock import pushing
    from ..exports.push import Change, Plan
    from ..exports.push import push as pushed
    from ..exports.remote import Remote
    from ..graph import store as stores

    if listed:
        table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
        for each in KINDS.values():
            table.add_row(each.name, each.address, "tested" if each.tested else "not tested")
        out.print(table, soft_wrap=False)
        return
    if url is None or where is None:
        raise UserError("push needs the address of a triple store and --in OUT, the folder that `liaisons build` wrote")
    kind = KINDS.get(store)
    if kind is None:
        raise UserError(f"no kind of triple store {store!r}; there are {', '.join(KINDS)}")
    endpoints = kind.at(url).renamed(query_url, update_url, graph_store_url)
    how = Via(_one_of(via, Via, "--via")) if via else kind.via
    identity = _identity(user, password, token, auth or kind.scheme)
    if identity is not None and _in_the_clear(endpoints.update):
        print_note(f"{endpoints.update}: password or token go over the network unencrypted; better https")
    _, file = folder_and_store(where)
    options = Options.stored(stores.parameters(file))
    whole = open_graph(where, float(stores.parameters(file).get("min_confidence", 0)))
    plan = Plan(options.base, graph or "", how, batch, keep, dry_run)
    quads = rdf.quads(whole, options.rdf)
    done: Counter[Change] = Counter()
    triples = 0
    with (
        nullcontext() if dry_run else pushing(file.parent, endpoints.update, _who(), _waiting if wait else None),
        progress_bars(quiet) as progress,
        Remote(endpoints, auth=identity, timeout=timeout, attempts=attempts, notice=_told(quiet)) as remote,
    ):
        task = progress.add_task("Comparing" if dry_run else "Pushing", total=len(whole.articles) + 1)
        try:
            for step in pushed(quads, remote, plan):
                done[step.change] += 1
                if step.change not in {Change.UNCHANGED, Change.REMOVED}:
                    triples += step.entry.triples
                if dry_run and step.change is not Change.UNCHANGED:
                    out.print(Text(f"{step.change:<10} {step.entry.graph}"))
                progress.update(task, advance=1)
        except UserError as error:
            raise UserError(f"{error}{_so_far(done)}") from error
        except KeyboardInterrupt:
            err.print(Text(f"stopped{_so_far(done)}", style="yellow"))
            raise typer.Exit(130) from None
    words = ", ".join(f"{done[change]} {change}" for change in Change if done[change])
    what = f"{count(sum(done.values()), 'graph')}: {words or 'nothing to do'}; {count(triples, 'triple')}"
    if dry_run:
        out.print(Text(f"{what} to send; nothing was changed", style="dim"))
    elif not quiet:
        out.print(Text(f"{what} sent"))


def _who() -> str:
    """This command, for whoever finds it at work."""
    return f"process {os.getpid()} on {platform.node() or 'this machine'}, since {datetime.now():%Y-%m-%d %H:%M:%S}"


def _waiting(holder: str) -> None:
    print_note(f"waiting for {holder}")


def _so_far(done: "Counter[Change]") -> str:
    complete = sum(done.values())
    return (
        f"; {count(complete, 'graph')} complete in the store, and the same command goes on from there"
        if complete
        else ""
    )


def _identity(user: str | None, password: str | None, token: str | None, scheme: str) -> "httpx.Auth | None":
    """What is sent to tell who asks; the password is asked for where it is not given."""
    import httpx

    from ..exports.endpoints import Scheme
    from ..exports.remote import Bearer

    _one_of(scheme, Scheme, "--auth")
    if token and not user:
        return Bearer(token)
    if token:
        raise UserError("give either --user with a password or a token")
    if not user:
        return None
    if password is None:
        password = typer.prompt(f"Password of {user}", hide_input=True, err=True)
    return httpx.DigestAuth(user, password) if scheme == Scheme.DIGEST else httpx.BasicAuth(user, password)


def _one_of(value: str, known: "type[Via] | type[Scheme]", option: str) -> str:
    if value not in list(known):
        raise UserError(f"{option} takes {' or '.join(known)}, not {value!r}")
    return value


def _in_the_clear(address: str) -> bool:
    import httpx

    parsed = httpx.URL(address)
    return parsed.scheme == "http" and parsed.host not in _LOCAL


def _told(quiet: bool) -> Callable[[str], None]:
    return (lambda _: None) if quiet else print_note
