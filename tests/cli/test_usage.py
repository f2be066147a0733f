"""What the command line says of what is missing or misspelled."""

import pytest
from typer.testing import CliRunner

from liaisons import cli
from liaisons.graph import store
from liaisons.graph.errors import UserError
from liaisons.graph.example import example


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "press").mkdir()
    (tmp_path / "out").mkdir()
    store.write(example(), tmp_path / "out" / store.FILE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "300")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("show Vauquelin", "Missing option '--in'. The folder that liaisons build wrote, or its store. Here there is --in out."),
        ("analyse balance", "Here there is --in out."),
        ("build press", "Missing option '--output' / '-o'. Folder for the graph and its exports."),
        ("build press --in out", "No such option: --in (Possible options: --output)"),
        ("show Vauquelin -o out", "No such option: -o (Possible options: --in)"),
        ("show --in out", "Missing argument 'name'. A name that articles use"),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_with_what_it_is(folder, line, said):
    result = CliRunner().invoke(cli.app, line.split())
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize(
    "command",
    [
        ["show", "Ines Vauqelin"], ["timeline", "Vauqelin"], ["path", "Ines Vauqelin", "Nordavia"], ["report", "Vauqelin"],
        ["why", "Vauqelin", "Nordavia"], ["analyse", "ego", "Vauqelin"], ["query", "career", "--name", "Vauqelin"],
    ],
)  # fmt: skip
def test_who_may_be_meant_is_named(folder, command):
    with pytest.raises(UserError, match=r"no entity called '.*' in this graph; did you mean Inès Vauquelin\?"):
        CliRunner().invoke(cli.app, [*command, "--in", "out"], catch_exceptions=False)
