"""The command line: what it prints, what it says of what went wrong, and with which exit status it ends."""

import contextlib
import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest
from typer.testing import CliRunner

from liaisons import __version__, cli
from liaisons.cli.analysing import analyse
from liaisons.exports import rdf, table
from liaisons.exports.formats import FORMATS
from liaisons.exports.table import guard
from liaisons.graph import store
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status

COMMANDS = (
    *("build", "add", "remove"),
    *("show", "find", "query", "path", "why", "timeline", "events", "stats"),
    *("report", "site"),
    *("export", "ontology", "push", "serve", "review", "check", "evaluate", "explain"),
)
FILES = {store.FILE, *(form.file for form in FORMATS.values())}


@dataclass(frozen=True, slots=True)
class Run:
    """How a command ended. The lines are as they were printed, but as wide as they are long."""

    status: int
    out: str
    err: str

    @property
    def message(self) -> str:
        """What stands on standard error, as one line."""
        return " ".join(self.err.split())


def liaisons(*args: str | Path, cwd: Path) -> Run:
    """Run the program as its entry point does, in this process."""
    out, err, status = io.StringIO(), io.StringIO(), None
    with (
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        patch.object(sys, "argv", ["liaisons", *map(str, args)]),
        patch.object(cli.out, "_width", 500),
    ):
        try:
            cli.main()
        except SystemExit as ended:
            status = ended.code
    return Run(int(status or 0), out.getvalue(), err.getvalue())


def process(*args: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "liaisons", *args], cwd=cwd, capture_output=True, env={**os.environ, **environment}
    )


@pytest.fixture(scope="module")
def folder(sample_graph, tmp_path_factory) -> Path:
    """A folder with `out`, in which the sample graph is."""
    folder: Path = tmp_path_factory.mktemp("folder")
    (folder / "out").mkdir()
    store.write(sample_graph, folder / "out" / store.FILE)
    rdf.write_nquads(sample_graph, folder / "out" / "graph.nq")
    return folder


# --- help and version


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command):
    result = CliRunner().invoke(cli.app, [command, "--help"], env={"COLUMNS": "200"})
    assert result.exit_code == 0
    assert f"Example: liaisons {command} " in result.output
    assert "traceback" not in result.output.lower()


def test_there_are_no_other_commands():
    assert [c.name or c.callback.__name__ for c in cli.app.registered_commands] == [*COMMANDS]


@pytest.mark.parametrize("args", [["--help"], []])
def test_the_program_explains_itself(folder, args):
    run = liaisons(*args, cwd=folder)
    assert run.status == (0 if args else 2)
    assert "Start with" in run.out
    assert all(command in run.out for command in COMMANDS)


def test_the_version(folder):
    assert liaisons("--version", cwd=folder) == Run(0, f"liaisons {__version__}\n", "")


# --- show

SHOWN = [
    (
        ["show", "ines vauquelin"],
        """\
Ines Vauquelin  Person  human/ines-vauquelin
also: Inès Vauquelin
2 articles, 5 statements, 2 events

  Ines Vauquelin leads Quantelle
      “Inès Vauquelin, directrice générale de Quantelle, a rencontré Paul Astier mardi.”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · as directrice générale · confidence 0.95
  Ines Vauquelin met with Paul Astier
      “Inès Vauquelin, directrice générale de Quantelle, a rencontré Paul Astier mardi.”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · dated 2024-03-12 · confidence 0.80
  Ines Vauquelin sued Nordavia
      “Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025.”
      wire-7 · The Wire · 2025-01 · dated 2025 · confidence 0.90
  Ines Vauquelin leads Quantelle (ended)
      “Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025.”
      wire-7 · The Wire · 2025-01 · as boss · confidence 0.85
  Ines Vauquelin left Quantelle (uncertain)
      “« Elle pourrait quitter Quantelle », assure Paul Astier.”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · according to Paul Astier · confidence 0.50

2024-03-12  meeting: Ines Vauquelin, Paul Astier (2024-03-12)
            meeting · participant: Ines Vauquelin · participant: Paul Astier
2025        lawsuit: Ines Vauquelin, Nordavia (2025)
            lawsuit · agent: Ines Vauquelin · patient: Nordavia
""",
    ),
    (
        ["show", "group/quantelle", "--limit", "1", "--status", "asserted", "--status", "negated"],
        """\
Quantelle  Company  group/quantelle
2 articles, 2 statements, 1 event

  Nordavia acquired Quantelle
      “Le groupe Nordavia a racheté Quantelle pour 1,2 milliard d’euros en mars 2024.”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · dated 2024-03 · 1200000000 EUR · confidence 0.90
      and 1 more sentence
  Ines Vauquelin leads Quantelle
      “Inès Vauquelin, directrice générale de Quantelle, a rencontré Paul Astier mardi.”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · as directrice générale · confidence 0.95

2024-03     takeover: Nordavia, Quantelle (2024-03)
            takeover · agent: Nordavia · patient: Quantelle · 1200000000 EUR
""",
    ),
    (
        ["show", "Quantelle", "--min-confidence", "0.92"],
        """\
Quantelle  Company  group/quantelle
2 articles, 2 statements, 1 event

  Nordavia acquired Quantelle
      “Nordavia bought Quantelle last year.”
      wire-7 · The Wire · 2025-01 · dated 2024 · confidence 1.00
  Ines Vauquelin leads Quantelle
      “Inès Vauquelin, directrice générale de Quantelle, a rencontré Paul Astier mardi.”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · as directrice générale · confidence 0.95

2024        takeover: Nordavia, Quantelle (2024)
            takeover · agent: Nordavia · patient: Quantelle
""",
    ),
    (
        ["show", "rachat : Nordavia, Quantelle (2024-03)", "--labels", "fr", "--limit", "1"],
        """\
2024-03     rachat\N{NO-BREAK SPACE}: Nordavia, Quantelle (2024-03)
            rachat · agent: Nordavia · objet: Quantelle · 1200000000 EUR
      “Le groupe Nordavia a racheté Quantelle pour 1,2 milliard d’euros en mars 2024.”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · dated 2024-03 · 1200000000 EUR · confidence 0.90
      and 1 more sentence
""",
    ),
    (["show", "Lyon", "--status", "ended"], "Lyon  Place  location/lyon\n1 article, 0 statements\n\n"),
    (
        ["path", "lyon", "Vauquelin"],
        """\
Lyon — sommet des Rivières 2023 — Nordavia — Ines Vauquelin
  sommet des Rivières 2023 is located in Lyon
      “Nordavia accueille le sommet des Rivières 2023 à Lyon.”
      bare · dated 2023 · confidence 1.00
  Nordavia organized sommet des Rivières 2023
      “Nordavia accueille le sommet des Rivières 2023 à Lyon.”
      bare · confidence 1.00
  Ines Vauquelin sued Nordavia
      “Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025.”
      wire-7 · The Wire · 2025-01 · dated 2025 · confidence 0.90

Lyon — sommet des Rivières 2023 — Nordavia — Quantelle — Ines Vauquelin
  sommet des Rivières 2023 is located in Lyon
      “Nordavia accueille le sommet des Rivières 2023 à Lyon.”
      bare · dated 2023 · confidence 1.00
  Nordavia organized sommet des Rivières 2023
      “Nordavia accueille le sommet des Rivières 2023 à Lyon.”
      bare · confidence 1.00
  Nordavia acquired Quantelle
      “Le groupe Nordavia a racheté Quantelle pour 1,2 milliard d’euros en mars 2024.”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · dated 2024-03 · 1200000000 EUR · confidence 0.90
      and 1 more sentence
  Ines Vauquelin leads Quantelle
      “Inès Vauquelin, directrice générale de Quantelle, a rencontré Paul Astier mardi.”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · as directrice générale · confidence 0.95
  Ines Vauquelin leads Quantelle (ended)
      “Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025.”
      wire-7 · The Wire · 2025-01 · as boss · confidence 0.85

""",
    ),
    (
        ["path", "Nordavia", "PDR", "--status", "negated", "--labels", "fr"],
        """\
Nordavia — Parti des Rivières
  Nordavia finance Parti des Rivières (nié)
      “Selon La Gazette du Rhône, l’avionneur n’a pas financé le Parti des Rivières (PDR).”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · according to La Gazette du Rhône · confidence 0.70

""",
    ),
]


