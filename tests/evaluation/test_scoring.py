"""Scores: by hand on small cases, and against the project's own scorer where it is there."""

import importlib.util
import json
import os
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.evaluation.alignment import align, key
from liaisons.evaluation.annotations import Annotation, Fault, annotation, read_gold
from liaisons.evaluation.mistakes import Kind, sentence_with
from liaisons.evaluation.scores import Measure, total
from liaisons.evaluation.scoring import by_relation, score
from liaisons.graph.ontology import ontology

GOLD = Path(os.environ.get("LIAISONS_GOLD", Path(__file__).parents[3] / "shared" / "annotation"))
SCORER = GOLD / "score.py"
FILES = ("seeds", "fr_written", "en_written")

needs_scorer = pytest.mark.skipif(not SCORER.is_file(), reason=f"no {SCORER}: set LIAISONS_GOLD to its folder")


def article(entities: list[str], *triples: str, ident: str = "a", text: str = "") -> Annotation:
    """An annotation in shorthand: "e1 Person Ada Morel; Morel", and "e1 leads e2 ended alt works_for"."""
    record: dict[str, Any] = {"id": ident, "lang": "fr", "text": text, "entities": [], "triples": []}
    for line in entities:
        ident_, type_, forms = line.split(" ", 2)
        name, *mentions = forms.split("; ")
        record["entities"].append({"id": ident_, "type": type_, "name": name, "mentions": mentions})
    for line in triples:
        s, r, o, *rest = line.split()
        triple: dict[str, Any] = {"s": s, "r": r, "o": o, "optional": "optional" in rest, "evidence": "Là."}
        triple["status"] = next((w for w in rest if w in ontology().statuses), "asserted")
        triple["alt"] = [w for w in rest if w in ontology().relations]
        triple["confidence"] = next((float(w) for w in rest if w[0].isdigit()), None)
        record["triples"].append(triple)
    return annotation(record)


THINGS = ["e1 Person Ada Morel; Morel", "e2 Company Bêta", "e3 Person Bo Ott"]
"""What the gold of the cases names, and what is predicted under other ids."""
FOUND = ["p1 Person Morel", "p2 Product BETA", "p3 Person Bo Ott"]

CASES = [
    ("right", ["e1 leads e2"], ["p1 leads p2"], (1, 1, 1, 1, 1)),
    ("an alternative", ["e1 leads e2 works_for"], ["p1 works_for p2"], (1, 1, 1, 1, 1)),
    ("the wrong relation", ["e1 leads e2"], ["p1 left p2"], (1, 1, 0, 1, 0)),
    ("the wrong status", ["e1 leads e2 ended"], ["p1 leads p2"], (1, 1, 1, 1, 0)),
    ("the wrong way round", ["e1 succeeded e3"], ["p3 succeeded p1"], (1, 1, 0, 1, 0)),
    ("either way round", ["e1 met_with e3"], ["p3 met_with p1"], (1, 1, 1, 1, 1)),
    ("twice the same", ["e1 met_with e3"], ["p3 met_with p1", "p1 met_with p3"], (1, 1, 1, 1, 1)),
    ("two statements, one pair", ["e1 leads e2", "e1 founded e2"], ["p1 leads p2", "p1 left p2"], (2, 2, 1, 2, 1)),
    ("optional", ["e1 leads e2 optional"], ["p1 leads p2"], (0, 0, 0, 0, 0)),
    ("optional, not found", ["e1 leads e2 optional"], [], (0, 0, 0, 0, 0)),
    ("nothing", ["e1 leads e2"], [], (1, 0, 0, 0, 0)),
    ("too much", [], ["p1 leads p2"], (0, 1, 0, 0, 0)),
    ("something to itself", ["e1 leads e2"], ["p1 met_with p1"], (1, 0, 0, 0, 0)),
    ("not sure enough", ["e1 leads e2"], ["p1 leads p2 0.4"], (1, 0, 0, 0, 0)),
]


