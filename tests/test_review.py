"""`liaisons review` in a real terminal: keys in, decisions out."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import termios
import time
from dataclasses import replace
from pathlib import Path

import pexpect
import pytest

from liaisons.exports import table
from liaisons.graph import decisions, store
from liaisons.graph.decisions import Action, Decision
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status
from liaisons.graph.questions import questions, settled, sightings
from liaisons.graph.resolution import Proposal

INES, PAUL, NORDAVIA, QUANTELLE = "human/ines-vauquelin", "human/paul-astier", "group/nordavia", "group/quantelle"
PARTY = "group/parti-des-rivieres"
LEFT = (INES, "left", QUANTELLE, "uncertain")
FUNDS = (NORDAVIA, "funds", PARTY, "negated")
PROPOSALS = (
    Proposal(INES, PAUL, 0.8, ("they share a first letter",)),
    Proposal(NORDAVIA, QUANTELLE, 0.7, ("they are in one article",)),
)


def proposing(graph: KnowledgeGraph, *proposals: Proposal) -> KnowledgeGraph:
    """The graph with these doubtful merges, of which it has none of its own."""
    copy = KnowledgeGraph(graph.article_graphs.values(), known=graph.known, decisions=graph.decisions)
    copy.__dict__["resolution"] = replace(graph.resolution, proposals=proposals)
    return copy


@pytest.fixture
def out(sample_graph, tmp_path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    store.write(proposing(sample_graph, *PROPOSALS), folder / store.FILE)
    return folder


def terminal(out: Path, *options: str) -> "pexpect.spawn[str]":
    child = pexpect.spawn(
        sys.executable,
        ["-m", "liaisons", "review", "--in", out.name, "--below", "0.75", *options],
        cwd=str(out.parent),
        env={**os.environ, "TERM": "dumb", "NO_COLOR": "1"},
        encoding="utf-8",
        timeout=20,
        dimensions=(50, 200),
    )
    child.delaybeforesend = None
    return child


def press(child: "pexpect.spawn[str]", key: str, until: str) -> None:
    """Press a key once the program waits for one (what is typed before that is thrown away), and read on."""
    for _ in range(3000):
        if not termios.tcgetattr(child.child_fd)[3] & termios.ICANON:
            break
        time.sleep(0.01)
    child.send(key)
    child.expect(until)


def decided(out: Path) -> list[Decision]:
    return list(decisions.read(out / "decisions.toml", missing_ok=True))


def finish(child: "pexpect.spawn[str]") -> str:
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return str(child.before)


SAME = Decision(Action.SAME, (INES, PAUL))
DIFFERENT = Decision(Action.DIFFERENT, (NORDAVIA, QUANTELLE))
REJECT, CONFIRM = Decision(Action.REJECT, statement=LEFT), Decision(Action.CONFIRM, statement=FUNDS)


def test_a_whole_review(out):
    child = terminal(out)
    child.expect("2 doubtful merges and 2 doubtful statements; decisions go into out/decisions.toml")
    child.expect("1 of 4 .* one thing or two")
    child.expect("1  Ines Vauquelin")
    child.expect("“Ines Vauquelin, the former boss of Quantelle, sued Nordavia \\(NVD\\) in 2025.")
    child.expect("wire-7 · The Wire · 2025-01")
    child.expect("2  Paul Astier")
    child.expect("likely 0.80: they share a first letter")
    child.expect("help")
    press(child, "y", "no such key here: y; there are s, d, space, u, q and \\? for help")
    press(child, "?", "undo: take the last answer back")
    press(child, "s", "same")
    child.expect("2 of 4")
    assert decided(out) == [SAME]
    press(child, "d", "3 of 4 .* does the sentence say so")
    child.expect("Ines Vauquelin left Quantelle \\(uncertain\\)")
    child.expect("“« Elle pourrait quitter Quantelle », assure Paul Astier.”")
    press(child, "n", "4 of 4")
    child.expect("according to La Gazette du Rhône")
    press(child, "y", "1 confirm, 1 different, 1 reject, 1 same; 0 left")
    child.expect("`liaisons build` and `liaisons add` replay the decisions.")
    child.expect("Apply them to out now")
    press(child, "n", "n")
    finish(child)
    assert decided(out) == [SAME, DIFFERENT, REJECT, CONFIRM]
    text = (out / "decisions.toml").read_text(encoding="utf-8")
    assert "# Ines Vauquelin (Person) / Paul Astier (Person)\n[[same]]\n" in text
    assert store.read(out / store.FILE).decisions == ()


def test_undo_goes_back_over_answers_and_what_was_left_for_later(out):
    mine = "# mine\n[[rename]]\nentity = 'group/nordavia'\nname = 'NORDAVIA'\n"
    (out / "decisions.toml").write_text(mine, encoding="utf-8")
    store.write(proposing(replace_decisions(store.read(out / store.FILE), mine), *PROPOSALS), out / store.FILE)
    child = terminal(out)
    child.expect("1 of 4")
    press(child, "u", "nothing to undo")
    press(child, "s", "2 of 4")
    press(child, " ", "later")
    child.expect("3 of 4")
    press(child, "u", "back")
    child.expect("2 of 4")
    press(child, "u", "undone: same")
    child.expect("1 of 4")
    assert (out / "decisions.toml").read_text(encoding="utf-8") == mine
    press(child, "d", "2 of 4")
    press(child, "q", "1 different; 3 left")
    press(child, "n", "n")
    finish(child)
    text = (out / "decisions.toml").read_text(encoding="utf-8")
    assert text.startswith(mine)
    assert [d.action for d in decisions.parse(text)] == ["rename", "different"]


def replace_decisions(graph: KnowledgeGraph, text: str) -> KnowledgeGraph:
    return KnowledgeGraph(graph.article_graphs.values(), known=graph.known, decisions=decisions.parse(text))


def test_what_is_decided_is_not_asked_again(out):
    child = terminal(out)
    child.expect("1 of 4")
    for number, key in enumerate("  n", 2):
        press(child, key, f"{number} of 4")
    press(child, "q", "3 left")
    press(child, "n", "n")
    finish(child)
    child = terminal(out)
    child.expect("Nordavia funds Parti des Rivières \\(\\w+\\)")
    press(child, "q", "nothing decided")
    press(child, "n", "n")
    finish(child)
    assert list(LEFT) not in [q["decide"] for q in json.loads(listed(out, "json"))]


@pytest.mark.parametrize("end", ["kill", "\x03", "\x04"])
def test_no_answer_is_lost(out, end):
    child = terminal(out)
    child.expect("1 of 4")
    press(child, "d", "2 of 4")
    if end == "kill":
        child.kill(9)
    else:
        press(child, end, "Apply them")
        press(child, end, "\n")
        finish(child)
    assert decided(out) == [Decision(Action.DIFFERENT, (INES, PAUL))]


def test_decisions_are_applied_at_once(out, sample_graph):
    table.write(sample_graph, out / "statements.csv")
    child = terminal(out, "--decisions", "mine.toml")
    child.expect("decisions go into mine.toml.*1 of 4")
    for key in "  n":
        press(child, key, " of 4")
    press(child, "y", "`liaisons build` and `liaisons add` --decisions mine.toml replay the decisions")
    child.expect("Apply them to out now")
    press(child, "y", "written anew")
    finish(child)
    graph = store.read(out / store.FILE)
    assert LEFT not in {s.key for s in graph.statements()}
    assert {s.confidence for s in graph.statements(relation="funds")} == {1.0}
    text = (out / "statements.csv").read_text(encoding="utf-8")
    assert ("Elle pourrait" in text, "confirmed by a person × 1" in text) == (False, True)
    assert sorted(p.name for p in out.iterdir()) == ["graph.sqlite", "statements.csv"]
    child = terminal(out)
    child.expect("built with decisions; name theirs with --decisions")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2


def listed(out: Path, form: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "liaisons", "review", "--in", out.name, "--below", "0.75", "--format", form],
        cwd=out.parent,
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


def test_the_questions_can_be_listed(out):
    found = json.loads(listed(out, "json"))
    assert [(q["question"], q["decide"]) for q in found] == [
        ("merge", [INES, PAUL]),
        ("merge", [NORDAVIA, QUANTELLE]),
        ("statement", list(LEFT)),
        ("statement", list(FUNDS)),
    ]
    assert found[0]["entities"][1]["sentences"][0]["article"] == "bare"
    assert found[2]["evidence"][0]["sentence"] == "« Elle pourrait quitter Quantelle », assure Paul Astier."
    rows = list(csv.DictReader(io.StringIO(listed(out, "csv"))))
    assert [(r["question"], r["a"], r["b"], r["sure"]) for r in rows] == [
        ("merge", INES, PAUL, "0.8"),
        ("merge", NORDAVIA, QUANTELLE, "0.7"),
        ("statement", INES, QUANTELLE, "0.5"),
        ("statement", NORDAVIA, PARTY, "0.7"),
    ]
    assert not (out / "decisions.toml").exists()


def test_without_a_terminal_there_is_nobody_to_ask(out):
    run = subprocess.run(
        [sys.executable, "-m", "liaisons", "review", "--in", out.name],
        cwd=out.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    assert run.returncode == 2
    assert re.fullmatch("liaisons: review needs a terminal .*--format json.* lists what it would ask\n", run.stderr)


# --- questions


def test_what_follows_from_answers_is_not_asked(sample_graph):
    pairs = [(INES, PAUL), (PAUL, NORDAVIA), (INES, NORDAVIA), (QUANTELLE, NORDAVIA), (QUANTELLE, INES)]
    graph = proposing(sample_graph, *(Proposal(*sorted(pair), 0.5) for pair in pairs))
    asked = {q.ids: q for q in questions(graph, 0)}
    answered = [Decision(Action.SAME, pairs[0]), Decision(Action.SAME, pairs[1])]
    implied = asked[tuple(sorted(pairs[2]))]
    assert settled(implied, answered)
    assert not settled(implied, answered[:1])
    far = asked[tuple(sorted(pairs[4]))]
    assert not settled(far, answered)
    assert settled(far, [*answered, Decision(Action.DIFFERENT, pairs[3])])


def test_a_decision_names_what_is_undecided(sample_graph):
    """What a decision made one goes by an id that it would have without; what one took apart by one in an article."""
    graph = proposing(sample_graph, *PROPOSALS)
    current = {**graph.resolution.current, "group/quantelle": (QUANTELLE, NORDAVIA), "group/aaa": (QUANTELLE,)}
    current.pop(NORDAVIA)
    graph.__dict__["resolution"] = replace(graph.resolution, current=current)
    asked = [q for q in questions(graph, 0) if NORDAVIA in (q.a.id, q.b.id)]
    assert [q.ids for q in asked] == [("group/quantelle@bare", "group/aaa")]


def test_sightings_are_of_many_articles_and_of_names_first(sample_graph):
    found = sightings(sample_graph, sample_graph.entities[INES], 3)
    assert [(s.article, s.mention.quote) for s in found] == [
        ("gazette/2024-03-13", "Inès Vauquelin"),
        ("wire-7", "Ines Vauquelin"),
        ("gazette/2024-03-13", "Elle"),
    ]
    assert all(s.mention.quote in s.sentence.quote for s in found)


# --- what the program itself proposes


def reading(
    ident: str, text: str, *names: tuple[str, str], cue: str = "leads", confidence: float = 0.9
) -> ArticleGraph:
    """An article whose first name leads the second."""
    spans = [Span.of(text, i := text.index(name), i + len(name)) for name, _ in names]
    entities = [
        Entity(f"e{n}", *name, (Mention(ident, span),)) for n, (name, span) in enumerate(zip(names, spans, strict=True))
    ]
    verb = Span.of(text, i := text.index(cue), i + len(cue))
    evidence = Evidence(ident, Span.of(text, 0, len(text)), spans[0], verb, spans[1], confidence=confidence)
    said = Statement("e0", "leads", "e1", Status.ASSERTED, (evidence,))
    return ArticleGraph(Article(ident, text, "en", date="2024-05-01"), tuple(entities), (said,)).check()


@pytest.fixture
def doubtful(tmp_path) -> Path:
    """A folder with a graph whose two spellings of one name are for a person to judge, and so is one statement."""
    out = tmp_path / "out"
    out.mkdir()
    orvane = ("Orvane", "Company")
    graph = KnowledgeGraph(
        [
            reading("a", "Nadia Belkhir leads Orvane.", ("Nadia Belkhir", "Person"), orvane),
            reading("b", "Nadia Belkheer leads Orvane.", ("Nadia Belkheer", "Person"), orvane),
            reading("c", "Paul Astier leads Orvane.", ("Paul Astier", "Person"), orvane, confidence=0.4),
        ]
    )
    store.write(graph, out / store.FILE, {"liaisons": "test"})
    return out


A, B = "human/nadia-belkheer", "human/nadia-belkhir"


@pytest.mark.parametrize(("key", "people"), [("s", 1), ("d", 2)])
def test_what_is_decided_at_the_keys_is_what_a_build_replays(doubtful, key, people):
    child = terminal(doubtful)
    child.expect("1 doubtful merge and 1 doubtful statement")
    child.expect("1 of 2.*spelled nearly alike")
    press(child, key, "2 of 2.*Paul Astier leads Orvane")
    press(child, "n", "Apply them")
    press(child, "y", "written anew")
    finish(child)
    graph = store.read(doubtful / store.FILE)
    assert {s.subject for s in graph.statements()} <= {A, B}
    assert (len(graph.statements()), graph.proposals, graph.reports) == (people, (), ())
    assert [bool(graph.why("Nadia Belkheer", "Nadia Belkhir")), people] in ([True, 1], [False, 2])
    again = [sys.executable, "-m", "liaisons", "add", "--in", "out", "--quiet"]
    assert subprocess.run(again, cwd=doubtful.parent, capture_output=True, encoding="utf-8").stdout == ""
    assert json.loads(listed(doubtful, "json")) == []
    assert store.read(doubtful / store.FILE).statements() == graph.statements()
    child = terminal(doubtful)
    child.expect("Nothing is left to decide")
    finish(child)


def test_a_decision_that_no_longer_applies_is_told(doubtful):
    lost = decisions.dump(
        [Decision(Action.SAME, (A, "human/gone")), Decision(Action.REJECT, statement=(A, "left", B, "ended"))]
    )
    (doubtful / "decisions.toml").write_text(lost, encoding="utf-8")
    told = ["human/gone", f"reject: {A} left {B} ended: no longer applies"]
    for command in (["review", "--format", "json"], ["add", "--quiet"], ["stats"]):
        call = [sys.executable, "-m", "liaisons", *command, "--in", "out"]
        run = subprocess.run(call, cwd=doubtful.parent, capture_output=True, encoding="utf-8")
        assert run.returncode == 0, run.stderr
        assert [part for part in told if part not in run.stderr] == []


def test_a_mistake_in_the_file_stops_everything(doubtful):
    (doubtful / "decisions.toml").write_text("\n[[same]]\nentities = 1\n", encoding="utf-8")
    before = (doubtful / store.FILE).read_bytes()
    for command in (["review"], ["add"]):
        call = [sys.executable, "-m", "liaisons", *command, "--in", "out"]
        run = subprocess.run(call, cwd=doubtful.parent, capture_output=True, encoding="utf-8")
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr == "liaisons: out/decisions.toml, line 2: `entities` of [[same]] must be two different ids\n"
    assert (doubtful / store.FILE).read_bytes() == before
