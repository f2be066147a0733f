"""The command against real stores."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.exports import rdf
from liaisons.exports.dataset import RdfOptions
from liaisons.exports.lock import pushing
from liaisons.graph import store
from liaisons.graph.errors import UserError

BASE = "https://example.org/command/"


@pytest.fixture(scope="module")
def folder(sample_graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("out")
    store.write(sample_graph, path / store.FILE, {"base": BASE})
    return path


def run(server, folder, *args, user="dba", password="dba"):
    login = ["--user", user] if server.auth else []
    command = ["push", server.url, "--in", str(folder), "--store", server.kind.name, *login, *args]
    result = CliRunner().invoke(app, command, env={"LIAISONS_PASSWORD": password})
    if isinstance(result.exception, UserError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_a_push_and_what_a_second_one_says(running, folder, sample_graph):
    triples = len(set(rdf.quads(sample_graph, RdfOptions(base=BASE, parameters={"base": BASE}))))
    would = run(running, folder, "--dry-run")
    assert would[0] == "new        https://example.org/command/dataset"
    assert would[-1] == f"{len(would) - 1} graphs: {len(would) - 1} new; {triples} triples to send; nothing was changed"
    (line,) = run(running, folder)
    assert line == f"{len(would) - 1} graphs: {len(would) - 1} new; {triples} triples sent"
    assert run(running, folder) == [f"{len(would) - 1} graphs: {len(would) - 1} unchanged; 0 triples sent"]
    assert run(running, folder, "--quiet") == []
    assert run(running, folder, "--graph", "https://example.org/command/main")[0].startswith(
        f"{len(would)} graphs: 1 new, {len(would) - 2} unchanged, 1 removed; "
    )


def test_a_wrong_password(running, folder):
    if running.auth is None:
        pytest.skip("Oxigraph knows no users")
    with pytest.raises(UserError, match=r"does not accept this user, password or token \(401\)"):
        run(running, folder, password="wrong")


def test_the_wrong_kind_of_store(running, folder):
    other = "fuseki" if running.kind.name == "virtuoso" else "virtuoso"
    with pytest.raises(UserError, match=r"has nothing at this address \(404\)"):
        run(running, folder, "--store", other)


def test_one_push_at_a_time(running, folder):
    """The second one says who is at work; with --wait it begins when the first has ended."""
    target = running.endpoints.update
    with pushing(folder, target, "process 42 on desk"):
        with pytest.raises(UserError, match=rf"is being pushed to {target} by process 42 on desk; .* --wait"):
            run(running, folder)
        assert "nothing was changed" in run(running, folder, "--dry-run")[-1]  # which only looks
    assert run(running, folder)[0].endswith(" triples sent")


def test_a_second_push_that_waits(running, folder):
    login = ["--user", "dba"] if running.auth else []
    command = ["push", running.url, "--in", str(folder), "--store", running.kind.name, *login, "--wait"]
    environment = os.environ | {"LIAISONS_PASSWORD": "dba"}
    with pushing(folder, running.endpoints.update, "process 42 on desk"):
        second = subprocess.Popen(
            [sys.executable, "-m", "liaisons", *command],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert second.stderr is not None
        assert "waiting for process 42 on desk" in second.stderr.readline()
        assert second.poll() is None
    output, _ = second.communicate(timeout=60)
    assert second.returncode == 0
    assert "graphs: " in output
