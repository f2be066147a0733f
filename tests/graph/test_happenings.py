"""Events: those that articles name, those that statements state, and which of them are one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.graph.errors import UserError
from liaisons.graph.happenings import Participant, agree, inner
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, MentionKind, Span, Statement, Status
from liaisons.graph.ontology import ontology

NAME, DESCRIPTION = MentionKind.NAME, MentionKind.DESCRIPTION


def spans(text: str, form: str) -> list[Span]:
    found = [Span.of(text, i, i + len(form)) for i in range(len(text)) if text.startswith(form, i)]
    assert found, form
    return found


def part(ident: str, text: str, entities, statements=(), *, date: str = "") -> ArticleGraph:
    """An article of one sentence. `entities`: name → type, or (type, kind) for an event; `statements`: (subject,
    relation, object, status, cue, the rest of the evidence)."""
    made, ids = [], {}
    for n, (name, type_) in enumerate(entities.items()):
        type_, kind = type_ if isinstance(type_, tuple) else (type_, "")
        how = DESCRIPTION if kind else NAME
        ids[name] = f"e{n}"
        made.append(Entity(f"e{n}", name, type_, tuple(Mention(ident, s, how) for s in spans(text, name)), kind))
    whole = Span.of(text, 0, len(text))
    stated = []
    for subject, relation, object_, status, cue, rest in statements:
        where = Evidence(ident, whole, spans(text, subject)[0], spans(text, cue)[0], spans(text, object_)[0], **rest)
        stated.append(Statement(ids[subject], relation, ids[object_], Status(status), (where,)))
    return ArticleGraph(Article(ident, text, "fr", date=date), tuple(made), tuple(stated)).check()


FIRMS = {"Orsel": "Company", "Valka": "Company"}
DEAL = "Orsel a racheté Valka."


def deal(ident: str, status: str = "asserted", **rest) -> ArticleGraph:
    return part(ident, DEAL, FIRMS, [("Orsel", "acquired", "Valka", status, "racheté", rest)])


def only(graph: KnowledgeGraph):
    (event,) = graph.events()
    return event


def test_a_dated_purchase_is_a_takeover_and_keeps_its_plain_edge():
    graph = KnowledgeGraph([deal("a", when="2022-10", amount="44000000000 USD")])
    event = only(graph)
    assert (event.id, event.kind, event.status) == (
        "happening/acquired/group/orsel/group/valka/2022-10",
        "takeover",
        "asserted",
    )
    assert (event.when, event.amount) == ("2022-10", "44000000000 USD")
    assert event.participants == (Participant("agent", "group/orsel"), Participant("patient", "group/valka"))
    assert (event.label("fr"), event.label("en")) == (
        "rachat\u00a0: Orsel, Valka (2022-10)",
        "takeover: Orsel, Valka (2022-10)",
    )
    (statement,) = graph.statements()
    assert event.statements == (statement.key,)
    assert event.evidence == statement.evidence


OCCASIONS = [
    ("nothing dated, nothing priced", [{}], []),
    ("a year and its month", [{"when": "2022"}, {"when": "2022-10"}], [("2022-10", None, 2)]),
    ("two dates are two events", [{"when": "2021"}, {"when": "2022-10"}], [("2021", None, 1), ("2022-10", None, 1)]),
    (
        "a year that fits two days is no third event",
        [{"when": "2022"}, {"when": "2022-03-01"}, {"when": "2022-10-02"}],
        [("2022-03-01", None, 1), ("2022-10-02", None, 1)],
    ),
    ("a price alone", [{"amount": "5 EUR"}], [(None, "5 EUR", 1)]),
    ("a price and a date from different articles", [{"amount": "5 EUR"}, {"when": "2022"}], [("2022", "5 EUR", 2)]),
    (
        "the price that most give",
        [{"when": "2022", "amount": a} for a in ("5 EUR", "6 EUR", "6 EUR")],
        [("2022", "6 EUR", 3)],
    ),
    ("an undated copy is not needed", [{"when": "2022"}, {}], [("2022", None, 1)]),
]


@pytest.mark.parametrize(("told", "expected"), [row[1:] for row in OCCASIONS], ids=[row[0] for row in OCCASIONS])
def test_occasions(told, expected):
    graph = KnowledgeGraph([deal(f"a{i}", **rest) for i, rest in enumerate(told)])
    assert [(e.when, e.amount, len(e.evidence)) for e in graph.events()] == expected


STATUSES = [
    (["negated"], []),
    (["uncertain"], ["uncertain"]),
    (["uncertain", "asserted"], ["asserted"]),
    (["ended", "uncertain"], ["ended"]),
    (["negated", "asserted"], ["asserted"]),
]


@pytest.mark.parametrize(("statuses", "expected"), STATUSES)
def test_an_event_has_the_surest_status_and_what_is_only_denied_did_not_happen(statuses, expected):
    graph = KnowledgeGraph([deal(f"a{i}", s, when="2022") for i, s in enumerate(statuses)])
    assert [str(e.status) for e in graph.events()] == expected


@pytest.mark.parametrize("relation", [r for r in ontology().relations.values() if r.lasting], ids=lambda r: r.name)
def test_what_lasts_is_no_event(relation):
    assert not relation.event_kind


@pytest.mark.parametrize("relation", [r for r in ontology().relations.values() if r.symmetric and r.event_kind])
def test_the_ends_of_a_symmetric_relation_take_part_alike(relation):
    text = "Orsel et Valka."
    graph = KnowledgeGraph(
        [part("a", text, FIRMS, [("Orsel", relation.name, "Valka", "asserted", "et", {"when": "2022"})])]
    )
    assert {p.role for p in only(graph).participants} == {"participant"}


def test_the_noun_and_the_statement_that_it_states_are_one_event():
    text = "Le rachat de Valka par Orsel en mars."
    rachat = {**FIRMS, "rachat de Valka par Orsel": ("Event", "takeover")}
    stated = [("Orsel", "acquired", "Valka", "asserted", "rachat", {"when": "2022-03"})]
    graph = KnowledgeGraph([part("a", text, rachat, stated), deal("b", when="2022-03-04")])
    event = only(graph)
    assert graph.entities[event.id].name == "rachat de Valka par Orsel"
    assert (event.when, len(event.evidence)) == ("2022-03-04", 2)
    assert event.participants == (Participant("agent", "group/orsel"), Participant("patient", "group/valka"))


def test_what_the_same_words_state_is_one_event():
    text = "Ana Bell et Kofi Dia ont fondé Valka en 2020."
    founders = [(who, "founded", "Valka", "asserted", "fondé", {"when": "2020"}) for who in ("Ana Bell", "Kofi Dia")]
    types = {"Ana Bell": "Person", "Kofi Dia": "Person", "Valka": "Company"}
    again = part(
        "b",
        "Kofi Dia a créé Valka en 2020.",
        {"Kofi Dia": "Person", "Valka": "Company"},
        [("Kofi Dia", "founded", "Valka", "asserted", "créé", {"when": "2020"})],
    )
    event = only(KnowledgeGraph([part("a", text, types, founders), again]))
    assert [(p.role, p.entity) for p in event.participants] == [
        ("agent", "human/ana-bell"),
        ("agent", "human/kofi-dia"),
        ("patient", "group/valka"),
    ]
    assert (event.id, len(event.evidence)) == ("happening/founded/human/ana-bell/group/valka/2020", 3)


def test_who_is_named_inside_an_event_takes_part_and_a_place_is_its_place():
    text = "Le procès de Mina Tal à Genève."
    entities = {"Mina Tal": "Person", "Genève": "Place", "procès de Mina Tal à Genève": ("Event", "trial")}
    event = only(KnowledgeGraph([part("a", text, entities)]))
    assert event.participants == (Participant("participant", "human/mina-tal"),)
    assert event.places == ("location/geneve",)
    assert event.label("fr") == "procès de Mina Tal à Genève"


ROLES = [
    ("participated_in", "participant"),
    ("organized", "organizer"),
    ("won", "winner"),
    ("candidate_in", "candidate"),
]


@pytest.mark.parametrize(("relation", "role"), ROLES)
def test_relations_into_an_event_give_roles(relation, role):
    text = "Mina Tal, au scrutin Orion."
    entities = {"Mina Tal": "Person", "scrutin Orion": "Event"}
    for status, found in (("asserted", {role}), ("uncertain", set()), ("negated", set())):
        stated = [("Mina Tal", relation, "scrutin Orion", status, "au", {})]
        event = only(KnowledgeGraph([part("a", text, entities, stated)]))
        assert {p.role for p in event.participants} == found, status


def test_a_better_known_role_replaces_the_general_one():
    text = "Mina Tal a remporté l’élection de Mina Tal."
    entities = {"Mina Tal": "Person", "élection de Mina Tal": ("Event", "election")}
    stated = [("Mina Tal", "won", "élection de Mina Tal", "asserted", "remporté", {})]
    assert only(KnowledgeGraph([part("a", text, entities, stated)])).participants == (
        Participant("winner", "human/mina-tal"),
    )


def test_where_an_event_takes_place():
    text = "Le sommet Orion se tient à Genève."
    entities = {"sommet Orion": "Event", "Genève": "Place"}
    stated = [("sommet Orion", "located_in", "Genève", "asserted", "tient", {})]
    assert only(KnowledgeGraph([part("a", text, entities, stated)])).places == ("location/geneve",)


def trial(ident: str, name: str = "procès de Mina Tal", *, date: str = "2024-03-01", **more) -> ArticleGraph:
    people = {n: "Person" for n in ("Mina Tal", "Ali Sow") if n in name}
    places = {n: "Place" for n in ("Genève",) if n in name}
    return part(ident, f"Le {name}.", {**people, **places, name: ("Event", more.get("kind", "trial"))}, date=date)


SAME = [
    ("the same words, days apart", [trial("a"), trial("b", date="2024-03-09")], 1),
    ("other words, another language", [trial("a"), trial("b", "trial of Mina Tal")], 1),
    ("years apart", [trial("a"), trial("b", date="2026-03-09")], 2),
    ("an undated article", [trial("a"), trial("b", date="")], 2),
    ("other people", [trial("a"), trial("b", "procès de Ali Sow")], 2),
    ("another kind", [trial("a"), trial("b", "visite de Mina Tal", kind="visit")], 2),
    ("more is told", [trial("a"), trial("b", "procès de Mina Tal à Genève")], 1),
    (
        "two that tell more differ",
        [trial("a"), trial("b", "procès de Mina Tal à Genève"), trial("c", "procès de Mina Tal et Ali Sow")],
        3,
    ),
    ("the year in the name, and an article of that year", [trial("a"), trial("b", "procès de Mina Tal de 2024")], 1),
    ("the year in the name, and an article of another", [trial("a"), trial("b", "procès de Mina Tal de 2021")], 2),
    (
        "two years in the names",
        [trial("a", "procès de Mina Tal de 2023"), trial("b", "procès de Mina Tal de 2024")],
        2,
    ),
    ("nobody is named", [trial("a", "procès"), trial("b", "procès")], 2),
]


@pytest.mark.parametrize(("graphs", "number"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_events_of_different_articles(graphs, number):
    for order in (graphs, graphs[::-1]):
        assert len(KnowledgeGraph(order).events()) == number


def test_why_two_events_are_one():
    graph = KnowledgeGraph([trial("a"), trial("b", "trial of Mina Tal")])
    assert [link.rule for link in graph.resolution.links if link.rule == "event"] == ["event"]


@settings(deadline=None, max_examples=30)
@given(
    st.permutations(
        [deal("a", when="2022"), deal("b", when="2022-10"), deal("c", "uncertain", when="2021"), trial("d"), trial("e")]
    )
)
def test_events_do_not_depend_on_the_order(graphs):
    found = KnowledgeGraph(graphs).events()
    assert found == KnowledgeGraph(sorted(graphs, key=lambda g: g.article.id)).events()
    assert [e.ordered() for e in found] == sorted(e.ordered() for e in found)


FILTERS = [
    ({}, ["2021", "2022-10", None]),
    ({"kind": "takeover"}, ["2021", "2022-10"]),
    ({"kind": "trial"}, [None]),
    ({"kind": "visit"}, []),
    ({"participant": "Mina Tal"}, [None]),
    ({"participant": "orsel"}, ["2021", "2022-10"]),
    ({"since": "2022"}, ["2022-10"]),
    ({"since": "2022-11"}, []),
    ({"until": "2021"}, ["2021"]),
    ({"since": "2021-06", "until": "2022"}, ["2021", "2022-10"]),
]


@pytest.mark.parametrize(("filters", "dates"), FILTERS)
def test_filters(filters, dates):
    graph = KnowledgeGraph([deal("a", when="2021"), deal("b", when="2022-10"), trial("c")])
    assert [e.when for e in graph.events(**filters)] == dates


def test_filters_that_nothing_can_meet():
    graph = KnowledgeGraph([deal("a", when="2021")])
    with pytest.raises(UserError, match="no kind of event 'sale'; there are affair"):
        graph.events(kind="sale")
    with pytest.raises(UserError, match="no date: '21'"):
        graph.events(since="21")


def test_a_kind_includes_its_narrower_ones():
    graph = KnowledgeGraph([trial("a", kind="presidential_election")])
    assert len(graph.events(kind="election")) == len(graph.events(kind="presidential_election")) == 1


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2022", "2022", True),
        ("2022", "2022-01", True),
        ("2022-1", "2022-10", False),
        ("2022-01", "2022", True),
        ("2021", "2022", False),
    ],
)
def test_agree(a, b, expected):
    assert agree(a, b) is expected


def test_pronouns_and_other_events_are_not_inside():
    text = "le sommet du procès"
    entities = {"sommet du procès": ("Event", "summit"), "procès": ("Event", "trial")}
    assert set(inner(part("a", text, entities)).values()) == {frozenset()}


def test_every_event_of_the_sample_has_statements_and_true_ends(sample_graph):
    events = sample_graph.events()
    assert [(e.kind, e.when, e.amount, str(e.status)) for e in events] == [
        ("", "2023", None, "asserted"),
        ("takeover", "2024-03", "1200000000 EUR", "asserted"),
        ("meeting", "2024-03-12", None, "asserted"),
        ("lawsuit", "2025", None, "asserted"),
    ]
    keys = {s.key for s in sample_graph.statements()}
    for event in events:
        assert set(event.statements) <= keys
        assert {p.entity for p in event.participants} | set(event.places) <= set(sample_graph.entities)
