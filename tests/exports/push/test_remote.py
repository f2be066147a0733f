"""What is said of a store that does not do what it is asked, and what is tried again."""

import json

import httpx
import pytest

from liaisons.exports.endpoints import KINDS, Endpoints
from liaisons.exports.remote import Bearer, Remote
from liaisons.graph.errors import UserError

ONE = json.dumps({"head": {"vars": ["n"]}, "results": {"bindings": [{"n": {"type": "literal", "value": "1"}}]}})
TEXT, JSON, HTML = ({"Content-Type": t} for t in ("text/plain", "application/sparql-results+json", "text/html"))


def remote(script, **options) -> Remote:
    return Remote(KINDS["oxigraph"].at(script.url), **{"wait": lambda _: None, **options})


FAULTS = [
    (401, TEXT, "", None, "wants to know who you are (401): --user with LIAISONS_PASSWORD, or LIAISONS_TOKEN"),
    (401, {"WWW-Authenticate": 'Digest realm="x"'}, "", httpx.BasicAuth("u", "p"), "(401); it asks for digest"),
    (
        401,
        {"WWW-Authenticate": "Basic"},
        "",
        Bearer("t"),
        "does not accept this user, password or token (401); it asks",
    ),
    (403, TEXT, "read only", None, "does not let this user do that (403): read only"),
    (404, HTML, "<h1>gone</h1>", None, "has nothing at this address (404): see --store"),
    (405, TEXT, "", None, "cannot be written to in this way (405): see --store and --via"),
    (413, TEXT, "", None, "takes no request as large as this (413): a smaller --batch"),
    (400, TEXT, "no\n  such   thing", None, "refuses the request (400): no such thing"),
    (302, {"Location": "https://other.example/"}, "", None, "has moved (302) to https://other.example/"),
    (500, HTML, "<p>oops", None, "failed (500). (3 attempts)"),
    (503, TEXT, "starting", None, "failed (503): starting (3 attempts)"),
    (429, TEXT, "", None, "is asked too much (429). (3 attempts)"),
]


@pytest.mark.parametrize(("status", "headers", "body", "auth", "message"), FAULTS, ids=lambda v: str(v)[:30])
def test_answers_that_are_none(status, headers, body, auth, message, script):
    script.answers = [(status, headers, body)]
    with remote(script, attempts=3, auth=auth) as store, pytest.raises(UserError) as error:
        store.update("CLEAR ALL")
    assert str(error.value).startswith(f"{script.url}/update: ")
    assert message in str(error.value)
    assert len(script.requests) == (3 if "attempts" in message else 1 + ("digest" in message and auth is None))


def test_what_passes_is_tried_again_after_growing_pauses(script):
    script.answers = [(503, TEXT, ""), (502, {"Retry-After": "7"}, ""), (500, TEXT, ""), (200, JSON, ONE)]
    pauses, notes = [], []
    with remote(script, wait=pauses.append, notice=notes.append) as store:
        assert store.select("SELECT (1 AS ?n) {}") == [{"n": "1"}]
    assert pauses == [0.5, 7, 2]
    assert notes[1] == f"{script.url}/query: failed (502). Again in 7 s."


def test_nobody_waits_for_hours(script):
    script.answers = [(503, {"Retry-After": "86400"}, ""), (204, {}, "")]
    pauses = []
    with remote(script, wait=pauses.append) as store:
        store.update("CLEAR ALL")
    assert pauses == [60]


def test_a_server_that_takes_too_long(script):
    script.answers, script.delay = [(200, JSON, ONE)], 0.5
    with remote(script, timeout=0.1, attempts=2) as store, pytest.raises(UserError, match=r"within 0\.1 s.*--timeout"):
        store.select("SELECT (1 AS ?n) {}")


@pytest.mark.parametrize("body", ["<html>", "{}", '{"head": {}, "boolean": true}'])
def test_a_web_site_is_no_triple_store(body, script):
    script.answers = [(200, JSON, body)]
    with remote(script) as store, pytest.raises(UserError, match="not as a SPARQL endpoint does; see --store"):
        store.select("SELECT (1 AS ?n) {}")


def test_no_server():
    with (
        Remote(KINDS["oxigraph"].at("http://127.0.0.1:9"), attempts=1) as store,
        pytest.raises(UserError, match=r"^http://127.0.0.1:9/update: does not answer \(.*\); is the server running\?$"),
    ):
        store.update("CLEAR ALL")


@pytest.mark.parametrize(
    ("auth", "sent"), [(httpx.BasicAuth("me", "pw"), "Basic bWU6cHc="), (Bearer("abc"), "Bearer abc")]
)
def test_who_asks(auth, sent, script):
    script.answers = [(204, {}, "")]
    with remote(script, auth=auth) as store:
        store.put("https://x.example/é#1", b"")
    assert script.requests == [f"PUT /store?graph=https%3A%2F%2Fx.example%2F%C3%A9%231 {sent}"]


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("localhost:7878", "has a web address"),
        ("file:///etc/passwd", "has a web address"),
        ("http://", "has a web address"),
        ("http://me:secret@localhost:7878", "LIAISONS_PASSWORD, not in the address"),
    ],
)
def test_what_is_no_address(url, message):
    with pytest.raises(UserError, match=message):
        KINDS["oxigraph"].at(url)


def test_endpoints_of_their_own():
    found = KINDS["fuseki"].at("http://localhost:3030/news/").renamed(None, "http://localhost:3030/news/upd", None)
    assert found == Endpoints(
        "http://localhost:3030/news/query", "http://localhost:3030/news/upd", "http://localhost:3030/news/data"
    )
