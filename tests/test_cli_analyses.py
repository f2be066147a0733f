"""`liaisons analyse` and `liaisons export` at the command line: output, files, messages."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.cli.analysing import analyse
from liaisons.exports.formats import EVERY, ON_REQUEST
from liaisons.graph import store
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph


@pytest.fixture
def out(sample_graph: KnowledgeGraph, tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    store.write(sample_graph, tmp_path / "out" / store.FILE)
    return tmp_path / "out"


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


def run(*words: str | Path) -> str:
    result = CliRunner().invoke(app, [str(w) for w in words])
    if isinstance(result.exception, UserError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


ANALYSES = {
    "centrality": [],
    "communities": [],
    "ego": ["Nordavia"],
    "ties": [],
    "balance": [],
    "claims": [],
    "compare": ["--source", "The Wire", "--source", "La Gazette du Rhône"],
    "timeline": [],
}


def test_there_are_no_other_analyses() -> None:
    assert [c.callback.__name__ for c in analyse.registered_commands] == list(ANALYSES)


@pytest.mark.parametrize("name", ANALYSES)
def test_each_analysis_explains_itself_with_an_example(name: str) -> None:
    shown = " ".join(run("analyse", name, "--help").split())
    assert f"Example: liaisons analyse {name} " in shown


@pytest.mark.parametrize("name", ANALYSES)
def test_each_analysis_answers_in_each_form(name: str, out: Path) -> None:
    words = ["analyse", name, *ANALYSES[name], "--in", out]
    assert "┃" in run(*words)
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv"))))
    found = json.loads(run(*words, "--format", "json"))
    assert len(rows) == len(found) > 0
    assert list(rows[0]) == list(found[0])


@pytest.mark.parametrize("name", ANALYSES)
def test_each_analysis_writes_a_table_and_a_figure(name: str, out: Path, tmp_path: Path) -> None:
    for table, figure in (("t.csv", "f.png"), ("t.parquet", "f.svg")):
        run("analyse", name, *ANALYSES[name], "--in", out, "-o", tmp_path / table, "--figure", tmp_path / figure)
        assert (tmp_path / table).stat().st_size > 50
        assert (tmp_path / figure).stat().st_size > 1000


def test_a_file_has_all_rows_and_the_terminal_the_first(out: Path, tmp_path: Path) -> None:
    shown = run("analyse", "centrality", "--in", out, "--limit", "1", "-o", tmp_path / "t.json")
    assert "more of" in shown
    assert len(json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))) > 1


@pytest.mark.parametrize(
    ("words", "relations"),
    [
        (["--relation", "acquired"], {"acquired"}),
        (["--source", "The Wire", "--type", "Company"], {"acquired"}),
        (["--since", "2025", "--type", "Person", "--type", "Company"], {"leads", "sued"}),
        (["--status", "negated"], {"funds"}),
        (["--min-confidence", "0.99", "--until", "2024", "--type", "Company"], {"acquired"}),
    ],
)
def test_the_choice_of_statements(words: list[str], relations: set[str], out: Path) -> None:
    found = json.loads(run("analyse", "ties", "--in", out, *words, "--format", "json"))
    assert {relation for row in found for relation in row["relations"].split("; ")} == relations


@pytest.mark.parametrize("show", ["ties", "triads", "camps"])
def test_what_balance_shows(show: str, out: Path) -> None:
    found = json.loads(run("analyse", "balance", "--in", out, "--show", show, "--format", "json"))
    assert bool(found) == (show != "triads")


def test_the_matrix_of_claims(out: Path) -> None:
    (row,) = json.loads(run("analyse", "claims", "--in", out, "--matrix", "--format", "json"))
    assert (row["source"], row["about"], row["support"], row["opposition"]) == ("The Wire", "Nordavia", 0, 1)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["centrality", "--measure", "fame"], "no measure 'fame'; there are degree, strength"),
        (["centrality", "--weight", "gold"], "no weight 'gold'; there are none, statements"),
        (["centrality", "--type", "Robot"], "no type 'Robot'; there are Person"),
        (["centrality", "--status", "true"], "no status 'true'; there are asserted"),
        (["centrality", "--relation", "loves"], "no relation 'loves'"),
        (["centrality", "--format", "xml"], "no format 'xml'; there are table, csv, json"),
        (["centrality", "-o", "t.xlsx"], r"no form of table ends with '\.xlsx'"),
        (["centrality", "--figure", "t.bmp"], r"no form of figure ends with '\.bmp'"),
        (["communities", "--method", "magic"], "no method 'magic'; there are louvain, greedy"),
        (["balance", "--show", "all"], "no table 'all'; there are measures, ties, triads, camps"),
        (["claims", "--stance", "love"], "no stance 'love'; there are support, opposition, other"),
        (["compare", "--source", "The Wire"], "compare takes --source twice or --period twice"),
        (["compare", "--period", "2023"], "compare takes --source twice or --period twice"),
        (["compare", "--period", "soon", "--period", "2023"], "--period takes 2023, .* 'soon'"),
        (
            ["compare", "--source", "The Wire", "--source", "Le Néant"],
            "no publication 'Le Néant'; there are La Gazette",
        ),
        (["timeline", "--about", "Nobody"], "no entity called 'Nobody'"),
        (["timeline", "--by", "week"], "no step 'week'; there are year, month, day"),
        (["timeline", "--since", "soon"], "no date: 'soon'"),
        (["ego", "Nobody"], "no entity called 'Nobody'"),
    ],
)
def test_what_a_user_can_mend(words: list[str], message: str, out: Path) -> None:
    with pytest.raises(UserError, match=message):
        run("analyse", *words, "--in", out)


# --- export -----------------------------------------------------------------------------------------------------------


def test_the_list_of_formats() -> None:
    shown = run("export", "--list")
    assert [line.split()[0] for line in shown.splitlines()] == [*EVERY, "table"]


def test_export_writes_beside_the_store(out: Path) -> None:
    shown = run("export", "--in", out, "--format", ",".join(ON_REQUEST))
    assert shown.split() == [str(out / f.file) for f in ON_REQUEST.values()]
    assert all((out / f.file).exists() for f in ON_REQUEST.values())


def test_export_of_some_statuses(out: Path, tmp_path: Path) -> None:
    run("export", "--in", out, "--format", "json", "--format", "gexf", "--status", "negated", "-o", tmp_path / "n")
    found = json.loads((tmp_path / "n" / "graph.json").read_text(encoding="utf-8"))
    assert [(e["relation"], e["status"]) for e in found["edges"]] == [("funds", "negated")]
    assert sorted(p.name for p in (tmp_path / "n").iterdir()) == ["graph.gexf", "graph.json"]


def test_export_as_a_table_prints_statements_and_writes_nothing(out: Path) -> None:
    before = sorted(out.iterdir())
    graph = KnowledgeGraph.open(out)
    shown = run("export", "--in", out, "--format", "table", "--status", "negated")
    assert [cell.strip() for cell in shown.splitlines()[3].split("│")[1:3]] == ["Nordavia", "funds"]
    assert shown.splitlines()[-1] == "1 row"
    assert f"{len(graph.statements())} rows" in run("export", "--in", out, "--format", "table")
    assert sorted(out.iterdir()) == before


def test_export_of_what_is_sure(out: Path, tmp_path: Path) -> None:
    run("export", "--in", out, "--format", "json", "--min-confidence", "0.95", "-o", tmp_path / "n")
    found = json.loads((tmp_path / "n" / "graph.json").read_text(encoding="utf-8"))
    assert found["edges"]
    assert all(e["confidence"] >= 0.95 for e in found["edges"])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--in", "OUT"], "export needs --format; there are html"),
        (["--format", "gexf"], "export needs --in OUT"),
        (["--in", "OUT", "--format", "gexf,doc"], "no export format 'doc'; there are html"),
        (["--in", "OUT", "--format", "gexf,table"], "prints statements and writes nothing: give it alone"),
        (["--in", "OUT", "--format", "table", "-o", "x"], "prints statements and writes nothing: give it alone"),
        (["--in", "OUT", "--format", "table", "--events"], "are for files, not for --format table"),
        (["--in", "OUT", "--format", "gexf", "--status", "asserted"], "name another folder with -o"),
        (["--in", "OUT", "--format", "gexf", "--min-confidence", "0.5"], "name another folder with -o"),
        (["--in", "OUT", "--format", "gexf", "--status", "maybe", "-o", "x"], "no status 'maybe'"),
        (["--in", "nowhere", "--format", "gexf"], "no such store"),
        (["--in", "OUT", "--format", "gexf", "-o", "OUT/graph.sqlite"], "cannot write there"),
    ],
)
def test_what_a_user_can_mend_of_an_export(words: list[str], message: str, out: Path) -> None:
    with pytest.raises(UserError, match=message):
        run("export", *(w.replace("OUT", str(out)) for w in words))


@pytest.mark.model
def test_a_build_writes_what_is_asked_for_and_renews_it(tmp_path: Path) -> None:
    article, folder = tmp_path / "a.txt", tmp_path / "out"
    for other in ("Quantelle", "Trovexia"):
        article.write_text(f"Le groupe Nordavia a racheté la société {other} pour deux milliards.", encoding="utf-8")
        more = ["--format", "gexf,neo4j"] if other == "Quantelle" else []
        run("build", article, "-o", folder, "--quiet", *more)
        assert other in (folder / "graph.gexf").read_text(encoding="utf-8")
        assert other in (folder / "neo4j" / "nodes.csv").read_text(encoding="utf-8")
    with pytest.raises(UserError, match="no export format 'doc'"):
        run("build", article, "-o", folder, "--format", "doc")