@pytest.mark.parametrize(("args", "expected"), SHOWN, ids=[" ".join(args) for args, _ in SHOWN])
def test_what_is_shown(folder, args, expected):
    assert liaisons(*args, "--in", "out", cwd=folder) == Run(0, expected, "")


@pytest.mark.parametrize(("language", "expected"), [("fr", "Nordavia finance Parti"), ("en", "Nordavia funds Parti")])
def test_labels_in_two_languages(folder, language, expected):
    assert expected in liaisons("show", "PDR", "--in", "out", "--labels", language, cwd=folder).out


@pytest.mark.parametrize("options", [["--limit", "1"], ["--max-length", "3"]])
def test_fewer_paths(folder, options):
    run = liaisons("path", "Lyon", "Vauquelin", "--in", "out", *options, cwd=folder)
    assert run.out.count("Lyon — ") == 1


@pytest.mark.parametrize(
    ("a", "b", "options"),
    [
        ("Lyon", "Nordavia", ["--max-length", "1"]),
        ("Nordavia", "PDR", ["--max-length", "1"]),  # denied
        ("La Gazette du Rhône", "Nordavia", []),  # only quoted
        ("Lyon", "Lyon", []),
        ("Paul Astier", "Inès Vauquelin", ["--min-confidence", "0.9"]),
    ],
)
def test_no_path(folder, a, b, options):
    run = liaisons("path", a, b, "--in", "out", *options, cwd=folder)
    assert (run.status, run.err) == (1, "")
    assert run.out.startswith("No path of at most ")


def test_markup_and_emoji_names_in_a_graph_are_text(hostile_graph, tmp_path):
    (tmp_path / "out").mkdir()
    store.write(hostile_graph, tmp_path / "out" / store.FILE)
    for entity in hostile_graph.entities.values():
        run = liaisons("show", entity.id, "--in", "out", cwd=tmp_path)
        assert (run.status, run.err) == (0, "")
        assert entity.id in run.out


def test_an_article_commands_no_terminal(tmp_path):
    (tmp_path / "out").mkdir()
    text = "Nordavia \x1b]0;title\x07 \x9b31m sued Quantelle."
    spans = [Span.of(text, i := text.index(form), i + len(form)) for form in (text, "Nordavia", "sued", "Quantelle")]
    ends = [Entity(s.quote, s.quote, "Company", (Mention("a", s),)) for s in (spans[1], spans[3])]
    said = Statement("Nordavia", "sued", "Quantelle", Status.ASSERTED, (Evidence("a", *spans),))
    graph = KnowledgeGraph(
        [ArticleGraph(Article("a", text, source="\x1b[2J"), tuple(ends), (said,), ((0, len(text)),))]
    )
    store.write(graph, tmp_path / "out" / store.FILE)
    for command in (["show", "Nordavia"], ["path", "Nordavia", "Quantelle"], ["find", "sued"], ["stats"]):
        run = liaisons(*command, "--in", "out", cwd=tmp_path)
        assert run.status == 0
        assert not {c for c in run.out if not c.isprintable()} - {"\n"}


# --- formats


def rows(run: Run) -> list[dict[str, str]]:
    assert (run.status, run.err) == (0, "")
    return list(csv.DictReader(io.StringIO(run.out)))


@pytest.mark.parametrize(
    ("options", "relations"),
    [
        ([], ["leads", "met_with", "sued", "leads", "left"]),
        (["--relation", "leads", "--relation", "left"], ["leads", "leads", "left"]),
        (["--source", "The Wire"], ["sued", "leads"]),
        (["--source", "paul astier"], ["left"]),
        (["--since", "2025"], ["sued", "leads"]),
        (["--until", "2024-03-12"], ["met_with"]),
        (["--min-confidence", "0.9"], ["leads", "sued"]),
    ],
)
def test_show_as_csv_has_the_rows_of_statements_csv(folder, sample_graph, options, relations):
    found = rows(liaisons("show", "Inès Vauquelin", "--in", "out", "--format", "csv", *options, cwd=folder))
    assert [row["relation"] for row in found] == relations
    known = [
        {k: guard(v) if isinstance(v, str) else str(v) for k, v in r._asdict().items()}
        for r in table.rows(sample_graph)
    ]
    assert all(row in known for row in found)


def test_show_as_json_keeps_the_evidence(folder):
    run = liaisons("show", "Quantelle", "--in", "out", "--format", "json", "--relation", "acquired", cwd=folder)
    found = json.loads(run.out)
    assert {k: found[k] for k in ("id", "name", "type", "aliases", "articles")} == {
        "id": "group/quantelle",
        "name": "Quantelle",
        "type": "Company",
        "aliases": [],
        "articles": ["gazette/2024-03-13", "wire-7"],
    }
    (statement,) = found["statements"]
    assert (statement["subject"]["name"], statement["relation"], statement["confidence"]) == ("Nordavia", "acquired", 1)
    assert statement["evidence"][0] == {
        "sentence": "Le groupe Nordavia a racheté Quantelle pour 1,2 milliard d’euros en mars 2024.",
        "cue": "racheté",
        "article": "gazette/2024-03-13",
        "title": "Nordavia s’offre Quantelle",
        "date": "2024-03-13",
        "publisher": "La Gazette du Rhône",
        "url": "https://gazette.example/économie/nordavia?page=1#suite",
        "source": None,
        "when": "2024-03",
        "amount": "1200000000 EUR",
        "role": None,
        "confidence": 0.9,
        "reasons": ["verb racheter × 0.9"],
        "start": 0,
        "end": 78,
    }