@pytest.mark.parametrize(("gold", "predicted", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_counted(gold, predicted, expected):
    (found,) = score([article(THINGS, *gold)], {"a": article(FOUND, *predicted)}, min_confidence=0.5)
    c = found.counts
    assert (c.triple_gold, c.triple_predicted, c.triple_right, c.pair_right, c.status_right) == expected
    assert (c.articles, c.entity_gold, c.entity_predicted, c.entity_right) == (1, 3, 3, 3)


def test_an_article_without_prediction_counts_as_empty():
    (found,) = score([article(THINGS, "e1 leads e2")], {})
    assert (found.counts.triple_gold, found.counts.triple_predicted, found.counts.entity_predicted) == (1, 0, 0)


ALIGNED = [
    ("Person", "Elon Musk", "Person", "Elon Musk", True),
    ("Person", "ELON MUSK", "Person", "Elon Musk", True),
    ("Company", "l’Élysée", "Institution", "Elysee", True),
    ("Product", "Signal", "Company", "Signal", True),
    ("Person", "Signal", "Company", "Signal", False),
    ("Event", "rachat de Twitter", "Event", "le rachat de Twitter par Musk", True),
    ("Event", "rachat", "Event", "le procès de Twitter", False),
    ("Company", "Beta", "Company", "Alpha", False),
]


@pytest.mark.parametrize(("type_", "name", "gold_type", "gold_name", "same"), ALIGNED)
def test_alignment(type_, name, gold_type, gold_name, same):
    predicted, gold = article([f"p {type_} {name}"]).entities, article([f"e {gold_type} {gold_name}"]).entities
    assert align(predicted, gold)[1] == ({0: 0} if same else {})


def test_measures():
    assert Measure.of(1, 3, 2) == (0.333, 0.5, 0.4)
    assert Measure.of(0, 0, 0) == (0, 0, 0)


def test_relations_are_counted_one_by_one():
    gold = [article(THINGS, "e1 leads e2 works_for", "e1 met_with e3")]
    found = by_relation(score(gold, {"a": article(FOUND, "p1 works_for p2", "p3 owns p2")}))
    counts = {r: (c.gold, c.found, c.predicted, c.right) for r, c in found.items()}
    assert counts == {"leads": (1, 1, 0, 0), "met_with": (1, 0, 0, 0), "owns": (0, 0, 1, 0), "works_for": (0, 0, 1, 1)}
    assert [c.measure for c in found.values()] == [(0, 1, 0), (0, 0, 0), (0, 0, 0), (1, 0, 0)]


def test_mistakes_come_with_names_and_sentences():
    text = "Ada Morel dirige Bêta. Paris s’ennuie ! Et Bo Ott rit."
    gold = article(
        [*THINGS, "e4 Place Paris", "e5 Company Rit"], "e1 leads e2 ended", "e3 left e2", "e1 owns e4", text=text
    )
    predicted = article(
        [
            "p1 Person Morel",
            "p2 Company Bêta",
            "p3 Person Bo Ott",
            "p4 Person s’ennuie",
            "p5 Company Ada Morel",
            "p6 Person Rit",
        ],
        *("p1 leads p2", "p3 joined p2", "p4 met_with p3"),
    )
    (found,) = score([gold], {"a": predicted})
    rows = [(m.kind, m.subject, m.relation, m.object, m.predicted, m.gold, m.note, m.sentence) for m in found.mistakes]
    assert rows == [
        (Kind.MISSED, "Bo Ott", "left", "Bêta", "", "asserted", "found instead: joined", "Là."),
        (Kind.MISSED, "Ada Morel", "owns", "Paris", "", "asserted", "Paris was not found", "Là."),
        (Kind.EXTRA, "Bo Ott", "joined", "Bêta", "asserted", "", "the gold has: left", "Là."),
        (Kind.EXTRA, "s’ennuie", "met_with", "Bo Ott", "asserted", "", "s’ennuie is not in the gold", "Là."),
        (Kind.STATUS, "Ada Morel", "leads", "Bêta", "asserted", "ended", "", "Là."),
        (Kind.ENTITY_EXTRA, "s’ennuie", "", "", "Person", "", "", "Paris s’ennuie !"),
        (Kind.ENTITY_TWICE, "Ada Morel", "", "", "Company", "Person", "also found as Morel", "Ada Morel dirige Bêta."),
        (Kind.ENTITY_TYPE, "Rit", "", "", "Person", "Company", "", ""),
        (Kind.ENTITY_MISSED, "Paris", "", "", "", "Place", "", "Paris s’ennuie !"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("", ["x"], ""),
        ("abc", [""], ""),
        ("Un. Deux « trois. » Quatre", ["Quatre"], "Quatre"),
        ("Un « deux ! » M. Trois\u00a0: “Quatre.” Cinq", ["Quatre"], "M. Trois : “Quatre.”"),
        ("Titre\n\nLa suite\nvient", ["suite"], "La suite vient"),
        ("Ada rit. Bo rit. Ada et Bo rient.", ["Ada", "Bo"], "Ada et Bo rient."),
        ("Ada rit. Bo rit.", ["Ada", "Bo"], ""),
    ],
)
def test_the_sentence_of_two_forms(text, forms, expected):
    assert sentence_with(text, *([form] for form in forms)) == expected


# --- against the project's scorer


@pytest.fixture(scope="session")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def theirs(scorer: ModuleType, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> list[Any]:
    """What the scorer says: its report, the counts by relation, and the missed and extra statements."""
    answers = {p["id"]: p for p in predicted}
    tally: Counter[str] = Counter()
    relations: dict[str, Counter[str]] = defaultdict(Counter)
    errors: list[tuple[str, str, dict[str, Any]]] = []
    for record in gold:
        one: Counter[str] = Counter(articles=1)
        scorer.score_article(record, answers.get(record["id"], {}), one, relations, errors)
        tally += one
    report = scorer.report(tally)
    rows = {r: (c["gold"], c["pred"], c["tp"]) for r, c in relations.items()}
    names = {r["id"]: {e["id"]: e["name"] for e in r["entities"]} for r in gold}
    answers_names = {r["id"]: {e["id"]: e["name"] for e in r["entities"]} for r in predicted}
    listed = Counter(
        (ident, kind, place[t["s"]], t["r"], place[t["o"]])
        for ident, kind, t in errors
        for place in [(names if kind == "missed" else answers_names)[ident]]
    )
    return [report, {r: c for r, c in rows.items() if any(c)}, listed]


def ours(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> list[Any]:
    """The same from our own, in the scorer's words."""
    scores = score([annotation(g) for g in gold], {p["id"]: annotation(p) for p in predicted})
    counts = total(s.counts for s in scores)
    words = {"triple_pred": "triple_predicted", "triple_tp": "triple_right", "entity_pred": "entity_predicted", "entity_tp": "entity_right"}  # fmt: skip
    report = {
        "articles": counts.articles,
        **{
            theirs: dict(zip(("p", "r", "f1"), getattr(counts, name), strict=True))
            for theirs, name in (
                ("entities", "entities"),
                ("named_entities", "named"),
                ("triples", "triples"),
                ("pairs", "pairs"),
            )
        },
        "status_accuracy": counts.status,
        "counts": {
            k: getattr(counts, words.get(k, k))
            for k in ("triple_gold", "triple_pred", "triple_tp", "entity_gold", "entity_pred", "entity_tp")
        },
    }
    rows = {r: (c.gold, c.predicted, c.found) for r, c in by_relation(scores).items()}
    listed = Counter(
        (m.article, str(m.kind), m.subject, m.relation, m.object)
        for s in scores
        for m in s.mistakes
        if m.kind in (Kind.MISSED, Kind.EXTRA)
    )
    return [report, {r: c for r, c in rows.items() if any(c)}, listed]


FORMS = [
    "Musk",
    "Elon Musk",
    "le Musk",
    "X",
    "Twitter",
    "rachat de Twitter",
    "le rachat de Twitter par Musk",
    "À l’X",
    "_",
]
RELATIONS = ["leads", "works_for", "met_with", "owns"]


@st.composite
def records(draw: st.DrawFn, types: tuple[str, ...]) -> dict[str, Any]:
    """Annotations of one article that may mean the same or not."""
    names = draw(st.lists(st.sampled_from(FORMS), max_size=4))
    entities = [
        {
            "id": f"e{i}",
            "name": name,
            "type": draw(st.sampled_from(types)),
            "mentions": draw(st.lists(st.sampled_from(FORMS), max_size=2)),
            "alt_types": draw(st.lists(st.sampled_from(types), max_size=1)),
        }
        for i, name in enumerate(names)
    ]
    ends = st.sampled_from([e["id"] for e in entities]) if entities else st.nothing()
    triple = st.fixed_dictionaries(
        {
            "s": ends,
            "r": st.sampled_from(RELATIONS),
            "o": ends,
            "status": st.sampled_from(["asserted", "ended"]),
            "alt": st.lists(st.sampled_from(RELATIONS), max_size=1),
            "optional": st.booleans(),
        }
    )
    return {"id": "a", "entities": entities, "triples": draw(st.lists(triple, max_size=5)) if entities else []}


TYPES = ("Person", "Company", "Product", "Event")


@needs_scorer
@settings(max_examples=300, deadline=None)
@given(records(TYPES), records((*TYPES, "Robot")))
def test_agreement_on_anything(scorer, gold, predicted):
    assert ours([gold], [predicted]) == theirs(scorer, [gold], [predicted])


@needs_scorer
@given(st.text())
def test_the_same_keys_of_names(scorer, name):
    assert key(name) == scorer.normalise(name)


@needs_scorer
def test_the_same_symmetric_relations_and_groups(scorer):
    known = ontology()
    assert {r.name for r in known.relations.values() if r.symmetric} == scorer.SYMMETRIC
    groups = defaultdict(set)
    for type_, group in scorer.GROUP.items():
        groups[known.types[type_].group].add(group)
    assert [len(g) for g in groups.values()] == [1] * len(set(scorer.GROUP.values()))


@needs_scorer
@pytest.mark.parametrize("name", FILES)
def test_agreement_on_gold(scorer, name):
    """The predictions are the gold with every third thing spoilt; each line of the gold is well-formed for us too."""
    gold = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line]
    assert [g for g in read_gold(GOLD / f"{name}.jsonl") if isinstance(g, Fault)] == []
    predicted = json.loads(json.dumps(gold))
    for record in predicted:
        record["entities"] = [e for n, e in enumerate(record["entities"]) if n % 7]
        kept = {e["id"] for e in record["entities"]}
        record["triples"] = [t for t in record["triples"] if {t["s"], t["o"]} <= kept]
        for n, triple in enumerate(record["triples"]):
            triple |= [{}, {"r": "leads"}, {"status": "ended"}][n % 3]
    found = ours(gold, predicted)
    assert found == theirs(scorer, gold, predicted)
    assert 0.2 < found[0]["triples"]["f1"] < 0.9


@needs_scorer
@pytest.mark.model
def test_agreement_on_what_is_really_extracted(scorer, tmp_path):
    from liaisons.exports.predictions import to_json
    from liaisons.extractors import extract
    from liaisons.graph.model import Article

    gold = [json.loads(line) for line in (GOLD / "seeds.jsonl").read_text(encoding="utf-8").splitlines() if line]
    predicted = [to_json(g) for g in extract(Article(r["id"], r["text"], r["lang"]) for r in gold)]
    assert ours(gold, predicted) == theirs(scorer, gold, predicted)
