"""`liaisons events` and `liaisons check`, on stores and files made by hand."""

import json

import pytest
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.exports import rdf
from liaisons.graph import store
from liaisons.graph.errors import UserError


@pytest.fixture(scope="module")
def folder(sample_graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("out")
    store.write(sample_graph, path / store.FILE)
    rdf.write_nquads(sample_graph, path / "graph.nq")
    return path


def run(*args):
    result = CliRunner().invoke(app, [str(a) for a in args])
    if isinstance(result.exception, UserError):
        raise result.exception
    return result


def test_events_as_a_table(folder):
    result = run("events", "--in", folder, "--kind", "takeover")
    assert result.output.splitlines()[:2] == [
        "2024-03     takeover: Nordavia, Quantelle (2024-03)",
        "            takeover · agent: Nordavia · patient: Quantelle · 1200000000 EUR",
    ]
    assert "“Le groupe Nordavia a racheté Quantelle pour 1,2 milliard d’euros en mars 2024.”" in result.output
    assert result.output.splitlines()[-1] == "1 event"


def test_events_in_french(folder):
    output = run("events", "--in", folder, "--labels", "fr", "--limit", "0").output
    assert "            rencontre · participant: Ines Vauquelin · participant: Paul Astier" in output.splitlines()


def test_events_as_csv(folder):
    assert run("events", "--in", folder, "--format", "csv", "--who", "Lyon").output.splitlines() == [
        "when,kind,event,status,amount,places,participants,sentences,id",
        "2023,,sommet des Rivières 2023,asserted,,Lyon,Nordavia (organizer),2,happening/sommet-des-rivieres-2023",
    ]


def test_events_as_json_carry_their_evidence(folder):
    (event,) = json.loads(run("events", "--in", folder, "--format", "json", "--since", "2025").output)
    assert (event["kind"], event["when"], event["amount"]) == ("lawsuit", "2025", None)
    assert [(p["role"], p["name"]) for p in event["participants"]] == [
        ("agent", "Ines Vauquelin"),
        ("patient", "Nordavia"),
    ]
    assert event["evidence"][0]["sentence"].endswith("sued Nordavia (NVD) in 2025.")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--kind", "sale"], "no kind of event 'sale'"),
        (["--since", "soon"], "no date: 'soon'"),
        (["--who", "Nobody"], "no entity called 'Nobody'"),
        (["--format", "xml"], "no format 'xml'"),
        (["--labels", "de"], "no labels in 'de'"),
    ],
)
def test_events_that_make_no_sense(folder, args, message):
    with pytest.raises(UserError, match=message):
        run("events", "--in", folder, *args)


def test_check_of_a_build(folder):
    for args in (["--in", folder], [folder]):
        result = run("check", *args)
        assert (result.exit_code, result.output.split()[-3:]) == (0, ["meets", "the", "shapes."])


def test_check_of_a_bundle(folder, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "graph.nq").write_bytes((folder / "graph.nq").read_bytes())
    assert "data" in run("check", tmp_path).output


def test_check_of_a_folder_without_rdf(tmp_path):
    with pytest.raises(UserError, match=r"graph\.nq: cannot be read \(No such file or directory\)"):
        run("check", tmp_path)


def test_check_of_a_file_with_mistakes(folder, tmp_path):
    path = tmp_path / "bad.nq"
    text = (folder / "graph.nq").read_text(encoding="utf-8")
    path.write_text(text.replace('"0.8"^^', '"1.8"^^'), encoding="utf-8")
    result = run("check", path)
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0] == "Evidence has exactly one lia:confidence, a decimal in 0..1. Not so in 1 place:"
    assert lines[1].endswith("here: 1.8")
    (found,) = json.loads(run("check", path, "--format", "json").output)
    assert found["value"] == "1.8"
    assert run("check", path, "--format", "csv").output.splitlines()[0] == "message,node,path,value"


def test_many_mistakes_of_one_kind_are_told_once(folder, tmp_path):
    path = tmp_path / "bad.nq"
    text = (folder / "graph.nq").read_text(encoding="utf-8")
    path.write_text(text.replace("ontology#cueSpan>", "ontology#clueSpan>"), encoding="utf-8")
    output = run("check", path).output
    assert output.count("Evidence has exactly one lia:cueSpan.") == 1
    assert "more; --format csv gives all" in output


@pytest.mark.parametrize("args", [[], ["a.nq", "--in", "out"]])
def test_check_needs_one_thing_to_check(args):
    with pytest.raises(UserError, match="give either an RDF file or --in OUT"):
        run("check", *args)