def test_paths_as_csv_and_json(folder):
    call = ("path", "Paul Astier", "Nordavia", "--in", "out", "--limit", "1", "--format")
    steps = [(r["path"], r["step"], r["relation"]) for r in rows(liaisons(*call, "csv", cwd=folder))]
    assert steps == [("1", "1", "met_with"), ("1", "2", "sued")]
    (found,) = json.loads(liaisons(*call, "json", cwd=folder).out)
    assert [e["name"] for e in found["entities"]] == ["Paul Astier", "Ines Vauquelin", "Nordavia"]
    assert [[s["evidence"][0]["article"] for s in step] for step in found["steps"]] == [
        ["gazette/2024-03-13"],
        ["wire-7"],
    ]


@pytest.mark.parametrize(("form", "expected"), [("json", "[]\n"), ("csv", "path,step,subject,")])
def test_no_path_in_other_formats(folder, form, expected):
    run = liaisons("path", "Lyon", "Quantelle", "--max-length", "1", "--in", "out", "--format", form, cwd=folder)
    assert (run.status, run.err, run.out.count("\n")) == (1, "", 1)
    assert run.out.startswith(expected)


def test_timeline(folder):
    run = liaisons("timeline", "Quantelle", "--in", "out", "--since", "2024-03-01", "--status", "asserted", cwd=folder)
    assert run == Run(
        0,
        """\
2024          Nordavia acquired Quantelle
      “Nordavia bought Quantelle last year.”
      wire-7 · The Wire · 2025-01 · dated 2024 · confidence 1.00
2024-03       Nordavia acquired Quantelle
      “Le groupe Nordavia a racheté Quantelle pour 1,2 milliard d’euros en mars 2024.”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · dated 2024-03 · 1200000000 EUR · confidence 0.90
(2024-03-13)  Ines Vauquelin leads Quantelle
      “Inès Vauquelin, directrice générale de Quantelle, a rencontré Paul Astier mardi.”
      gazette/2024-03-13 · La Gazette du Rhône · 2024-03-13 · as directrice générale · confidence 0.95
3 dated sentences
""",
        "",
    )


def test_timeline_as_csv_and_json(folder):
    call = ("timeline", "Quantelle", "--in", "out", "--until", "2024-03-13", "--format")
    found = rows(liaisons(*call, "csv", cwd=folder))
    moments = [
        ("2024", "year", "False", "acquired"),
        ("2024-03", "month", "False", "acquired"),
        ("2024-03-13", "day", "True", "leads"),
        ("2024-03-13", "day", "True", "left"),
    ]
    assert [(r["moment"], r["precision"], r["of_article"], r["relation"]) for r in found] == moments
    as_json = json.loads(liaisons(*call, "json", cwd=folder).out)
    assert [(m["date"], m["precision"], str(m["of_article"]), m["relation"]) for m in as_json] == moments
    assert [m["evidence"][0]["sentence"] for m in as_json] == [r["sentence"] for r in found]


def test_stats(folder):
    run = liaisons("stats", "--in", "out", "--limit", "2", cwd=folder)
    assert (run.status, run.err) == (0, "")
    lines = [" ".join(line.split()) for line in run.out.splitlines()]
    assert lines[0] == "4 articles, 8 entities, 10 statements, 11 sentences"
    expected = [
        "leads 3",
        "acquired 1",
        "and 6 more; --limit shows them",
        "not stated 2",
        "fr 2",
        "Person 2",
        "asserted 7",
    ]
    assert [line for line in expected if line not in lines] == []


def test_stats_as_csv_and_json(folder):
    found = [
        (r["of"], r["name"], r["value"]) for r in rows(liaisons("stats", "--in", "out", "--format", "csv", cwd=folder))
    ]
    months = [("", 2), ("2023", 1), ("2024", 1), ("2024-03", 5), ("2025", 1), ("2025-01", 1)]
    assert [row for row in found if row[0] == "month"] == [("month", month, str(n)) for month, n in months]
    as_json = json.loads(liaisons("stats", "--in", "out", "--format", "json", cwd=folder).out)
    assert as_json["statements"] == 10
    assert as_json["by"]["status"] == {"asserted": 7, "ended": 1, "negated": 1, "uncertain": 1}
    assert as_json["by"]["source"] == {"La Gazette du Rhône": 1, "Paul Astier": 1}
    flat = {(section, name): str(n) for section, part in as_json["by"].items() for name, n in part.items()}
    assert {(of, name): n for of, name, n in found if of in as_json["by"]} == flat
    assert as_json["reports"] == []


@pytest.mark.parametrize("command", ["show", "timeline"])
def test_a_store_may_be_named_itself(folder, command):
    whole = liaisons(command, "Lyon", "--in", "out", cwd=folder)
    assert whole.status == 0
    assert liaisons(command, "Lyon", "--in", "out/graph.sqlite", cwd=folder) == whole


ASKING = ("show", "find", "query", "path", "timeline", "events", "stats", "review", "why")
ANALYSES = tuple(command.name or command.callback.__name__ for command in analyse.registered_commands)


@pytest.mark.parametrize("command", [*((name,) for name in ASKING), *(("analyse", name) for name in ANALYSES)])
def test_what_asks_answers_in_every_format(command):
    text = CliRunner().invoke(cli.app, [*command, "--help"], env={"COLUMNS": "300"}).output
    assert "--in" in text
    assert re.search(r"--format +(FORMAT|<str>) +.*table.*csv.*json", text)
    assert f"Example: liaisons {' '.join(command)} " in text


@pytest.mark.parametrize("name", ["takeover: Nordavia, Quantelle (2024-03)", "group/quantelle"])
def test_show_as_json_has_events(folder, name):
    found = json.loads(liaisons("show", name, "--in", "out", "--format", "json", cwd=folder).out)
    (event,) = found.get("events", [found])
    assert event["id"] == "happening/acquired/group/nordavia/group/quantelle/2024-03"
    assert [(p["role"], p["name"]) for p in event["participants"]] == [("agent", "Nordavia"), ("patient", "Quantelle")]


def test_show_of_an_event_as_csv_has_its_statements(folder):
    event = "happening/acquired/group/nordavia/group/quantelle/2024-03"
    found = rows(liaisons("show", event, "--in", "out", "--format", "csv", cwd=folder))
    assert {(r["subject"], r["relation"], r["object"]) for r in found} == {("Nordavia", "acquired", "Quantelle")}


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--format", "gexf", "--events"], "name another folder with -o"),
        (["--format", "ftm", "--events", "-o", "else"], "--events is for json, gexf, graphml, neo4j"),
    ],
)
def test_events_are_not_written_where_they_would_not_stay(folder, options, reason):
    run = liaisons("export", "--in", "out", *options, cwd=folder)
    assert (run.status, run.out) == (2, "")
    assert reason in run.message


