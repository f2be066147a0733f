"""A part of a store says of its names what the whole says: of entities, of events, and of names that are none."""

from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.graph import nearness, store
from liaisons.graph.authority import Known
from liaisons.graph.decisions import Action, Decision
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Status

from ..conftest import DESCRIPTION, NAME, build

PERSON, COMPANY, PLACE, EVENT = "Person", "Company", "Place", "Event"


def said(
    ident: str, text: str, entities: dict[str, str], *stated: tuple[str, str, str, str], when: str = ""
) -> ArticleGraph:
    """An article of one sentence. `entities`: name → type; `stated`: (subject, relation, object, cue)."""
    made = build(
        Article(ident, text, "fr", date="2024-03-13", source=f"Journal {ident}"),
        {name: (type_, name, (name, NAME)) for name, type_ in entities.items()},
        [(s, r, o, Status.ASSERTED, text, s, cue, o, {"when": when or None}) for s, r, o, cue in stated],
    )
    kinds = ((e, "takeover" if e.name.startswith("rachat") else "") for e in made.entities)
    named = tuple(Entity(e.id, e.name, e.type, e.mentions, kind) for e, kind in kinds)
    return ArticleGraph(made.article, named, made.statements, ((0, len(text)),)).check()


def described(ident: str, form: str, name: str) -> ArticleGraph:
    """An article that has only a description of what it is said to call so."""
    return build(Article(ident, f"Ici {form}.", "fr"), {name: (COMPANY, name, (form, DESCRIPTION))})


def decided(parts: list[ArticleGraph], known: list[Known], *same: tuple[str, str]) -> KnowledgeGraph:
    """The graph in which the entities of two names each are one."""
    graph = KnowledgeGraph(parts, known=known)
    pairs = ((graph.entity(a).id, graph.entity(b).id) for a, b in same)
    return KnowledgeGraph(parts, known=known, decisions=[Decision(Action.SAME, pair) for pair in pairs])


def names() -> KnowledgeGraph:
    """Surnames, acts of a person, two things of one name, names that no article writes."""
    parts = [
        said(
            *("a1", "Inès Vauquelin dirige Nordavia.", {"Inès Vauquelin": PERSON, "Nordavia": COMPANY}),
            ("Inès Vauquelin", "leads", "Nordavia", "dirige"),
        ),
        said(
            *("a2", "C++ Forge accuse Vauquelin.", {"C++ Forge": COMPANY, "Vauquelin": PERSON}),
            ("C++ Forge", "accuses", "Vauquelin", "accuse"),
        ),
        said(
            *("a3", "Paul Astier soutient Quantelle.", {"Paul Astier": PERSON, "Quantelle": COMPANY}),
            ("Paul Astier", "supports", "Quantelle", "soutient"),
        ),
        said("a4", "Zoé Mercure parle.", {"Zoé Mercure": PERSON}),
        said("a5", "Orphée parle.", {"Orphée": PERSON}),
        said("a6", "Orphée monte.", {"Orphée": COMPANY}),
        described("a7", "la firme", "Firma"),
        said("a8", "Nordavia Sud ouvre.", {"Nordavia Sud": COMPANY}),
        said("0", "Grand Four ouvre.", {"Grand Four": COMPANY}),
        said("b1", "X Corp ferme.", {"X Corp": COMPANY}),
        said("b2", "Gazouillis ferme.", {"Gazouillis": COMPANY}),
        said("b3", "Labo Un ferme.", {"Labo Un": COMPANY}),
        said("b4", "Duo Labo ferme.", {"Duo Labo": COMPANY}),
    ]
    known = [
        Known("own/four", COMPANY, (("fr", "Grand Four"), ("en", "Big Oven")), ("Firma",)),
        Known("own/x", COMPANY, (("fr", "X Corp"),)),
        Known("own/g", COMPANY, (("fr", "Gazouillis"),)),
    ]
    same = [("X Corp", "Gazouillis"), ("Labo Un", "X Corp"), ("Duo Labo", "Gazouillis"), ("Paul Astier", "Zoé Mercure")]
    return decided(parts, known, *same)


def founding() -> KnowledgeGraph:
    """An event whose day only a statement in the same words brings."""
    founders = {"Ada": PERSON, "Bob": PERSON, "Kivu": COMPANY}
    both = [(name, "founded", "Kivu", "fondé") for name in ("Ada", "Bob")]
    bob = ("Bob", "founded", "Kivu", "créé")
    return KnowledgeGraph(
        [
            said("a1", "Ada et Bob ont fondé Kivu.", founders, *both, when="2020"),
            said("a2", "Bob a créé Kivu.", {"Bob": PERSON, "Kivu": COMPANY}, bob, when="2020-05"),
            said("a3", "Zoé dort.", {"Zoé": PERSON}),
        ]
    )


def takeover() -> KnowledgeGraph:
    """Events of which each article names another party."""
    firms = {"Orval": COMPANY, "Quantelle": COMPANY}
    parts = [
        said(
            *("a1", "Orval, par rachat, prend Quantelle.", firms | {"rachat": EVENT}),
            ("Orval", "acquired", "Quantelle", "rachat"),
        ),
        said("a2", "Orval a repris Quantelle.", firms, ("Orval", "acquired", "Quantelle", "repris"), when="2024-02"),
        said("a3", "Le rachat de Ravel.", {"rachat de Ravel": EVENT, "Ravel": COMPANY}),
        said("a4", "Zoé va au Salon.", {"Zoé": PERSON, "Salon": EVENT}, ("Zoé", "participated_in", "Salon", "va")),
        said("a5", "Le Salon de Nantua.", {"Salon de Nantua": EVENT, "Nantua": PLACE}),
    ]
    return decided(parts, [], ("rachat", "rachat de Ravel"), ("Salon", "Salon de Nantua"))


