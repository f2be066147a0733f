"""A dataset to deposit: what is in it, that its checksums hold, that it is the same again."""

import hashlib
import json
import re
from collections import Counter
from zipfile import ZipFile

import pytest
import yaml
from pyoxigraph import RdfFormat, parse
from typer.testing import CliRunner

from liaisons import __version__
from liaisons.cli import app
from liaisons.exports import bundle, rdf
from liaisons.exports.citation import Citation
from liaisons.exports.dataset import RdfOptions
from liaisons.exports.formats import Options
from liaisons.graph import store
from liaisons.graph.errors import UserError

CITATION = Citation.of(["Dupont, Élise <0000-0002-1825-0097>", 'Labo "X": b'], "CC-BY-4.0")
OPTIONS = Options(parameters={"base": Options().base, **CITATION.parameters}, title='Presse & "pouvoir"')
NAMES = [
    *(".zenodo.json", "CITATION.cff", "README.md", "SHA256SUMS"),
    *("data/graph.json", "data/graph.nq", "data/graph.ttl", "data/statements.csv", "ontology.ttl", "shapes.ttl"),
]


@pytest.fixture
def made(sample_graph, tmp_path):
    folder = tmp_path / "jeu de données"
    assert bundle.write(sample_graph, folder, options=OPTIONS) == NAMES
    return folder


def test_its_files(made, sample_graph):
    assert sorted(p.relative_to(made).as_posix() for p in made.rglob("*") if p.is_file()) == NAMES
    expected = set(rdf.quads(sample_graph, RdfOptions(parameters=OPTIONS.parameters)))
    assert set(parse((made / "data/graph.nq").read_bytes(), RdfFormat.N_QUADS)) == expected
    assert sum(1 for _ in parse((made / "ontology.ttl").read_bytes(), RdfFormat.TURTLE)) > 500
    assert sum(1 for _ in parse((made / "shapes.ttl").read_bytes(), RdfFormat.TURTLE)) > 100