def test_exported_events_are_nodes(folder):
    for given, extra in (([], 0), (["--events"], 1)):
        run = liaisons("export", "--in", "out", "--format", "json", *given, "-o", f"else{extra}", cwd=folder)
        assert run.status == 0
        nodes = json.loads((folder / f"else{extra}" / "graph.json").read_text(encoding="utf-8"))["nodes"]
        assert any(n["id"].startswith("happening/acquired/") for n in nodes) == bool(extra)


@pytest.mark.parametrize("command", ["show", "timeline", "events", "stats", "review"])
def test_hostile_names_break_no_format(hostile_graph, tmp_path, command):
    (tmp_path / "out").mkdir()
    store.write(hostile_graph, tmp_path / "out" / store.FILE)
    for entity in hostile_graph.entities if command in ("show", "timeline") else [""]:
        call = (command, entity, "--in", "out") if entity else (command, "--in", "out")
        assert liaisons(*call, "--format", "json", cwd=tmp_path).err == ""
        json.loads(liaisons(*call, "--format", "json", cwd=tmp_path).out)
        table_ = list(csv.reader(io.StringIO(liaisons(*call, "--format", "csv", cwd=tmp_path).out, newline="")))
        assert len({len(row) for row in table_}) == 1
        assert not [cell for row in table_[1:] for cell in row if cell.startswith(("=", "@", "\t"))]


# --- query

PEOPLE = "SELECT ?id ?name { ?id a lia:Person ; rdfs:label ?name } ORDER BY ?name"
IDS = [f"https://w3id.org/liaisons/data/entity/human/{name}" for name in ("ines-vauquelin", "paul-astier")]


@pytest.mark.parametrize("from_file", [False, True])
def test_query_as_csv(folder, from_file):
    (folder / "é.rq").write_text(PEOPLE, encoding="utf-8")
    run = liaisons("query", "@é.rq" if from_file else PEOPLE, "--in", "out", "--format", "csv", cwd=folder)
    assert (run.status, run.err) == (0, "")
    expected = [["id", "name"], [IDS[0], "Ines Vauquelin"], [IDS[1], "Paul Astier"]]
    assert list(csv.reader(io.StringIO(run.out))) == expected


def test_query_as_json(folder):
    run = liaisons("query", PEOPLE, "--in", "out", "--format", "json", cwd=folder)
    found = [{k: v["value"] for k, v in row.items()} for row in json.loads(run.out)["results"]["bindings"]]
    assert found == [{"id": IDS[0], "name": "Ines Vauquelin"}, {"id": IDS[1], "name": "Paul Astier"}]


def test_query_as_a_table(folder):
    run = liaisons("query", PEOPLE, "--in", "out", cwd=folder)
    cells = [[cell.strip() for cell in line.split("│")[1:-1]] for line in run.out.splitlines() if "│" in line]
    assert cells == [[IDS[0], "Ines Vauquelin"], [IDS[1], "Paul Astier"]]
    assert run.out.endswith("\n2 rows\n")


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_query_without_an_answer(folder, form):
    run = liaisons("query", "SELECT ?x { ?x lia:banned ?y }", "--in", "out", "--format", form, cwd=folder)
    assert (run.status, run.err) == (0, "")
    assert {"table": "0 rows", "csv": "x", "json": '"bindings":[]'}[form] in run.out


def test_a_query_with_terms_that_the_ontology_does_not_have(folder):
    text = "ASK { ?x lia:fundd ?y ; a lia:Zebra ; lia:fundd 'lia:leadd' }"
    for form, answer in (("csv", "false"), ("table", "1 row\n")):
        run = liaisons("query", text, "--in", "out", "--format", form, cwd=folder)
        assert (run.status, run.out.endswith(answer)) == (0, True)
        assert run.err.splitlines() == [
            "note: lia:fundd is no term of the ontology; near it: lia:founded, lia:funds",
            "note: lia:Zebra is no term of the ontology",
        ]
    assert "note" not in liaisons("query", f"{text} x", "--in", "out", cwd=folder).err


SUED = "SELECT ?who { ?s rdf:predicate ?r ; rdf:subject/rdfs:label ?who FILTER(?r IN (lia:sued, lia:left)) }"


@pytest.mark.parametrize(("confidence", "people"), [("0", 2), ("0.6", 1), ("0.95", 0)])
def test_query_of_what_is_sure(folder, confidence, people):
    run = liaisons("query", SUED, "--in", "out", "--format", "csv", "--min-confidence", confidence, cwd=folder)
    assert (run.status, run.err, run.out.split()) == (0, "", ["who", *["Ines", "Vauquelin"] * people])


def test_the_named_queries_are_listed(folder):
    english, french = (liaisons("query", "--list", "--labels", lang, cwd=folder).out for lang in ("en", "fr"))
    assert "who-funds" in english
    assert "Who leads what" in english
    assert "Qui dirige quoi" in french


def test_a_named_query(folder):
    run = liaisons("query", "who-leads", "--name", "paul astier", "--in", "out", "--format", "csv", cwd=folder)
    assert (run.status, run.err) == (0, "")
    assert list(csv.reader(io.StringIO(run.out))) == [
        ["person", "title", "leads", "day"],
        ["Paul Astier", "", "Parti des Rivières", ""],
    ]


def test_a_named_query_is_shown(folder):
    run = liaisons("query", "laws", "--show", cwd=folder)
    assert run.out.startswith("# title@en: ")
    assert "VALUES ?name { UNDEF }" in run.out
    filled = liaisons("query", "laws", "--show", "--name", "Lyon", "--in", "out", cwd=folder)
    assert re.search(r"VALUES \?name \{ <\S+/lyon> \}", filled.out)


def test_a_query_of_a_file_has_parameters(folder):
    text = "# parameter name entity: who\nASK { VALUES ?name { UNDEF } ?name lia:sued ?what }\n"
    (folder / "sued.rq").write_text(text, encoding="utf-8")
    for name, answer in (("vauquelin", "true"), ("astier", "false")):
        run = liaisons("query", "@sued.rq", "--name", name, "--in", "out", "--format", "csv", cwd=folder)
        assert run.out == answer


@pytest.mark.parametrize(
    ("text", "form", "start"),
    [
        (PEOPLE, "tsv", "?id\t?name\n<"),
        (PEOPLE, "xml", '<?xml version="1.0"?><sparql'),
        ("CONSTRUCT { ?x a lia:Person } { ?x a lia:Person }", "turtle", "@prefix lia: <"),
        ("CONSTRUCT { ?x a lia:Person } { ?x a lia:Person }", "ntriples", "<https://w3id.org/liaisons/"),
        ("CONSTRUCT { ?x a lia:Person } { ?x a lia:Person }", "json", '[{"@id"'),
    ],
)
def test_query_in_other_formats(folder, text, form, start):
    run = liaisons("query", text, "--in", "out", "--format", form, cwd=folder)
    assert (run.status, run.out.startswith(start)) == (0, True), run.out


# --- what is wrong

IN = ["--in", "out"]

