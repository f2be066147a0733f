"""`liaisons push` at the command line; what goes on in a store is in tests/exports/push."""

import pytest
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.graph import store
from liaisons.graph.errors import UserError


@pytest.fixture(scope="module")
def folder(sample_graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("out")
    store.write(sample_graph, path / store.FILE, {"base": "https://example.org/cli/"})
    return path


def run(*args, **environment):
    result = CliRunner().invoke(app, ["push", *map(str, args)], env=environment)
    if isinstance(result.exception, UserError):
        raise result.exception
    return result


def test_the_stores_that_are_known():
    lines = run("--list").output.splitlines()
    assert [line.split()[0] for line in lines] == [
        "oxigraph",
        "virtuoso",
        "fuseki",
        "graphdb",
        "stardog",
        "qlever",
        "neptune",
    ]
    assert [line.split()[0] for line in lines if line.rstrip().endswith("not tested")] == [
        *("fuseki", "graphdb", "stardog", "qlever", "neptune")
    ]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "push needs the address"),
        (["http://localhost:1"], "push needs the address"),
        (["http://localhost:1", "--store", "neo4j"], "no kind of triple store 'neo4j'; there are oxigraph, virtuoso"),
        (["localhost:1"], "a triple store has a web address"),
        (["http://localhost:99999"], "a triple store has a web address"),
        (["http://localhost:1", "--graph", "main graph"], "--graph takes an absolute IRI"),
        (["http://localhost:1", "--graph", "https://example.org/cli/manifest"], "not that of the manifest"),
        (["http://localhost:1", "--token", "é", "--attempts", "1"], "a token is of ASCII characters"),
        (["http://localhost:1", "--token", "a\nb", "--attempts", "1"], "a token is of ASCII characters"),
        (["http://localhost:1", "--user", "é", "--password", "ü", "--attempts", "1"], "does not answer"),
        (["http://localhost:1", "--via", "mail"], "--via takes update or graph-store, not 'mail'"),
        (["http://localhost:1", "--user", "u", "--password", "p", "--auth", "ntlm"], "--auth takes basic or digest"),
        (["http://localhost:1", "--user", "u", "--token", "t"], "give either --user with a password or a token"),
    ],
)
def test_what_makes_no_sense(args, message, folder):
    with pytest.raises(UserError, match=message):
        run(*args, *(["--in", folder] if args not in ([], ["http://localhost:1"]) else []))


def test_a_password_in_the_clear_is_told(folder):
    with pytest.raises(UserError, match="does not answer"):
        run("http://store.invalid:7878", "--in", folder, "--token", "t", "--attempts", 1)