def test_the_checksums_hold(made):
    sums = dict(reversed(line.split("  ")) for line in (made / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    assert list(sums) == [name for name in NAMES if name != "SHA256SUMS"]
    assert {n: hashlib.sha256((made / n).read_bytes()).hexdigest() for n in sums} == sums


def test_the_readme_counts(made, sample_graph):
    text = (made / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (.*?) \| (\d+) \|$", text, re.MULTILINE))
    assert int(rows["articles"]) == len(sample_graph.articles)
    assert int(rows["entities"]) == len(sample_graph.entities)
    assert int(rows["statements"]) == len(sample_graph.statements())
    statuses = Counter(str(s.status) for s in sample_graph.statements())
    assert {s: int(rows[f"… {s}"]) for s in statuses} == statuses
    assert f"liaisons {__version__}" in text
    assert 'Presse & "pouvoir"' in text.splitlines()[0]


def test_the_metadata(made):
    cff = yaml.safe_load((made / "CITATION.cff").read_text(encoding="utf-8"))
    assert cff["authors"] == [
        {"family-names": "Dupont", "given-names": "Élise", "orcid": "https://orcid.org/0000-0002-1825-0097"},
        {"name": 'Labo "X": b'},
    ]
    assert (cff["cff-version"], cff["type"], cff["title"]) == ("1.2.0", "dataset", 'Presse & "pouvoir"')
    assert (cff["license"], cff["references"][0]["version"]) == ("CC-BY-4.0", __version__)
    zenodo = json.loads((made / ".zenodo.json").read_text(encoding="utf-8"))
    assert zenodo["creators"] == [
        {"name": "Dupont, Élise", "orcid": "0000-0002-1825-0097"},
        {"name": 'Labo "X": b'},
    ]
    assert (zenodo["upload_type"], zenodo["license"], zenodo["title"]) == ("dataset", "cc-by-4.0", cff["title"])


def test_a_licence_that_is_an_address(sample_graph, tmp_path):
    own = Citation.of(["Labo X"], "https://example.org/terms")
    bundle.write(sample_graph, tmp_path / "b", options=Options(parameters=own.parameters))
    assert yaml.safe_load((tmp_path / "b/CITATION.cff").read_text(encoding="utf-8"))["license-url"] == own.licence
    assert "license" not in json.loads((tmp_path / "b/.zenodo.json").read_text(encoding="utf-8"))


def test_the_same_again(made, sample_graph, tmp_path):
    for name in ("a.zip", "b.zip"):
        bundle.write(sample_graph, tmp_path / name, options=OPTIONS)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with ZipFile(tmp_path / "a.zip") as archive:
        assert archive.namelist() == NAMES
        assert {n: archive.read(n) for n in NAMES} == {n: (made / n).read_bytes() for n in NAMES}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip", "b.zip", made.name]


def test_hostile_names_mark_nothing_up(hostile_graph, tmp_path):
    named = Options(parameters=Citation.of(["script|`*_[x](y)"], "CC0-1.0").parameters, title="# |x|")
    bundle.write(hostile_graph, tmp_path / "b", options=named)
    text = (tmp_path / "b/README.md").read_text(encoding="utf-8")
    assert text.startswith("# \\# \\|x\\|\n")
    assert "- By: script\\|\\`\\*\\_\\[x\\](y)\n" in text


def test_no_text_of_an_article(made, sample_graph):
    whole = b"".join(p.read_bytes() for p in made.rglob("*") if p.is_file())
    unstated = [g.article.text for g in sample_graph.article_graphs.values() if not g.statements]
    assert unstated
    assert not [text for text in unstated if text.encode() in whole]


@pytest.mark.parametrize("citation", [Citation(), Citation.of(["Labo X"]), Citation.of([], "CC0-1.0")])
def test_it_must_be_somebodys(citation, sample_graph, tmp_path):
    with pytest.raises(UserError, match="names who made it and its licence: --creator"):
        bundle.write(sample_graph, tmp_path / "b", options=Options(parameters=citation.parameters))
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(made, sample_graph):
    with pytest.raises(UserError, match=r"is there already; name a new folder, or a \.zip"):
        bundle.write(sample_graph, made, options=OPTIONS)


# --- at the command line ----------------------------------------------------------------------------------------------


@pytest.fixture
def folder(sample_graph, tmp_path):
    (tmp_path / "out").mkdir()
    store.write(sample_graph, tmp_path / "out" / store.FILE, {"base": "https://example.org/", **CITATION.parameters})
    return tmp_path / "out"


def run(*args):
    result = CliRunner().invoke(app, [*map(str, args)])
    if isinstance(result.exception, UserError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def test_export_bundle(folder, tmp_path):
    target = tmp_path / "b"
    output = run("export", "--in", folder, "--bundle", target, "--format", "trig,csv", "--licence", "CC0-1.0")
    assert output.split() == [str(target / n) for n in sorted(["data/graph.trig", *NAMES]) if (target / n).exists()]
    assert not (target / "data/graph.nq").exists()
    cff = yaml.safe_load((target / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cff["authors"][0]["family-names"], cff["license"]) == ("Dupont", "CC0-1.0")


def test_export_of_careful_statements(folder, tmp_path):
    run("export", "--in", folder, "--bundle", tmp_path / "b.zip", "--status", "asserted")
    with ZipFile(tmp_path / "b.zip") as archive:
        text = archive.read("README.md").decode()
    assert "| `statuses` | asserted |" in text
    assert "| … negated |" not in text


def test_a_creator_in_another_folder(folder, tmp_path):
    run("export", "--in", folder, "--format", "turtle", "--creator", "Labo Y", "-o", tmp_path / "o")
    assert '"Labo Y"' in (tmp_path / "o/graph.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--bundle", "b", "-o", "c"], "give either --bundle or -o"),
        (["--format", "csv", "--creator", "Labo Y"], "name another folder with -o"),
        (["--bundle", "b", "--licence", "mine"], "a licence is an SPDX identifier"),
        (["--bundle", "b", "--format", "docx"], "no export format 'docx'"),
    ],
)
def test_what_makes_no_sense(args, message, folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match=message):
        run("export", "--in", folder, *args)


@pytest.mark.model
def test_a_build_says_whose_it_is_and_add_keeps_it(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Un chef\n\nPaul Astier dirige Nordavia, a annoncé la société vendredi dernier à la presse.", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text(
        "Une cheffe\n\nInes Vauquelin dirige Quantelle, a annoncé la société vendredi dernier à la presse.",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    run("build", tmp_path / "a.txt", "-o", out, "-q", "--creator", "Dupont, Élise", "--licence", "CC-BY-4.0")
    run("add", tmp_path / "b.txt", "--in", out, "-q")
    text = (out / "graph.ttl").read_text(encoding="utf-8")
    assert '"Dupont, Élise"' in text
    assert "dcterms:license <https://spdx.org/licenses/CC-BY-4.0>" in text