WRONG = [
    (["show", "X", "--in", "nowhere"], "nowhere/graph.sqlite: no such store; `liaisons build` makes one"),
    (["path", "X", "Y", "--in", "nowhere"], "nowhere/graph.sqlite: no such store; `liaisons build` makes one"),
    (["query", "ASK {}", "--in", "nowhere"], "nowhere/graph.sqlite: no such store; `liaisons build` makes one"),
    (
        ["show", "X", "--in", "text"],
        "text/graph.sqlite: not a store but another kind of file (file is not a database); build it again",
    ),
    (["show", "Lyon", *IN, "--relation", "lead"], "no relation 'lead'; there are leads, "),
    (
        ["show", "Lyon", *IN, "--since", "mars"],
        "no date: 'mars'; write a year, a month or a day, such as 2023, 2023-11",
    ),
    (["show", "Lyon", *IN, "--source", "Le Mur"], "no entity called 'Le Mur' in this graph"),
    (["timeline", "Lyon", *IN, "--format", "xml"], "no format 'xml'; there are table, csv, json"),
    (["stats", "--in", "nowhere"], "nowhere/graph.sqlite: no such store; `liaisons build` makes one"),
    (["show", "Personne", *IN], "no entity called 'Personne' in this graph"),
    (["path", "Lyon", "Personne", *IN], "no entity called 'Personne' in this graph"),
    (
        ["show", "rivières", *IN],
        "'rivières' could be several entities: Parti des Rivières (Party, group/parti-des-rivieres), sommet des "
        "Rivières 2023 (Event, happening/sommet-des-rivieres-2023). Give the full name or the id.",
    ),
    (["show", "Lyon", *IN, "--status", "denied"], "no status 'denied'; there are asserted, ended, negated, uncertain"),
    (
        ["path", "Lyon", "Nordavia", *IN, "--status", "denied"],
        "no status 'denied'; there are asserted, ended, negated, uncertain",
    ),
    (["show", "Lyon", *IN, "--labels", "de"], "no labels in 'de'; there are en, fr"),
    (["query", "laws", *IN, "--since", "2024"], "the query laws has no parameter --since; it takes --name"),
    (["query", "career", *IN], "the query career needs --name: the person"),
    (["query", "carer", *IN], "no query called 'carer'; did you mean career"),
    (
        ["query", PEOPLE, *IN, "--format", "turtle"],
        "turtle is for CONSTRUCT and DESCRIBE, not for SELECT and ASK; take",
    ),
    (
        ["query", "DESCRIBE <a:b>", *IN, "--format", "csv"],
        "csv is for SELECT and ASK, not for CONSTRUCT and DESCRIBE; take",
    ),
    (["serve", "--in", "nowhere"], "nowhere/graph.sqlite: no such store; `liaisons build` makes one"),
    (["query", *IN], "query needs the name of a query or a query; `liaisons query --list` names them"),
    (["query", "ASK {}"], "query needs --in OUT, the folder that `liaisons build` wrote"),
    (["query", "SELECT nobody", *IN], "not a SPARQL query: line 1, column 14"),
    (
        ["query", "ASK {}", *IN, "--format", "yaml"],
        "no format 'yaml'; there are table, csv, tsv, json, xml, turtle, nt",
    ),
    (["query", "@none.rq", *IN], "none.rq: cannot be read as a query ("),
    (["query", "@latin1.rq", *IN], "latin1.rq: cannot be read as a query ("),
    (["build", "article.txt", "-o", "new", "--labels", "de"], "no labels in 'de'; there are en, fr"),
    (["build", "article.txt", "-o", "new", "--field", "text"], "--field takes OURS=THEIRS, not 'text'"),
    (
        ["build", "article.txt", "-o", "new", "--field", "body=text"],
        "no field 'body': the fields are id, title, text, ",
    ),
    (["build", "article.txt", "-o", "new", "--model", "fr"], "--model takes "),
    (["explain", "article.txt", "--lang", "fr"], "--lang is for standard input; "),
    (["explain", "-", "--lang", "de"], "--lang de: liaisons reads en, fr"),
    (["evaluate", "none.jsonl"], "none.jsonl: cannot be read (No such file or directory)"),
    (["evaluate", "g", "--format", "xml"], "no format 'xml'; there are table, csv, json"),
    (["evaluate", "g", "--format", "csv", "--by-relation", "--errors"], "a CSV file is one table: give "),
    (["evaluate", "g", "--keep", "k", "--predictions", "p"], "--keep keeps what is extracted; "),
]


@pytest.mark.parametrize(("args", "message"), WRONG, ids=[" ".join(args) for args, _ in WRONG])
def test_what_a_user_can_mend_is_one_sentence(folder, args, message):
    (folder / "text").mkdir(exist_ok=True)
    (folder / "text" / store.FILE).write_text("Il pleut.\n" * 100, encoding="utf-8")
    (folder / "article.txt").write_text("Microsoft a racheté GitHub.", encoding="utf-8")
    (folder / "latin1.rq").write_bytes("# é".encode("latin-1"))
    run = liaisons(*args, cwd=folder)
    assert (run.status, run.out) == (2, "")
    assert run.message.startswith(f"liaisons: {message}")
    assert not (folder / "new").exists()