def judged() -> KnowledgeGraph:
    """What a person rejects by a name that is no longer an id, and confirms by an id."""
    parts = [
        said(
            "a1", "Ada Rey dirige Kivu.", {"Ada Rey": PERSON, "Kivu": COMPANY}, ("Ada Rey", "leads", "Kivu", "dirige")
        ),
        said("a2", "Rey dort.", {"Rey": PERSON}),
    ]
    rejected = Decision(Action.REJECT, statement=("human/rey", "leads", "group/kivu", "asserted"))
    return KnowledgeGraph(parts, decisions=[rejected])


GRAPHS = (names, founding, takeover, judged)
NO_NAMES = ("Nordavya", "C", "nobody", "\udcff", "!?", "Big Oven", "Firma", "Journal a3", "own/x", "human/zoe-mercure")


def tried(question: Callable[[], object]) -> object:
    try:
        return question()
    except UserError as error:
        return str(error)


def answers(graph: KnowledgeGraph, name: str, source: str) -> list[object]:
    """All that commands ask a graph about a name."""
    entity = tried(lambda: nearness.entity(graph, name))
    if not isinstance(entity, Entity):
        return [entity, tried(lambda: graph.event(name)), tried(lambda: graph.why(name, name))]
    members = graph.resolution.members[entity.id]
    return [
        entity,
        members,
        [link for link in graph.resolution.links if link.a in members or link.b in members],
        graph.resolution.reference(entity.id),
        graph.statements(about=entity),
        tried(lambda: graph.timeline(entity, source=source)),
        graph.events(participant=entity),
        graph.events_by_id.get(entity.id),
        tried(lambda: graph.why(name, name)),
    ]


def every_name(graph: KnowledgeGraph) -> list[str]:
    """Ids, names, parts of names, errors in names; events too."""
    names = [n for e in graph.entities.values() for n in (e.id, e.name, *e.aliases, e.name.split()[-1], e.name[:-1])]
    events = [n for e in graph.events_by_id.values() for n in (e.id, *(text for _, text in e.labels))]
    return [*dict.fromkeys((*names, *events, *NO_NAMES))]


@pytest.mark.parametrize("make", GRAPHS)
def test_a_part_answers_as_the_whole(make, tmp_path):
    path = tmp_path / store.FILE
    store.write(make(), path)
    whole = store.read(path)
    sources = ("Journal a1", "Journal a3", "Astier", "Inès Vauquelin", "Zoé", "nobody")
    for i, name in enumerate(every_name(whole)):
        source = sources[i % len(sources)]
        assert answers(store.read_part(path, [name], [source]), name, source) == answers(whole, name, source), name


def test_why_two_names_are_one_or_two(tmp_path):
    path = tmp_path / store.FILE
    store.write(names(), path)
    whole = store.read(path)
    for a, b in (("Labo Un", "Duo Labo"), ("Firma", "Grand Four"), ("Orphée", "Nordavia"), ("Mercure", "Paul Astier")):
        part = store.read_part(path, [a, b])
        assert tried(lambda g=part: g.why(a, b)) == tried(lambda: whole.why(a, b))  # noqa: B023


def test_only_what_is_needed_is_read(tmp_path):
    path = tmp_path / store.FILE
    store.write(names(), path)
    assert [*store.read_part(path, ["Nordavia"]).articles] == ["a1"]
    assert [*store.read_part(path, ["Inès Vauquelin"], ["Journal a3"]).articles] == ["a1", "a2", "a3"]
    store.write(takeover(), path)
    assert [*store.read_part(path, ["rachat de Ravel"]).articles] == ["a1", "a2", "a3"]
    assert [*store.read_part(path, ["Zoé"]).articles] == ["a4", "a5"]
    assert [*store.read_part(path, ["Salon"]).articles] == ["a4", "a5"]


def test_commands_read_a_part(sample_graph, tmp_path, monkeypatch):
    store.write(sample_graph, tmp_path / store.FILE)
    options = (
        *((), ("--relation", "acquired"), ("--status", "uncertain"), ("--since", "2024-03-14"), ("--until", "2024")),
        *(("--source", "La Gazette du Rhône"), ("--source", "Paul Astier"), ("--min-confidence", "0.75")),
        *(("--labels", "fr"), ("--format", "csv"), ("--format", "json")),
    )
    names = ("Inès Vauquelin", "Quantele")
    asked = [(command, name, *option) for command in ("show", "timeline") for name in names for option in options]
    asked += [("show", "Nordavia", "--limit", "1"), ("why", "Nordavia"), ("why", "Nordavia", "l’avionneur")]
    asked += [("why", "Nordavia", "Quantelle"), ("find", "Quantelle", "--entity", "Nordavia")]

    def answered():
        found = [CliRunner().invoke(app, [*words, "--in", str(tmp_path)]) for words in asked]
        return [(each.stdout, each.exit_code, str(each.exception)) for each in found]

    with monkeypatch.context() as patch:
        patch.setattr(store, "read", None)
        of_part = answered()
    monkeypatch.setattr(store, "read_part", lambda path, *_: store.read(path))
    assert of_part == answered()
