"""Tables and figures as files: each form, the same bytes every time, and nothing of the clock."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from liaisons.exports import figures, network_figures, tabular
from liaisons.graph import store
from liaisons.graph.analyses import (
    Measure,
    Part,
    Table,
    Weight,
    centrality,
    communities,
    compare,
    stances,
    ties,
    timeline,
)
from liaisons.graph.analyses.ego import ego_network
from liaisons.graph.analyses.networks import chosen, project
from liaisons.graph.analyses.signs import signed_network
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph

pytest.importorskip("matplotlib")


def _communities(graph: KnowledgeGraph):
    table = communities(graph)
    network = project(graph, chosen(graph), weight=Weight.ARTICLES)
    return network_figures.communities(network, dict(zip(table.column("id"), table.column("community"), strict=True)))


FIGURES = {
    "centrality": lambda g: figures.centrality(centrality(g, measures=[Measure.BETWEENNESS])),
    "ties": lambda g: figures.ties(ties(g)),
    "stances": lambda g: figures.stances(stances(g)),
    "comparison": lambda g: figures.comparison(compare(g, Part("The Wire"), Part("La Gazette du Rhône"))),
    "timeline": lambda g: figures.timeline(timeline(g)),
    "communities": _communities,
    "ego": lambda g: network_figures.ego(ego_network(g, next(iter(g.entities))), next(iter(g.entities))),
    "signed": lambda g: network_figures.signed(signed_network(g)),
}


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("suffix", figures.SUFFIXES)
def test_a_figure_has_the_same_bytes_and_no_date(name: str, suffix: str, sample_graph, tmp_path: Path) -> None:
    for copy in "ab":
        figures.save(FIGURES[name](sample_graph), tmp_path / f"{copy}{suffix}")
    first, second = ((tmp_path / f"{copy}{suffix}").read_bytes() for copy in "ab")
    assert first == second
    assert len(first) > 1000
    assert not re.search(rb"CreationDate|<dc:date>|tIME|Matplotlib v", first)


@pytest.mark.parametrize("name", FIGURES)
def test_hostile_names_are_drawn(name: str, hostile_graph, tmp_path: Path) -> None:
    figures.save(FIGURES[name](hostile_graph), tmp_path / "f.svg")


@pytest.mark.parametrize("name", [n for n in FIGURES if n not in {"ego"}])
def test_an_empty_graph_is_drawn(name: str, tmp_path: Path) -> None:
    figures.save(FIGURES[name](KnowledgeGraph()), tmp_path / "f.png")


def test_figures_fit_two_columns(sample_graph) -> None:
    for make in FIGURES.values():
        assert make(sample_graph).get_size_inches()[0] <= network_figures.WIDEST


def test_the_hash_of_texts_does_not_show(sample_graph, tmp_path: Path) -> None:
    """Figures and tables of two processes, whose sets have different orders."""
    store.write(sample_graph, tmp_path / store.FILE)
    commands = [["communities"], ["balance", "--show", "camps"], ["ego", "Nordavia", "--radius", "2"], ["centrality"]]
    for seed in "12":
        for number, words in enumerate(commands):
            files = ["--figure", tmp_path / f"{number}-{seed}.svg", "-o", tmp_path / f"{number}-{seed}.csv"]
            command = [sys.executable, "-m", "liaisons", "analyse", *words, "--in", tmp_path, *files]
            subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
    for first in tmp_path.glob("*-1.*"):
        assert first.read_bytes() == first.with_name(first.name.replace("-1.", "-2.")).read_bytes(), first.name


def test_another_ending_is_refused(sample_graph, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ends with '\.gif'; there are \.png, \.svg, \.pdf"):
        figures.save(FIGURES["ties"](sample_graph), tmp_path / "f.gif")
    with pytest.raises(UserError, match="cannot write there"):
        figures.save(FIGURES["ties"](sample_graph), tmp_path / "none" / "f.png")


TABLE = Table(("name", "n", "share", "good"), (("=1+1", 1, 0.5, True), ("\ud800 é", None, 2, None)))


def test_csv_is_guarded_and_none_is_empty() -> None:
    assert tabular.to_csv(TABLE) == "name,n,share,good\n'=1+1,1,0.5,True\n\ud800 é,,2,\n"


def test_json_keeps_all() -> None:
    assert json.loads(tabular.to_json(TABLE))[0] == {"name": "=1+1", "n": 1, "share": 0.5, "good": True}


@pytest.mark.parametrize("suffix", tabular.WRITERS)
def test_files(suffix: str, tmp_path: Path) -> None:
    for copy in "ab":
        tabular.write(TABLE, tmp_path / f"{copy}{suffix}")
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_parquet_has_types(tmp_path: Path) -> None:
    import pyarrow.parquet

    tabular.write(TABLE, tmp_path / "t.parquet")
    found = pyarrow.parquet.read_table(tmp_path / "t.parquet")
    assert [str(f.type) for f in found.schema] == ["string", "int64", "double", "bool"]
    assert found.to_pylist()[1] == {"name": "? é", "n": None, "share": 2.0, "good": None}


def test_an_empty_table_is_written(tmp_path: Path) -> None:
    tabular.write(Table(("a",), ()), tmp_path / "t.parquet")


def test_another_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ends with '\.xlsx'; there are \.csv, \.json, \.parquet"):
        tabular.write(TABLE, tmp_path / "t.xlsx")


@pytest.mark.parametrize(("module", "what"), [("matplotlib", "figures"), ("pyarrow", "Parquet files")])
def test_a_missing_library_is_named(module: str, what: str) -> None:
    code = f"""
import sys
sys.modules[{module!r}] = None
from liaisons.exports import optional
try:
    optional.{module}()
except Exception as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{what} need {module}, which is not installed: pip install 'liaisons[analysis]'\n"
