from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaisons.graph.model import (
    Article,
    ArticleGraph,
    Entity,
    Evidence,
    Mention,
    MentionKind,
    Span,
    Statement,
    Status,
    merge_statements,
)
from liaisons.graph.ontology import ontology

TEXT = "Zoé Vidal a rencontré Karl Ott à Brême. Il dirige Ardoise."
SENTENCE = (0, 39)
VIDAL, MET, OTT, HE, LEADS, ARDOISE = (0, 9), (12, 21), (22, 30), (40, 42), (43, 49), (50, 57)
NAME = MentionKind.NAME


def span(at: tuple[int, int]) -> Span:
    return Span.of(TEXT, *at)


def evidence(subject=VIDAL, cue=MET, object_=OTT, article="a", sentence=SENTENCE, **rest) -> Evidence:
    return Evidence(article, *map(span, (sentence, subject, cue, object_)), **rest)


def statement(subject="v", relation="met_with", object_="o", status=Status.ASSERTED, *where: Evidence) -> Statement:
    return Statement(subject, relation, object_, status, where or (evidence(),))


def entity(ident="v", name="Zoé Vidal", type_="Person", *at: tuple[int, int], article="a") -> Entity:
    return Entity(ident, name, type_, tuple(Mention(article, span(place)) for place in at))


VIDAL_, OTT_, ARDOISE_ = entity("v", "Zoé Vidal"), entity("o", "Karl Ott"), entity("c", "Ardoise", "Company", ARDOISE)


def graph(entities=(VIDAL_, OTT_, ARDOISE_), statements=()) -> ArticleGraph:
    return ArticleGraph(Article("a", TEXT), tuple(entities), tuple(statements))


# --- spans


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 3, "Zoé"), (50, 58, "Ardoise."), (0, 58, TEXT)])
def test_a_span(start, end, quote):
    assert Span.of(TEXT, start, end) == Span(start, end, quote)
    Span(start, end, quote).check(TEXT)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (0, 59), (3, 3), (4, 3), (58, 59), (-5, -1)])
def test_offsets_outside_a_text(start, end):
    with pytest.raises(ValueError, match=rf"^offsets outside a text of 58 characters: {start}-{end}$"):
        Span.of(TEXT, start, end)


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [
        (1, 4, "Zoé"),  # moved
        (0, 3, "Zoe"),  # another spelling
        (0, 4, "Zoé"),  # too long
        (-8, -1, "Ardoise"),  # counted from the end
        (50, 99, "Ardoise."),  # beyond the end
        (0, 0, ""),
    ],
)
def test_a_quote_that_does_not_stand_there(start, end, quote):
    with pytest.raises(ValueError, match=f"{start}-{end}"):
        Span(start, end, quote).check(TEXT)


def test_offsets_count_code_points():
    text = "🙂 e\u0301 𝔄da"
    assert Span.of(text, 5, 8).quote == "𝔄da"


@given(st.text(), st.integers(-5, 30), st.integers(-5, 30))
def test_a_span_of_any_text(text, start, end):
    try:
        found = Span.of(text, start, end)
    except ValueError:
        assert not 0 <= start < end <= len(text)
    else:
        found.check(text)
        assert len(found.quote) == end - start


# --- entities, evidence, statements


def test_records_are_frozen():
    with pytest.raises(FrozenInstanceError):
        VIDAL_.name = "X"


@pytest.mark.parametrize("type_", ["person", "", "Human", "Thing"])
def test_an_unknown_type(type_):
    with pytest.raises(ValueError, match=f"^unknown entity type '{type_}'$"):
        entity(type_=type_)


def test_mentions_are_sorted_and_once():
    assert [m.span.start for m in entity("v", "Zoé Vidal", "Person", HE, VIDAL, HE).mentions] == [0, 40]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((NAME, NAME, NAME), ("Ardoise", "Karl Ott")),
        ((NAME, MentionKind.DESCRIPTION, MentionKind.PRONOUN), ()),
        ((NAME, MentionKind.DESCRIPTION, NAME), ("Ardoise",)),
    ],
)
def test_aliases_are_other_names(kinds, expected):
    mentions = tuple(Mention("a", span(at), kind) for at, kind in zip((VIDAL, OTT, ARDOISE), kinds, strict=True))
    assert Entity("v", "Zoé Vidal", "Person", mentions).aliases == expected