@pytest.mark.parametrize(
    "args",
    [
        ["rebuild"],
        ["build"],
        ["build", "article.txt"],
        ["show", "Lyon"],
        ["show", "Lyon", "--in", "out", "--limit", "0"],
        ["path", "Lyon", "--in", "out"],
        ["path", "Lyon", "Nordavia", "--in", "out", "--max-length", "many"],
        ["evaluate"],
        ["explain"],
        ["explain", "a.txt", "--sentence", "0"],
        ["show", "Lyon", "--in", "out", "--min-confidence", "1.5"],
        ["--nothing"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_shows_the_usage(folder, args):
    run = liaisons(*args, cwd=folder)
    assert (run.status, run.out) == (2, "")
    assert "Usage: liaisons" in run.err


def test_what_is_no_query_is_shown_with_its_place(folder):
    done = process("query", "SELECT ?é {\n\t?é lia:leads }", "--in", "out", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        "liaisons: not a SPARQL query: line 2, column 15",
        "   ?é lia:leads }",
        "  " + " " * 14 + "^",
    ]


def test_the_process_ends_with_the_same_status_and_sentence(folder):
    done = process("show", "Personne", "--in", "out", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        "liaisons: no entity called 'Personne' in this graph; `liaisons find` looks for words in all sentences"
    ]


def test_a_long_sentence_stays_in_one_line(folder):
    done = process("show", "rivières", "--in", "out", cwd=folder, COLUMNS="80")
    assert len(done.stderr.decode().splitlines()) == 1


def test_a_reader_that_stops_early_is_no_error(folder):
    """`liaisons … | head`: the pipe is closed before anything is written."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "liaisons", "query", "SELECT * { ?s ?p ?o }", "--in", "out", "--format", "csv"]
    done = subprocess.run(command, cwd=folder, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


# --- evaluate

ADA, BETA = {"id": "e1", "name": "Ada Morel", "type": "Person"}, {"id": "e2", "name": "Bêta", "type": "Company"}
BO = {"id": "e3", "name": "Bo Ott", "type": "Person", "mentions": ["Ott"]}
GOLD = [
    {
        "id": "un",
        "lang": "fr",
        "text": "Ada Morel a dirigé Bêta. Bo Ott a rejoint Bêta.",
        "entities": [ADA, BETA, BO],
        "triples": [
            {"s": "e1", "r": "leads", "o": "e2", "status": "ended"},
            {"s": "e3", "r": "joined", "o": "e2", "evidence": "Bo Ott a rejoint Bêta."},
        ],
    },
    {"id": "two", "lang": "en", "text": "It rains.", "entities": [], "triples": []},
]
PREDICTED = [
    {
        "id": "un",
        "entities": [ADA, BETA],
        "triples": [
            {"s": "e1", "r": "leads", "o": "e2", "confidence": 0.9, "evidence": "Ada Morel a dirigé Bêta."},
            {"s": "e1", "r": "owns", "o": "e2", "confidence": 0.5, "evidence": "Ada Morel a dirigé Bêta."},
        ],
    }
]
EVALUATED = """\
 gold  texts      P      R     F1  pairs  status    all  named  gold n
 ─────────────────────────────────────────────────────────────────────
 en        1  0.000  0.000  0.000  0.000   0.000  0.000  0.000       0
 fr        1  0.500  0.500  0.500  0.500   0.000  0.800  0.800       2

 all       2  0.500  0.500  0.500  0.500   0.000  0.800  0.800       2

P, R, F1: statements; pairs: F1 without the relation; all, named: F1 of entities


 relation  gold  found  predicted  right      P      R     F1
 ────────────────────────────────────────────────────────────
 leads        1      1          1      1  1.000  1.000  1.000
 joined       1      0          0      0  0.000  0.000  0.000
 owns         0      0          1      0  0.000  0.000  0.000


un
  missed        Bo Ott joined Bêta (asserted)  Bo Ott was not found
                “Bo Ott a rejoint Bêta.”
  extra         Ada Morel owns Bêta (asserted)  the gold has: leads
                “Ada Morel a dirigé Bêta.”
  status        Ada Morel leads Bêta (asserted, not ended)
                “Ada Morel a dirigé Bêta.”
  entity missed Bo Ott (Person)
                “Bo Ott a rejoint Bêta.”
"""


@pytest.fixture(scope="module")
def annotated(tmp_path_factory) -> Path:
    """A folder with a gold file and predictions for one of its two articles."""
    folder: Path = tmp_path_factory.mktemp("annotated")
    for name, records in (("gold.jsonl", GOLD), ("predicted.jsonl", PREDICTED)):
        (folder / name).write_text("".join(f"{json.dumps(r)}\n" for r in records), encoding="utf-8")
    return folder


SCORE = ["evaluate", "gold.jsonl", "--predictions", "predicted.jsonl"]


def test_evaluate_whole(annotated):
    run = liaisons(*SCORE, "--by-relation", "--errors", cwd=annotated)
    lines = [line.rstrip() for line in run.out.splitlines()]
    assert (run.status, "\n".join(lines).strip("\n")) == (0, EVALUATED.strip("\n"))
    assert run.message == "no prediction for 1 of 2 articles, counted as empty: two"


def test_evaluate_what_is_sure(annotated):
    found = json.loads(liaisons(*SCORE, "--format", "json", "--min-confidence", "0.8", cwd=annotated).out)["all"]
    assert found["triples"] == {"precision": 1.0, "recall": 0.5, "f1": 0.667}


def test_evaluate_as_json(annotated):
    run = liaisons(*SCORE, "--format", "json", "--by-relation", "--errors", cwd=annotated)
    found = json.loads(run.out)
    assert set(found) == {"all", "languages", "relations", "errors"}
    assert found["all"]["counts"]["triple_gold"] == 2
    assert found["relations"]["leads"] == {
        "gold": 1,
        "found": 1,
        "predicted": 1,
        "right": 1,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
    }
    assert [e["kind"] for e in found["errors"]] == ["missed", "extra", "status", "entity missed"]


@pytest.mark.parametrize(
    ("options", "columns", "rows"),
    [
        ([], ["scope", "name", "triples_precision"], [["language", "en"], ["language", "fr"], ["all", "all"]]),
        (["--by-relation"], ["relation", "gold", "found"], [["leads", "1"], ["joined", "1"], ["owns", "0"]]),
        (["--errors"], ["article", "kind", "subject"], [["un", "missed"], ["un", "extra"], ["un", "status"], ["un", "entity missed"]]),
    ],
)  # fmt: skip
def test_evaluate_as_csv(annotated, options, columns, rows):
    first, *rest = csv.reader(io.StringIO(liaisons(*SCORE, "--format", "csv", *options, cwd=annotated).out))
    assert first[:3] == columns
    assert [row[:2] for row in rest] == rows


def test_what_is_wrong_in_a_gold_file_costs_only_itself(annotated, tmp_path):
    bad = [GOLD[0] | {"id": "zwei", "triples": [{"s": "e1", "r": "own", "o": "e2"}]}, GOLD[1], GOLD[0] | {"id": "drei"}]
    (tmp_path / "bad.jsonl").write_text("\n".join(map(json.dumps, bad)), encoding="utf-8")
    run = liaisons(*SCORE, tmp_path / "bad.jsonl", "--format", "csv", cwd=annotated)
    assert run.status == 1
    assert run.err.splitlines()[:2] == [
        f"skipped {tmp_path}/bad.jsonl, line 1: triple 1: no relation 'own'; did you mean 'owns'?",
        f"skipped {tmp_path}/bad.jsonl, article 'two': is in gold.jsonl already: give it an id of its own",
    ]
    scopes = [row[:2] for row in csv.reader(io.StringIO(run.out))][1:]
    assert scopes == [["file", "gold"], ["file", "bad"], ["language", "en"], ["language", "fr"], ["all", "all"]]


@pytest.mark.model
def test_evaluate_extracts_and_keeps(annotated, tmp_path):
    german = GOLD[1] | {"id": "drei", "lang": "de"}
    (tmp_path / "gold.jsonl").write_text(f"{json.dumps(GOLD[0])}\n{json.dumps(german)}\n", encoding="utf-8")
    run = liaisons("evaluate", "gold.jsonl", "--keep", "kept.jsonl", "--format", "json", "-q", cwd=tmp_path)
    assert (run.status, json.loads(run.out)["all"]["articles"]) == (1, 1)
    assert run.err.splitlines() == [
        "skipped gold.jsonl, article 'drei': no rules for the language 'de': liaisons reads en, fr"
    ]
    again = liaisons("evaluate", "gold.jsonl", "--predictions", "kept.jsonl", "--format", "json", cwd=tmp_path)
    assert json.loads(again.out)["all"]["triples"] == json.loads(run.out)["all"]["triples"]


# --- explain

ARTICLE = """\
Le groupe Nordavia rachète Quantelle

Le groupe Nordavia a racheté la société Quantelle. Il pleut. Nordavia a ensuite dévoré Lyon. Rien n’est dit ici.
"""


@pytest.fixture
def article(tmp_path) -> Path:
    """A folder with an article in `a.txt`."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.mark.model
def test_explain_says_what_is_stated_and_why_not(article):
    run = liaisons("explain", "a.txt", "--grep", "NORDAVIA A", cwd=article)
    assert (run.status, run.err) == (0, "")
    lines = [line.rstrip() for line in run.out.splitlines()]
    assert lines[0] == "a  fr"
    assert "  2  Le groupe Nordavia a racheté la société Quantelle." in lines
    assert "  4  Nordavia a ensuite dévoré Lyon." in lines
    assert any(
        line.startswith("       ✓ Nordavia acquired Quantelle (asserted)  0.90 = 0.9 (verb racheter)") for line in lines
    )
    assert "       ✗ no row for the verb “dévorer” (lexicon/fr/relations*.toml)" in lines


@pytest.mark.model
@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ([], ["1", "2", "4"]),
        (["--all"], ["1", "2", "3", "4", "5"]),
        (["--sentence", "3", "--sentence", "2"], ["2", "3"]),
        (["--grep", "pleut"], ["3"]),
    ],
)
def test_explain_chooses_sentences(article, options, numbers):
    out = liaisons("explain", "a.txt", *options, cwd=article).out
    assert [line.split()[0] for line in out.splitlines() if line[:3].strip().isdigit() and line[3:5] == "  "] == numbers


@pytest.mark.model
def test_explain_finds_no_such_sentence(article):
    run = liaisons("explain", "a.txt", "--grep", "Marseille", cwd=article)
    assert (run.status, run.out) == (1, "No such sentence.\n")


@pytest.mark.model
def test_explain_reads_standard_input_and_files(article, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Microsoft acquired GitHub.")))
    run = liaisons("explain", "-", "a.txt", "--grep", "GitHub", "--lang", "en", cwd=article)
    assert run.out.startswith("standard input  en\n")
    assert "✓ Microsoft acquired GitHub (asserted)" in run.out


@pytest.mark.model
def test_explain_writes_a_page(article):
    (article / "wire.jsonl").write_text(json.dumps(ENGLISH[0] | {"id": "<script>"}), encoding="utf-8")
    run = liaisons("explain", "a.txt", "wire.jsonl", "--html", "why é.html", cwd=article)
    assert run == Run(0, "why é.html\n", "")
    page = (article / "why é.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert page.count("<svg ") == page.count('<section class="sentence"') > 3


@pytest.mark.parametrize(("text", "message"), [("", "no text"), ("é".encode("latin-1"), "not UTF-8 at byte 1")])
def test_standard_input_that_is_no_text(article, monkeypatch, text, message):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text or b"")))
    run = liaisons("explain", "-", cwd=article)
    assert (run.status, run.message) == (2, f"liaisons: standard input: {message}")


