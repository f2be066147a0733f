"""The file of decisions, and what becomes of the statements that a person rejects or confirms."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaisons.graph import decisions
from liaisons.graph.decisions import Action, Decision
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status

FILE = """\
# Who is who
[[same]]
entities = ["human/musk@echo-1", "human/elon-musk"]

[[reject]]  # a joke
statement = ["human/paul-astier", "leads", "group/quantelle", "ended"]
note = "the satirical column of 1 April"

[[same]]
entities = ["group/x", "group/twitter"]
[[different]]
entities = ["human/a", "human/b"]
[[rename]]
entity = "group/x"
name = "X Corp."
[[retype]]
entity = "group/x"
type = "Company"
[[confirm]]
statement = ["human/a", "left", "group/b", "uncertain"]
"""

READ = [
    Decision(Action.SAME, ("human/musk@echo-1", "human/elon-musk")),
    Decision(
        Action.REJECT,
        statement=("human/paul-astier", "leads", "group/quantelle", "ended"),
        note="the satirical column of 1 April",
    ),
    Decision(Action.SAME, ("group/x", "group/twitter")),
    Decision(Action.DIFFERENT, ("human/a", "human/b")),
    Decision(Action.RENAME, ("group/x",), "X Corp."),
    Decision(Action.RETYPE, ("group/x",), "Company"),
    Decision(Action.CONFIRM, statement=("human/a", "left", "group/b", "uncertain")),
]


def test_a_file_is_read_in_its_order():
    assert list(decisions.parse(FILE)) == READ


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "same = []\n"])
def test_a_file_without_decisions(text):
    assert decisions.parse(text) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[same]", "d.toml: not valid TOML: "),
        ("\n\n[[saem]]\n", "d.toml, line 3: no decision is called 'saem'; there are same, different, rename, "),
        ("saem = 1", "d.toml: no decision is called 'saem'; there are same, "),
        ("[same]\n", "d.toml: write [[same]], with two brackets, before each decision"),
        ("same = [1]", "d.toml, same 1: a decision is a table, not 1"),
        ("[[same]]", "d.toml, line 1: [[same]] needs `entities`"),
        (
            '[[same]]\nentities = ["a", "b"]\n#\n[[same]]\nentities = ["a", "a"]',
            "d.toml, line 4: `entities` of [[same]] must be two different ids",
        ),
        ('[[different]]\nentities = "ab"', "d.toml, line 1: `entities` of [[different]] must be two different ids"),
        ('[[rename]]\nentity = "a"', "d.toml, line 1: [[rename]] needs `name`"),
        ("[[rename]]", "d.toml, line 1: [[rename]] needs `entity` and `name`"),
        ('[[rename]]\nentity = "a"\nname = " "', "d.toml, line 1: `name` must be text"),
        ('[[rename]]\nentity = 1\nname = "A"', "d.toml, line 1: `entity` must be text"),
        (
            '[[rename]]\nentity = "a"\nname = "b"\nnam = "c"',
            "d.toml, line 1: [[rename]] has no `nam`; it has entity, name, note",
        ),
        ('[[retype]]\nentity = "a"\ntype = "Firm"', "d.toml, line 1: no type 'Firm'; there are Person, "),
        (
            '[[reject]]\nstatement = ["a", "leads", "b"]',
            "d.toml, line 1: `statement` of [[reject]] must be four texts: subject id, relation, object id, status",
        ),
        ('[[reject]]\nstatement = ["a", "led", "b", "ended"]', "d.toml, line 1: no relation 'led'"),
        (
            '[[confirm]]\nstatement = ["a", "leads", "b", "over"]',
            "d.toml, line 1: no status 'over'; there are asserted",
        ),
        ('[[confirm]]\nstatement = ["a", "leads", "b", "ended"]\nnote = 1', "d.toml, line 1: `note` must be text"),
    ],
)
def test_a_mistake_is_told_with_its_place(text, message):
    with pytest.raises(UserError) as raised:
        decisions.parse(text, "d.toml")
    assert str(raised.value).startswith(message)


def test_what_is_added_keeps_what_stands_there():
    text = FILE
    for decision in READ:
        text = decisions.added(text, decision, "Un\nnom \x1b[1m")
    assert text.startswith(FILE)
    assert "\n# Un nom [1m\n[[same]]\n" in text
    assert list(decisions.parse(text)) == READ + READ


def test_a_new_file_says_what_it_is():
    text = decisions.added("", READ[0])
    assert text.startswith("# Decisions about the graph")
    assert decisions.parse(text) == (READ[0],)
    assert decisions.parse(decisions.added("# no end of line", READ[0])) == (READ[0],)


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
names = texts.filter(str.strip)
kinds = st.one_of(
    st.builds(
        Decision,
        st.sampled_from([Action.SAME, Action.DIFFERENT]),
        st.lists(texts, min_size=2, max_size=2, unique=True).map(tuple),
        note=texts,
    ),
    st.builds(Decision, st.just(Action.RENAME), st.tuples(names), names, note=texts),
    st.builds(
        Decision,
        st.sampled_from([Action.REJECT, Action.CONFIRM]),
        statement=st.tuples(texts, st.just("leads"), texts, st.just("ended")),
        note=texts,
    ),
)


@given(st.lists(kinds, max_size=4), texts)
def test_what_is_written_is_read_back(some, comment):
    assert list(decisions.parse(decisions.dump(some))) == some
    text = ""
    for decision in some:
        text = decisions.added(text, decision, comment)
    assert list(decisions.parse(text)) == some
    assert all(table in set(Action) for table in tomllib.loads(text))


def test_files(tmp_path):
    path = tmp_path / "new" / "décisions.toml"
    assert decisions.read(path, missing_ok=True) == ()
    with pytest.raises(UserError, match="cannot be read"):
        decisions.read(path)
    decisions.save(path, FILE)
    assert path.read_bytes() == FILE.encode()
    assert list(decisions.read(path)) == READ
    assert [p.name for p in path.parent.iterdir()] == ["décisions.toml"]
    path.write_bytes("# é".encode("latin-1"))
    with pytest.raises(UserError, match="not UTF-8 at byte 2"):
        decisions.read(path)
    with pytest.raises(UserError, match="cannot be written"):
        decisions.save(path / "x", FILE)


# --- reject and confirm

LEADS = ("human/ines-vauquelin", "leads", "group/quantelle", "asserted")
LEFT = ("human/ines-vauquelin", "left", "group/quantelle", "uncertain")
MET = ("human/paul-astier", "met_with", "human/ines-vauquelin", "asserted")
GONE = ("human/ines-vauquelin", "founded", "group/quantelle", "asserted")


def decided(graph: KnowledgeGraph, *rows: tuple[Action, tuple[str, str, str, str]]) -> KnowledgeGraph:
    return KnowledgeGraph(
        graph.article_graphs.values(), decisions=[Decision(action, statement=key) for action, key in rows]
    )


def test_what_is_rejected_is_not_stated(sample_graph):
    graph = decided(sample_graph, (Action.REJECT, LEADS))
    assert [s.key for s in graph.statements()] == [s.key for s in sample_graph.statements() if s.key != LEADS]
    assert all(s.key != LEADS for i in graph.articles for s in graph.named_graph(i))
    assert (graph.reports, graph.entities) == ((), sample_graph.entities)


def test_what_is_confirmed_is_certain(sample_graph):
    graph = decided(sample_graph, (Action.CONFIRM, LEFT))
    (found,) = graph.statements(relation="left")
    assert (found.confidence, [str(r) for r in found.evidence[0].reasons]) == (1.0, ["confirmed by a person × 1"])
    assert [s.key for s in graph.statements()] == [s.key for s in sample_graph.statements()]
    sure = graph.above(1)
    assert LEFT in {s.key for s in sure.statements()}
    assert (sure.above(1), sure.reports) == (sure, ())


def test_a_relation_without_direction_may_be_named_from_either_end(sample_graph):
    graph = decided(sample_graph, (Action.REJECT, MET))
    assert graph.statements(relation="met_with") == graph.reports == ()


@pytest.mark.parametrize("action", [Action.REJECT, Action.CONFIRM])
def test_what_no_longer_applies_is_reported(sample_graph, action):
    graph = decided(sample_graph, (action, GONE))
    assert graph.statements() == sample_graph.statements()
    assert graph.reports == (f"{action}: {' '.join(GONE)}: no longer applies, nothing in the graph states this",)
    assert graph.above(0.9).reports == graph.reports


def test_a_contradiction_is_reported_and_decides_nothing(sample_graph):
    graph = decided(sample_graph, (Action.CONFIRM, LEADS), (Action.REJECT, LEADS), (Action.REJECT, LEFT))
    assert LEADS in {s.key for s in graph.statements()}
    assert LEFT not in {s.key for s in graph.statements()}
    assert graph.reports == (f"{' '.join(LEADS)}: both rejected and confirmed; neither was done",)


@given(st.permutations([(Action.CONFIRM, LEFT), (Action.REJECT, LEADS), (Action.REJECT, GONE), (Action.REJECT, MET)]))
def test_the_order_of_decisions_makes_no_difference(sample_graph, rows):
    graph = decided(sample_graph, *rows)
    same = decided(sample_graph, *sorted(rows))
    assert (graph, graph.statements(), graph.reports) == (same, same.statements(), same.reports)


def reading(ident: str, ceo: str) -> ArticleGraph:
    text = f"{ceo} leads Nordavia."
    spans = [Span.of(text, i := text.index(form), i + len(form)) for form in (text, ceo, "leads", "Nordavia")]
    people = (
        Entity("p", ceo, "Person", (Mention(ident, spans[1]),)),
        Entity("n", "Nordavia", "Company", (Mention(ident, spans[3]),)),
    )
    stated = Statement("p", "leads", "n", Status.ASSERTED, (Evidence(ident, *spans),))
    return ArticleGraph(Article(ident, text), people, (stated,)).check()


@pytest.mark.parametrize(
    ("subject", "applies"),
    [
        ("human/ines-vauquelin", True),
        ("human/vauquelin", True),  # what she was called before another article gave her a longer name
        ("human/ines-vauquelin@b", True),
        ("human/ines-vauquelin@c", False),
        ("human/paul-astier", False),
    ],
)
def test_by_which_ids_a_statement_can_be_named(subject, applies):
    key = (subject, "leads", "group/nordavia", "asserted")
    graph = KnowledgeGraph(
        [reading("a", "Inès Vauquelin"), reading("b", "Vauquelin")],
        decisions=[Decision(Action.REJECT, statement=key)],
    )
    assert set(graph.entities) == {"human/ines-vauquelin", "group/nordavia"}
    assert bool(graph.statements()) != applies
    assert bool(graph.reports) != applies