@pytest.mark.parametrize("confidence", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_confidence_that_is_none(confidence):
    with pytest.raises(ValueError, match=r"^confidence outside 0\.\.1: "):
        evidence(confidence=confidence)


@pytest.mark.parametrize("field", ["source", "when", "amount", "role"])
def test_nothing_and_the_empty_string_have_an_order(field):
    nothing, empty = evidence(), evidence(**{field: ""})
    assert nothing.key < empty.key
    assert statement("v", "sued", "o", Status.ASSERTED, empty, nothing).evidence == (nothing, empty)


@pytest.mark.parametrize(
    ("relation", "where", "message"),
    [
        ("likes", (evidence(),), "^unknown relation 'likes'$"),
        ("", (evidence(),), "^unknown relation ''$"),
        ("leads", (), r"^statement without evidence: \('v', 'leads', 'o', 'asserted'\)$"),
    ],
)
def test_a_statement_that_is_none(relation, where, message):
    with pytest.raises(ValueError, match=message):
        Statement("v", relation, "o", Status.ASSERTED, where)


def test_evidence_is_sorted_and_once():
    first, second = evidence(confidence=0.4), evidence(HE, LEADS, ARDOISE, sentence=(40, 58), confidence=0.9)
    found = statement("v", "leads", "c", Status.ENDED, second, first, second)
    assert found.evidence == (first, second)
    assert found.confidence == 0.9
    assert found.key == ("v", "leads", "c", "ended")


@pytest.mark.parametrize("relation", ontology().relations)
def test_only_symmetric_relations_are_put_in_order(relation):
    turned = statement("v", relation, "o")
    if ontology().relations[relation].symmetric:
        assert turned == statement("o", relation, "v", Status.ASSERTED, evidence(OTT, MET, VIDAL))
        assert (turned.subject, turned.object) == ("o", "v")
        assert [(e.subject.quote, e.object.quote) for e in turned.evidence] == [("Karl Ott", "Zoé Vidal")]
    else:
        assert (turned.subject, turned.object) == ("v", "o")
        assert turned.evidence == (evidence(),)


@pytest.mark.parametrize(("vidal", "ott"), [("1", "2"), ("2", "1")])
def test_a_statement_over_other_ids_keeps_its_evidence_with_its_ends(vidal, ott):
    found = replace(statement("v", "met_with", "o"), subject=ott, object=vidal)  # o comes before v
    assert (found.subject, found.object) == ("1", "2")
    (there,) = found.evidence
    assert {found.subject: there.subject.quote, found.object: there.object.quote} == {
        vidal: "Zoé Vidal",
        ott: "Karl Ott",
    }


# --- merging

E1, E2 = evidence(), evidence(confidence=0.5)

MERGED = [
    ("nothing", (), ()),
    (
        "evidence of one fact comes together",
        (statement("v", "leads", "c", Status.ASSERTED, E2), statement("v", "leads", "c", Status.ASSERTED, E1)),
        (statement("v", "leads", "c", Status.ASSERTED, E1, E2),),
    ),
    (
        "what two copies state is stated once",
        (statement("v", "leads", "c"), statement("v", "leads", "c")),
        (statement("v", "leads", "c"),),
    ),
    (
        "statuses stay apart",
        tuple(statement("v", "leads", "c", s) for s in Status),
        tuple(statement("v", "leads", "c", s) for s in sorted(Status)),
    ),
    (
        "directions stay apart",
        (statement("v", "sued", "o"), statement("o", "sued", "v")),
        (statement("o", "sued", "v"), statement("v", "sued", "o")),
    ),
    (
        "a symmetric fact told from both ends is one",
        (statement("v", "met_with", "o"), statement("o", "met_with", "v", Status.ASSERTED, evidence(OTT, MET, VIDAL))),
        (statement("o", "met_with", "v", Status.ASSERTED, evidence(OTT, MET, VIDAL)),),
    ),
    ("nothing relates to itself", (statement("v", "met_with", "v"), statement("v", "owns", "v")), ()),
]


@pytest.mark.parametrize(("given_", "expected"), [row[1:] for row in MERGED], ids=[row[0] for row in MERGED])
def test_merging(given_, expected):
    assert merge_statements(given_) == expected
    assert merge_statements(reversed(given_)) == expected
    assert merge_statements(iter(expected)) == expected


# --- article graphs


def test_one_form_whatever_the_order():
    statements = [statement("v", "leads", "c", Status.ASSERTED, E2), statement("o", "sued", "v"), statement()]
    first, second = graph(statements=statements), graph((ARDOISE_, OTT_, VIDAL_), [*reversed(statements), statement()])
    assert first == second
    assert [e.id for e in first.entities] == ["c", "o", "v"]
    assert [s.key for s in first.statements] == sorted(s.key for s in first.statements)


def test_a_whole_article_graph_is_fine():
    he = evidence(HE, LEADS, ARDOISE, sentence=(40, 58), source="v", confidence=0.5)
    found = graph(statements=[statement(), statement("o", "leads", "c", Status.ASSERTED, he)])
    assert found.check() is found


BROKEN = [
    (
        "a moved mention",
        graph([replace(VIDAL_, mentions=(Mention("a", Span(1, 10, "Zoé Vidal")),))]),
        "'Zoé Vidal' does not stand at 1-10",
    ),
    ("a mention of another article", graph([entity("v", "Zoé Vidal", "Person", VIDAL, article="b")]), "article 'b'"),
    *(
        (
            f"a moved {part}",
            graph(statements=[statement("v", "sued", "o", Status.ASSERTED, replace(E1, **{part: Span(2, 5, "Ott")}))]),
            "'Ott' does not stand at 2-5",
        )
        for part in ("sentence", "subject", "cue", "object")
    ),
    (
        "evidence beyond the end",
        graph(statements=[statement("v", "sued", "o", Status.ASSERTED, replace(E1, cue=Span(58, 60, "ab")))]),
        "offsets outside a text of 58 characters: 58-60",
    ),
    (
        "evidence of another article",
        graph(statements=[statement("v", "sued", "o", Status.ASSERTED, evidence(article="b"))]),
        "a quote from article 'b'",
    ),
    ("an unknown subject", graph(statements=[statement("x", "sued", "o")]), "no entity 'x'"),
    ("an unknown object", graph(statements=[statement("v", "sued", "x")]), "no entity 'x'"),
    (
        "an unknown source",
        graph(statements=[statement("v", "sued", "o", Status.ASSERTED, evidence(source="x"))]),
        "no entity 'x'",
    ),
    ("one id for two", graph([VIDAL_, OTT_, replace(ARDOISE_, id="o")]), "two entities 'o'"),
]


@pytest.mark.parametrize(("broken", "message"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_article_graph(broken, message):
    with pytest.raises(ValueError, match=f"^article 'a': .*{message}"):
        broken.check()
