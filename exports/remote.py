"""Speaking to a triple store over HTTP: queries, updates and graphs, with authentication, retries and clear errors."""

import time
from collections.abc import Callable, Collection, Generator, Mapping
from types import TracebackType

import httpx
import pyoxigraph

from ..graph.errors import UserError
from .endpoints import Endpoints

_RESULTS = "application/sparql-results+json"
_PASSING = frozenset({408, 429, 500, 502, 503, 504})
"""What may go well the next time; 500 because Virtuoso gives it for a deadlock."""
_LONGEST = 60.0  # seconds that a Retry-After may ask for


class Bearer(httpx.Auth):
    """A bearer token (RFC 6750); `UserError` for what can be none."""

    def __init__(self, token: str) -> None:
        if not token.isascii() or not token.isprintable():
            raise UserError("a token is of ASCII characters, in one line")
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class Remote:
    """A triple store at its endpoints.

    A request that gets no answer, or one that may pass, is sent again after 0.5 seconds, then after twice as long each
    time, `attempts` times in all. All requests may be repeated: they set what is there, or add what is there already.
    `timeout` is in seconds and for each request. All that can go wrong is a `UserError`.
    """

    def __init__(
        self,
        endpoints: Endpoints,
        *,
        auth: httpx.Auth | None = None,
        timeout: float = 300,
        attempts: int = 5,
        wait: Callable[[float], None] = time.sleep,
        notice: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.endpoints = endpoints
        self._client = httpx.Client(auth=auth, timeout=timeout, headers={"User-Agent": "liaisons"})
        self._known_user = auth is not None
        self._timeout, self._attempts, self._wait, self._notice = timeout, attempts, wait, notice

    def __enter__(self) -> "Remote":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def select(self, query: str) -> list[dict[str, str]]:
        """The solutions of a SELECT, each value as plain text; what is unbound is missing."""
        response = self._send("POST", self.endpoints.query, data={"query": query}, headers={"Accept": _RESULTS})
        try:
            found = pyoxigraph.parse_query_results(response.content, pyoxigraph.QueryResultsFormat.JSON)
            assert isinstance(found, pyoxigraph.QuerySolutions)
            names = [variable.value for variable in found.variables]
            rows = [{name: row[name] for name in names} for row in found]
        except (SyntaxError, ValueError, AssertionError) as error:
            raise UserError(
                f"{self.endpoints.query}: answers, but not as a SPARQL endpoint does; see --store"
            ) from error
        return [
            {name: str(getattr(value, "value", value)) for name, value in row.items() if value is not None}
            for row in rows
        ]

    def update(self, text: str) -> None:
        """Carry out a SPARQL 1.1 update."""
        headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
        self._send("POST", self.endpoints.update, content=text.encode(), headers=headers)

    def put(self, graph: str, triples: bytes, *, more: bool = False) -> None:
        """Make these N-Triples the named graph, or with `more` add them to it (Graph Store HTTP Protocol, 5.3, 5.5)."""
        self._send(
            "POST" if more else "PUT",
            self.endpoints.graph_store,
            params={"graph": graph},
            content=triples,
            headers={"Content-Type": "application/n-triples"},
        )

    def delete(self, graph: str) -> None:
        """Have no such named graph (Graph Store HTTP Protocol, 5.4)."""
        self._send("DELETE", self.endpoints.graph_store, params={"graph": graph}, headers={}, fine=(404,))

    def _send(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | None = None,
        content: bytes | None = None,
        fine: Collection[int] = (),
    ) -> httpx.Response:
        fault = ""
        for attempt in range(1, self._attempts + 1):
            pause = 0.5 * 2 ** (attempt - 1)
            try:
                response = self._client.request(method, url, headers=headers, params=params, data=data, content=content)
            except httpx.TimeoutException:
                fault = f"no answer within {self._timeout:g} seconds; give it more with --timeout, or less with --batch"
            except httpx.RequestError as error:
                fault = f"does not answer ({_one_line(str(error)) or type(error).__name__}); is the server running?"
            else:
                if response.is_success or response.status_code in fine:
                    return response
                fault = self._fault(response)
                if response.status_code not in _PASSING:
                    raise UserError(f"{url}: {fault}")
                pause = max(pause, _asked(response))
            if attempt < self._attempts:
                self._notice(f"{url}: {fault} Again in {pause:g} s.")
                self._wait(pause)
        raise UserError(f"{url}: {fault}" + (f" ({self._attempts} attempts)" if self._attempts > 1 else ""))

    def _fault(self, response: httpx.Response) -> str:
        """What an answer that is none means, and what to do about it."""
        code = response.status_code
        wanted = response.headers.get("WWW-Authenticate", "").partition(" ")[0].lower()
        hint = f"; it asks for {wanted} authentication" if wanted in {"basic", "digest"} else ""
        if code == 401 and not self._known_user:
            return f"wants to know who you are (401): --user with LIAISONS_PASSWORD, or LIAISONS_TOKEN{hint}"
        if code == 401:
            return f"does not accept this user, password or token (401){hint}"
        said = _said(response)
        match code:
            case 403:
                return f"does not let this user do that (403){said}"
            case 404:
                return "has nothing at this address (404): see --store, or name another with --query-url and the like"
            case 405 | 501:
                return f"cannot be written to in this way ({code}): see --store and --via"
            case 413:
                return "takes no request as large as this (413): a smaller --batch"
            case 429:
                return "is asked too much (429)."
        if 300 <= code < 400:
            return f"has moved ({code}) to {response.headers.get('Location', 'elsewhere')}: name that address"
        return f"{'failed' if code >= 500 else 'refuses the request'} ({code}){said}"


def _said(response: httpx.Response) -> str:
    """The first words of an answer in plain text; a page of HTML says nothing."""
    text = "" if "html" in response.headers.get("Content-Type", "") else _one_line(response.text)
    return f": {text[:200]}{'…' if len(text) > 200 else ''}" if text else "."


def _asked(response: httpx.Response) -> float:
    """The seconds of Retry-After; 0 where it names none."""
    asked = response.headers.get("Retry-After", "")
    return min(float(asked), _LONGEST) if asked.isdecimal() else 0


def _one_line(text: str) -> str:
    return " ".join(text.split())
