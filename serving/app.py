"""The endpoint: the SPARQL 1.1 Protocol for queries, pages, and the IRIs of the dataset (Starlette)."""

import contextlib
import threading
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import anyio
import anyio.to_process
import anyio.to_thread
from pyoxigraph import NamedNode
from starlette.applications import Starlette
from starlette.convertors import PathConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ..exports.embedded import Embedded, open_store
from ..exports.iris import BASE, encode, is_iri
from ..exports.library import NamedQuery, Term, bind, library, terms
from ..exports.refusal import RefusedError
from ..graph import store as graph_store
from ..graph.errors import UserError
from . import media, pages
from .worker import Answer, FormatError, TooLargeError, Wanted, answer

QUERY = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"
BODY = 1_000_000
"""Bytes of a request."""
ROWS = 1000
"""Rows on a page."""

_WAITING = 32  # requests that wait for a process, before others are sent away
_FORMS = tuple(dict.fromkeys([*media.RESULTS.values(), *media.TRIPLES.values()]))
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may cost: seconds, and bytes of its result; how many run at a time."""

    seconds: float = 10
    size: int = 20_000_000
    processes: int = 2


@dataclass
class Endpoint:
    """A graph that is served; the store is opened anew where the graph has changed since.

    `spare` is a folder for the store where none can be written beside the graph.
    """

    file: Path
    spare: Path
    limits: Limits = field(default_factory=Limits)
    labels: str = "en"
    _seen: tuple[int, int, int] | None = None
    _embedded: Embedded | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.base = graph_store.parameters(self.file).get("base", BASE)

    def hosts(self) -> list[str]:
        """The host of the base, for a proxy that passes its requests on."""
        return [name for name in [urlsplit(self.base).hostname] if name]

    def current(self) -> Embedded:
        """The store of the graph as it is now, or as it was while it cannot be read."""
        with self._lock:
            state = self._state()
            if self._embedded is None or (state is not None and state != self._seen):
                try:
                    self._embedded = open_store(self.file, self.spare)
                    self.base = graph_store.parameters(self.file).get("base", BASE)
                except UserError:
                    if self._embedded is None:
                        raise
                self._seen = state
            return self._embedded

    def _state(self) -> tuple[int, int, int] | None:
        with contextlib.suppress(OSError):
            found = self.file.stat()
            return found.st_mtime_ns, found.st_size, found.st_ino
        return None

    async def ask(self, wanted: Wanted) -> Answer:
        """The answer of a process of its own. `HTTPException` for what is refused, is no query, or costs too much."""
        embedded = await anyio.to_thread.run_sync(self.current)
        if embedded.path is None:
            raise HTTPException(503, "there is no disk where the store of this endpoint can be written")
        if self._running.statistics().tasks_waiting >= _WAITING:
            raise HTTPException(503, "too many queries at the moment", {"Retry-After": "5"})
        async with self._running:
            try:
                with anyio.fail_after(self.limits.seconds):
                    return await anyio.to_process.run_sync(
                        answer, str(embedded.path), wanted, cancellable=True, limiter=self._processes
                    )
            except TimeoutError as error:
                seconds = f"{self.limits.seconds:g} seconds"
                raise HTTPException(503, f"the query took longer than {seconds}; narrow it, or add LIMIT") from error
            except RefusedError as error:
                raise HTTPException(403, str(error)) from error
            except TooLargeError as error:
                size = f"{self.limits.size:,} bytes".replace(",", " ")
                raise HTTPException(403, f"the result is larger than {size}; narrow the query, or add LIMIT") from error
            except anyio.BrokenWorkerProcess as error:
                raise HTTPException(503, "the query needed more memory than it may have; narrow it") from error
            except FormatError as error:
                raise HTTPException(406, "no format that you accept is one for the results of this query") from error
            except UserError as error:
                raise HTTPException(400, str(error)) from error

    @contextlib.asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        self._running = anyio.CapacityLimiter(self.limits.processes)
        self._processes = anyio.CapacityLimiter(self.limits.processes + 1)
        embedded = await anyio.to_thread.run_sync(self.current)
        if embedded.path is not None:  # the first query need not wait for a process
            await anyio.to_process.run_sync(answer, str(embedded.path), Wanted("ASK {}", "json", "", 1000))
        yield

    # --- the protocol -------------------------------------------------------------------------------------------------

    async def sparql(self, request: Request) -> Response:
        """SPARQL 1.1 Protocol, 2.1: the three ways to send a query."""
        fields = list(request.query_params.multi_items())
        if request.method == "POST":
            kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
            body = await _body(request)
            if kind == "application/sparql-update":
                raise HTTPException(403, "this endpoint takes no updates: it is read-only")
            if kind == QUERY:
                fields.append(("query", body))
            elif kind == FORM:
                fields += _fields(body)
            else:
                raise HTTPException(415, f"a query comes as {QUERY} or {FORM}")
        if any(name == "update" for name, _ in fields):
            raise HTTPException(403, "this endpoint takes no updates: it is read-only")
        queries = [value for name, value in fields if name == "query"]
        if len(queries) > 1:
            raise HTTPException(400, "more than one query")
        graphs = {
            name: tuple(_iri(value) for key, value in fields if key == f"{name}-graph-uri")
            for name in ("default", "named")
        }
        wanted = Wanted("", "", "", 0, graphs["default"], graphs["named"])
        if not queries:
            return self._description(request)
        return await self._answered(request, replace(wanted, text=queries[0]), dict(fields).get("format", ""))

    async def _answered(self, request: Request, wanted: Wanted, form: str, named: NamedQuery | None = None) -> Response:
        accept = request.headers.get("accept", "")
        if form and form not in _FORMS:
            raise HTTPException(400, f"no format {form!r}; there are {', '.join(_FORMS)}")
        results = form or media.wanted(accept, media.RESULTS, page=True)
        triples = form or media.wanted(accept, media.TRIPLES, page=False)
        if results == "page":
            rows = await self.ask(replace(wanted, results="rows", limit=ROWS))
            given = dict(request.query_params)
            return _page(pages.answered(self, wanted.text, rows, named, given, str(request.url.query)))
        if not results and not triples:
            raise HTTPException(406, "results come as JSON, XML, CSV, TSV or HTML, triples as Turtle, N-Triples…")
        found = await self.ask(replace(wanted, results=results, triples=triples, limit=self.limits.size))
        # a name that both kinds have, such as "json", is that of the kind that the answer is
        known = media.TRIPLES if found.triples else media.RESULTS
        return Response(found.body, headers=_HEADERS, media_type=media.media_type(found.form, known))

    def _description(self, request: Request) -> Response:
        """A request without a query: a page, or the description of the service (SPARQL 1.1 Service Description)."""
        form = media.wanted(request.headers.get("accept", ""), {"text/turtle": "turtle"}, page=True)
        if form == "page":
            return _page(pages.start(self))
        if not form:
            raise HTTPException(406, "the description of the service comes as Turtle or HTML")
        text = pages.description(str(request.url.replace(query="")))
        return Response(text, headers=_HEADERS, media_type="text/turtle; charset=utf-8")

    # --- pages and the IRIs of the dataset ----------------------------------------------------------------------------

    async def start(self, request: Request) -> Response:
        return _page(pages.start(self))

    async def style(self, request: Request) -> Response:
        return Response(pages.style(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})

    async def named(self, request: Request) -> Response:
        """A named query: its form, and what it gives with the parameters of the address."""
        query = library().get(request.path_params["name"])
        if query is None:
            raise HTTPException(404, f"no query called {request.path_params['name']!r}")
        given = {k: v for k, v in request.query_params.items() if v and k != "format"}
        if any(p.required and p.name not in given for p in query.parameters):
            return _page(pages.answered(self, query.text, None, query, given, ""))
        try:
            values = await anyio.to_thread.run_sync(terms, query, given, self.file)
            text = query.bound(values)
        except UserError as error:
            raise HTTPException(400, str(error)) from error
        return await self._answered(request, Wanted(text, "", "", 0), request.query_params.get("format", ""), query)

    async def resource(self, request: Request) -> Response:
        """What the dataset says of an IRI: one under its base, by its path, or any, by `?iri=`."""
        if "iri" in request.query_params:
            iri = _iri(request.query_params["iri"])
        else:
            path = unquote(request.scope.get("raw_path", b"").decode("ascii").partition("?")[0]).lstrip("/")
            prefix = unquote(urlsplit(self.base).path).lstrip("/")
            iri = self.base + encode(path.removeprefix(prefix) if prefix else path)
            _iri(iri)
        it: Mapping[str, Term] = {"it": NamedNode(iri)}
        known = await self.ask(Wanted(bind(pages.KNOWN, it), "rows", "", 1))
        if known.rows[0][0][1] != "true":
            raise HTTPException(404, f"nothing is said of {iri} here")
        form = request.query_params.get("format", "") or media.wanted(
            request.headers.get("accept", ""), media.TRIPLES, page=True
        )
        if form == "page":
            parts = [await self.ask(Wanted(bind(query, it), "rows", "", ROWS)) for query in pages.ABOUT]
            return _page(pages.resource(self, iri, parts))
        if form not in media.TRIPLES.values():
            raise HTTPException(406, "this comes as HTML, Turtle, N-Triples, JSON-LD or RDF/XML")
        found = await self.ask(Wanted(bind(pages.TRIPLES, it), "", form, self.limits.size))
        return Response(found.body, headers=_HEADERS, media_type=media.media_type(form, media.TRIPLES))


def application(endpoint: Endpoint, hosts: Sequence[str]) -> Starlette:
    """The application. Only requests for these hosts are answered ("*": for any).

    Otherwise a page from elsewhere could reach it by a name of its own that it has lead here (DNS rebinding).
    """
    routes = [
        Route("/", endpoint.start),
        Route("/sparql", endpoint.sparql, methods=["GET", "POST"]),
        Route("/style.css", endpoint.style),
        Route("/queries/{name}", endpoint.named),
        Route("/describe", endpoint.resource),
        Route("/{path:anything}", endpoint.resource),
    ]
    return Starlette(
        routes=routes,
        lifespan=endpoint.lifespan,
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)],
        exception_handlers={HTTPException: _wrong},
    )


class _Anything(PathConvertor):
    """A path with whatever is in it: Starlette's own ends at a newline, which an identifier may have."""

    regex = "(?s:.*)"


register_url_convertor("anything", _Anything())


def _page(text: str) -> Response:
    return Response(text, media_type="text/html; charset=utf-8", headers=_HEADERS)


async def _wrong(request: Request, error: Exception) -> Response:
    """What went wrong in one sentence: as a page for browsers, or else as text."""
    assert isinstance(error, HTTPException)
    headers = {**_HEADERS, **(error.headers or {})}
    if media.wanted(request.headers.get("accept", ""), {"text/plain": "text"}, page=True) == "page":
        return Response(
            pages.wrong(error.status_code, error.detail), error.status_code, headers, "text/html; charset=utf-8"
        )
    return PlainTextResponse(error.detail + "\n", error.status_code, headers)


async def _body(request: Request) -> str:
    found = b""
    async for chunk in request.stream():
        found += chunk
        if len(found) > BODY:
            raise HTTPException(413, f"a request may have {BODY // 1000} kB")
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the request is not UTF-8") from error


def _fields(body: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(body, keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise HTTPException(400, f"the form cannot be read ({error})") from error


def _iri(text: str) -> str:
    if not is_iri(text):
        raise HTTPException(400, f"not an absolute IRI: {text!r}")
    return text