# --- build

FRENCH = """\
Microsoft rachète GitHub

Par Maud Lestienne
Publié le 5 juin 2018

Microsoft a racheté la société GitHub pour 7,5 milliards de dollars. Emmanuel Macron soutient Thierry Breton. \
Thierry Breton est l'ancien PDG d'Atos. Emmanuel Macron a critiqué Apple.
"""
ENGLISH = [
    {
        "id": "wire-1",
        "date": "2018-06-04",
        "title": "Microsoft buys GitHub",
        "source": "The Wire",
        "text": "Microsoft acquired GitHub in June 2018. Tim Cook, the chief executive of Apple, criticized Microsoft.",
    },
    {"id": "wire-2", "date": "2018-06-07", "text": "Google did not buy GitHub. Amazon could acquire Slack next year."},
]


def write_articles(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "rachat é.txt").write_text(FRENCH, encoding="utf-8")
    (folder / "wire.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in ENGLISH), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A folder with `presse`, in which there are articles, and `graphe à voir`, the graph of them."""
    folder: Path = tmp_path_factory.mktemp("built")
    write_articles(folder / "presse")
    run = liaisons("build", "presse", "-o", "graphe à voir", "--title", "Essai", cwd=folder)
    assert (run.status, run.err) == (0, "")
    (folder / "said.txt").write_text(run.out, encoding="utf-8")
    return folder


OUT = ["--in", "graphe à voir"]


@pytest.mark.model
def test_build_writes_every_file_and_says_so(built):
    assert {p.name for p in (built / "graphe à voir").iterdir()} == FILES
    said = (built / "said.txt").read_text(encoding="utf-8")
    assert all(f"graphe à voir/{name}" in said for name in FILES)
    assert " ".join(said.split()).startswith("articles 3 2 en, 1 fr entities ")
    assert '--in "graphe à voir"' in said


@pytest.mark.model
def test_exports_without_what_is_not_sure(built, tmp_path):
    run = liaisons("build", built / "presse", "-o", "out", "--min-confidence", "0.9", cwd=tmp_path)
    assert run.status == 0
    whole = store.read(tmp_path / "out" / store.FILE)
    assert whole == store.read(built / "graphe à voir" / store.FILE)
    with (tmp_path / "out" / "statements.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kept = [e for s in whole.statements() for e in s.evidence if e.confidence >= 0.9]
    assert len(rows) == len(kept) > 0
    assert "min_confidence" in (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")


@pytest.mark.model
def test_build_names_its_models_in_the_store(built):
    found = store.parameters(built / "graphe à voir" / store.FILE)
    assert found["liaisons"] == __version__
    assert found["model.fr"].startswith("core_news_md ")
    assert set(found) == {"liaisons", "base", "model.en", "model.fr", "page.title"}


@pytest.mark.model
def test_what_articles_state_is_in_the_graph_with_its_sentences(built):
    graph = store.read(built / "graphe à voir" / store.FILE).check()
    assert list(graph.articles) == ["rachat é", "wire-1", "wire-2"]
    found = {s.key: sorted(e.sentence.quote for e in s.evidence) for s in graph.statements()}
    acquired = found["group/microsoft", "acquired", "group/github", "asserted"]
    assert "Microsoft a racheté la société GitHub pour 7,5 milliards de dollars." in acquired
    assert "Microsoft acquired GitHub in June 2018." in acquired
    assert ("group/google", "acquired", "group/github", "negated") in found
    assert ("group/amazon", "acquired", "group/slack", "uncertain") in found
    assert ("human/thierry-breton", "leads", "group/atos", "ended") in found


@pytest.mark.model
def test_the_built_graph_can_be_asked(built):
    shown = liaisons("show", "github", *OUT, cwd=built).out
    assert shown.startswith("GitHub  Company  group/github\n")
    assert (
        "“Microsoft a racheté la société GitHub pour 7,5 milliards de dollars.”\n      rachat é · 2018-06-05 ·" in shown
    )
    path = liaisons("path", "Emmanuel Macron", "GitHub", *OUT, cwd=built).out
    assert path.startswith("Emmanuel Macron — Apple — Tim Cook — Microsoft — GitHub\n")
    assert liaisons("path", "Google", "GitHub", *OUT, cwd=built).status == 1
    assert liaisons("path", "Google", "GitHub", *OUT, "--status", "negated", cwd=built).status == 0
    leaders = "SELECT ?n { ?x rdf:predicate lia:leads ; rdf:subject/rdfs:label ?n ; lia:status lia:ended }"
    assert liaisons("query", leaders, *OUT, "--format", "csv", cwd=built).out.split("\r\n") == [
        "n",
        "Thierry Breton",
        "",
    ]


@pytest.mark.model
def test_quiet_prints_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("Microsoft acquired GitHub for seven billion dollars.", encoding="utf-8")
    assert liaisons("build", "a.txt", "-o", "deep/out", "-q", cwd=tmp_path) == Run(0, "", "")
    assert {p.name for p in (tmp_path / "deep" / "out").iterdir()} == FILES


GOOD = {"id": "good-1", "lang": "en", "text": "Microsoft acquired GitHub. Tim Cook, the chief executive, left Apple."}

BAD = [
    ("absent.txt", None, "no such file or folder"),
    ("bad/binary.txt", b"%PDF-1.7\n\x00\x01\x02", "a binary file, not text: "),
    ("bad/broken.json", b'{"text": "Microsoft acquired GitHub', "not JSON at line 1, column "),
    ("bad/damaged.txt", "Zoé acheté à l’été".encode() * 5 + b"\xe9\xff", "not UTF-8 at byte "),
    ("bad/empty.txt", b"", "empty file"),
    ("bad/huge.txt", b"Microsoft acquired GitHub.\n" * 190_000, "5,130,000 characters, more than the 1,000,000 "),
    ("bad/lines.jsonl, line 3", None, "not JSON at column "),
    ("bad/lines.jsonl, line 4", None, "no field 'text': its fields are 'id', 'body'"),
    ("bad/lines.jsonl, line 6", None, "a number, not a record: "),
    ("bad/short.txt", b"Microsoft.", "too short for an article: "),
    ("bad/spanish.txt", "El presidente se reunió ayer en Madrid.".encode(), "language looks like Spanish"),
    ("bad/table.csv", b"id,body\n1,Microsoft acquired GitHub.\n", "no field 'text' in the first row: "),
    *([("bad/unreadable.txt", b"Microsoft acquired GitHub.", "not allowed to read it: ")] if os.geteuid() else []),
]
LINES = [
    json.dumps(GOOD),
    "",
    '{"id": "broken", "text": "Microsoft acq',
    json.dumps({"id": "other", "body": "Microsoft acquired GitHub."}),
    json.dumps(GOOD | {"id": "good-2", "text": "Google sued Microsoft in California on Tuesday morning."}),
    "7",
]


@pytest.mark.model
def test_bad_inputs_cost_only_themselves(tmp_path):
    (tmp_path / "bad").mkdir()
    for name, data, _ in BAD:
        if data is not None:
            (tmp_path / name).write_bytes(data)
    if os.geteuid():
        (tmp_path / "bad" / "unreadable.txt").chmod(0)
    (tmp_path / "bad" / "lines.jsonl").write_text("\n".join(LINES), encoding="utf-8")
    latin = "Zoé Vidal, the chief executive of Nestlé, met Tim Cook in Genève on Tuesday; the café was closed."
    (tmp_path / "bad" / "windows.txt").write_bytes(latin.encode("cp1252"))
    (tmp_path / "good.txt").write_text("Tim Cook, the boss of Apple, criticized Microsoft again.", encoding="utf-8")

    run = liaisons("build", "bad", "absent.txt", "good.txt", "-o", "out", "-q", cwd=tmp_path)

    lines = run.err.splitlines()
    assert [line.split(": ")[0] for line in lines] == [f"skipped {place}" for place, _, _ in BAD]
    for line, (place, _, reason) in zip(lines, BAD, strict=True):
        assert line.startswith(f"skipped {place}: {reason}")
    assert (run.status, run.out) == (1, "")
    graph = store.read(tmp_path / "out" / store.FILE).check()
    assert list(graph.articles) == ["good", "good-1", "good-2", "windows"]
    assert graph.articles["windows"].text == latin
    assert {str(s.status) for s in graph.statements()} <= set(Status)
    assert {p.name for p in (tmp_path / "out").iterdir()} == FILES


def test_nothing_to_read(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    run = liaisons("build", "empty.txt", "folder", "absent", "-o", "out", cwd=tmp_path)
    assert (run.status, run.out) == (2, "")
    places = [line.split(":")[0] for line in run.err.splitlines()]
    assert places == ["skipped absent", "skipped empty.txt", "skipped folder", "liaisons"]
    assert run.err.endswith("\nliaisons: no article could be read\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.model
def test_a_model_that_is_not_installed(tmp_path):
    write_articles(tmp_path / "in")
    run = liaisons("build", "in", "-o", "out", "--model", "fr=fr_nothing", cwd=tmp_path)
    assert (run.status, run.out) == (2, "")
    assert run.message.startswith("liaisons: the spaCy model 'fr_nothing' is not installed; ")
    assert not (tmp_path / "out").exists()


@pytest.mark.model
@pytest.mark.parametrize("where", ["file", "file/out"])
def test_where_nothing_can_be_written(tmp_path, where):
    (tmp_path / "file").write_text("Microsoft acquired GitHub for seven billion dollars.", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Microsoft acquired GitHub for seven billion dollars.", encoding="utf-8")
    run = liaisons("build", "a.txt", "-o", where, cwd=tmp_path)
    assert (run.status, run.out) == (2, "")
    assert run.message.startswith((f"liaisons: {where}: cannot write there (", f"liaisons: {where}: is a file"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "file"]


@pytest.mark.model
def test_a_wrong_base_is_noticed_before_anything_is_written(tmp_path):
    (tmp_path / "a.txt").write_text("Microsoft acquired GitHub for seven billion dollars.", encoding="utf-8")
    run = liaisons("build", "a.txt", "-o", "out", "--base", "nonsense", cwd=tmp_path)
    assert run.status == 2
    assert run.message.startswith("liaisons: the base of the IRIs must be an absolute IRI that ends in '/'")
    assert not (tmp_path / "out").exists()


@pytest.mark.model
def test_a_build_does_not_read_its_own_output(tmp_path):
    write_articles(tmp_path / "in")
    (tmp_path / "in" / "rachat é.txt").unlink()
    first = liaisons("build", "in", "-o", "in/out", "-q", cwd=tmp_path)
    second = liaisons("build", "in", "-o", "in/out", "-q", cwd=tmp_path)
    assert (first.status, second) == (0, first)
    assert list(store.read(tmp_path / "in" / "out" / store.FILE).articles) == ["wire-1", "wire-2"]
