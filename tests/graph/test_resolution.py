"""Which entities of different articles are one thing, what it is called, and that nothing else has a say in that."""

from collections import Counter
from collections.abc import Iterable, Mapping
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.graph.model import Article, ArticleGraph, Entity, Mention, MentionKind, Span
from liaisons.graph.resolution import Member, resolve

PERSON, COMPANY, PARTY, INSTITUTION, MEDIA = "Person", "Company", "Party", "Institution", "Media"
PRODUCT, PLACE, EVENT, LAW, WORK = "Product", "Place", "Event", "Law", "Work"

Row = tuple[str, ...]
"""A type, a name, and other names."""


def article(ident: str, *rows: Row, kind: MentionKind = MentionKind.NAME) -> ArticleGraph:
    """An article that names these things; each other name stands in the text of its own."""
    forms = [form for _, *names in rows for form in names]
    text = "\n".join(forms)
    ends = [len("\n".join(forms[: i + 1])) for i in range(len(forms))]
    spans = iter([Span.of(text, end - len(form), end) for end, form in zip(ends, forms, strict=True)])
    entities = tuple(
        Entity(f"e{i}", names[0], type_, tuple(Mention(ident, next(spans), kind) for _ in names))
        for i, (type_, *names) in enumerate(rows)
    )
    return ArticleGraph(Article(ident, text), entities)


def articles(rows: Iterable[Row]) -> list[ArticleGraph]:
    return [article(f"{i:03}", row) for i, row in enumerate(rows)]


def parts(resolved: Mapping[Member, Entity]) -> set[frozenset[Member]]:
    """The members of each graph-wide entity."""
    found: dict[str, set[Member]] = {}
    for member, entity in resolved.items():
        found.setdefault(entity.id, set()).add(member)
    return {frozenset(members) for members in found.values()}


ONE = [
    ("a full name", [(PERSON, "Elon Musk"), (PERSON, "Elon Musk")]),
    ("case, accents, spaces, hyphens", [(PERSON, "Jean-Luc Mélenchon"), (PERSON, "JEAN LUC\u00a0MELENCHON")]),
    ("a soft hyphen", [(PERSON, "Emmanuel Macron"), (PERSON, "Emmanuel Mac\u00adron")]),
    ("a ligature", [(WORK, "Le Cœur"), (WORK, "Le Coeur")]),
    ("a surname with one candidate", [(PERSON, "Musk"), (PERSON, "Elon Musk")]),
    ("a surname with a particle", [(PERSON, "von der Leyen"), (PERSON, "Ursula von der Leyen")]),
    ("a surname of two words", [(PERSON, "Le Maire"), (PERSON, "Bruno Le Maire")]),
    ("a surname with and without particle", [(PERSON, "Gaulle"), (PERSON, "de Gaulle"), (PERSON, "Charles de Gaulle")]),
    ("a surname after an apostrophe", [(PERSON, "Ormesson"), (PERSON, "Jean d’Ormesson")]),
    ("a person of one word", [(PERSON, "Pelé"), (PERSON, "Pelé")]),
    ("an acronym", [(PARTY, "Parti des Rivières", "PDR"), (PARTY, "PDR")]),
    (
        "an acronym of two spellings",
        [(INSTITUTION, "Agence régionale de santé", "ARS"), (INSTITUTION, "Agence régionale de la santé", "ARS")],
    ),
    ("an acronym in two languages", [(PARTY, "Rassemblement national", "RN"), (PARTY, "National Rally", "RN")]),
    ("a former name", [(COMPANY, "X", "Twitter"), (COMPANY, "Twitter")]),
    ("by way of a third article", [(COMPANY, "X"), (COMPANY, "X", "Twitter"), (COMPANY, "Twitter")]),
    ("a company and its service", [(COMPANY, "Uber"), (PRODUCT, "Uber")]),
    ("two kinds of organisation", [(INSTITUTION, "Sciences Po"), (COMPANY, "Sciences Po")]),
    ("a law and a work", [(LAW, "Digital Markets Act"), (WORK, "Digital Markets Act")]),
    ("a place", [(PLACE, "Lyon"), (PLACE, "LYON")]),
    ("an event with its year", [(EVENT, "présidentielle de 2024"), (EVENT, "Présidentielle de 2024")]),
    ("an event with a year in other digits", [(EVENT, "sommet 2024"), (EVENT, "sommet ２０２４")]),
    ("a name without letters", [(COMPANY, "!!!"), (COMPANY, "!!!")]),
    ("a name in another script", [(PERSON, "習近平"), (PERSON, "習近平")]),
    ("a pseudonym", [(PERSON, "Pelé", "Edson Arantes do Nascimento"), (PERSON, "Edson Arantes do Nascimento")]),
]

APART = [
    ("names", [(PERSON, "Elon Musk"), (PERSON, "Tim Cook")]),
    ("first names", [(PERSON, "Elon Musk"), (PERSON, "Kimbal Musk")]),
    ("a compound first name", [(PERSON, "Jean-Marc Dupont"), (PERSON, "Marc Dupont")]),
    ("a first name", [(PERSON, "Marine"), (PERSON, "Marine Tondelier")]),
    ("half a surname", [(PERSON, "Curie"), (PERSON, "Irène Joliot-Curie")]),
    ("a surname as an alias", [(PERSON, "Elon Musk", "Musk"), (PERSON, "Kimbal Musk", "Musk")]),
    ("a first name as an alias", [(PERSON, "Kanye West", "Ye"), (PERSON, "Zhang Ye", "Ye")]),
    ("a nickname of one word", [(PERSON, "Kanye West", "Ye"), (PERSON, "Lin Bao", "Ye")]),
    ("a person of one word and another", [(PERSON, "Pelé", "Edson Arantes do Nascimento"), (PERSON, "Abedi Pelé")]),
    ("a person and a place", [(PERSON, "Paris"), (PLACE, "Paris")]),
    ("a person and a company", [(PERSON, "Ford"), (COMPANY, "Ford")]),
    ("a place and an institution", [(PLACE, "Washington"), (INSTITUTION, "Washington")]),
    ("a company and a film", [(COMPANY, "Titanic"), (WORK, "Titanic")]),
    ("a service with a plus", [(COMPANY, "Disney"), (PRODUCT, "Disney+")]),
    ("languages of one letter", [(PRODUCT, "C"), (PRODUCT, "C++"), (PRODUCT, "C#")]),
    (
        "short forms of commissions",
        [
            (INSTITUTION, "Commission européenne", "Commission"),
            (INSTITUTION, "Commission des finances", "Commission"),
            (INSTITUTION, "Commission"),
        ],
    ),
    (
        "one acronym that two names spell",
        [
            (INSTITUTION, "Autorité des marchés financiers", "AMF"),
            (INSTITUTION, "Association des maires de France", "AMF"),
            (INSTITUTION, "AMF"),
        ],
    ),
    ("an acronym that nobody explains", [(PARTY, "Parti des Rivières"), (PARTY, "PDR")]),
    ("words in common", [(INSTITUTION, "Sénat français"), (INSTITUTION, "Sénat américain")]),
    ("events without a year", [(EVENT, "présidentielle américaine"), (EVENT, "présidentielle américaine")]),
    ("events of different years", [(EVENT, "présidentielle de 2020"), (EVENT, "présidentielle de 2024")]),
    ("an event with and without its year", [(EVENT, "présidentielle"), (EVENT, "présidentielle de 2024")]),
    ("a number that is no year", [(EVENT, "sommet 3024"), (EVENT, "sommet 3024")]),
    ("other names of events", [(EVENT, "procès Ott", "audience 2024"), (EVENT, "procès Vidal", "audience 2024")]),
    ("names without letters", [(COMPANY, "!!!"), (COMPANY, "???"), (COMPANY, "🙂"), (COMPANY, "🙃")]),
    ("people without letters", [(PERSON, "!!!"), (PERSON, "Jean ???")]),
]


@pytest.mark.parametrize("rows", [row[1] for row in ONE], ids=[row[0] for row in ONE])
def test_one_thing(rows):
    assert len(set(resolve(articles(rows)).entities.values())) == 1


@pytest.mark.parametrize("rows", [row[1] for row in APART], ids=[row[0] for row in APART])
def test_different_things(rows):
    found = resolve(articles(rows)).entities.values()
    assert len({e.id for e in found}) == len(set(found)) == len(rows)


TOGETHER = [
    (
        "two people of one surname leave it open",
        [(PERSON, "Emmanuel Macron"), (PERSON, "Brigitte Macron"), (PERSON, "Macron"), (PERSON, "MACRON")],
        ["0", "1", "23"],
    ),
    (
        "a pseudonym does not become a surname",
        [(PERSON, "Pelé", "Edson Arantes do Nascimento"), (PERSON, "Abedi Pelé"), (PERSON, "Pelé")],
        ["02", "1"],
    ),
    (
        "spellings of one full name are one candidate",
        [(PERSON, "Kylian Mbappé"), (PERSON, "kylian mbappe"), (PERSON, "Mbappé")],
        ["012"],
    ),
    (
        "surnames do not depend on each other",
        [(PERSON, "Ana Ruiz"), (PERSON, "Ruiz"), (PERSON, "Eva Ruiz Vidal"), (PERSON, "Vidal"), (PERSON, "Ruiz Vidal")],
        ["01", "234"],
    ),
    (
        "an acronym that two names spell does not keep apart what has other names in common",
        [
            (INSTITUTION, "Autorité des marchés financiers", "AMF"),
            (INSTITUTION, "Association des maires de France", "AMF"),
            (INSTITUTION, "AUTORITE DES MARCHES FINANCIERS"),
            (INSTITUTION, "AMF"),
        ],
        ["02", "1", "3"],
    ),
    (
        "the party and its acronym, in whatever language",
        [(PARTY, "National Rally", "RN"), (PARTY, "RN"), (PARTY, "Rassemblement national", "RN"), (PERSON, "RN")],
        ["012", "3"],
    ),
    (
        "companies and services under old and new names",
        [(COMPANY, "Meta", "Facebook"), (PRODUCT, "Facebook"), (COMPANY, "Meta"), (PLACE, "Meta")],
        ["012", "3"],
    ),
]


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in TOGETHER], ids=[row[0] for row in TOGETHER])
def test_several_at_once(rows, expected):
    found = {frozenset(int(article) for article, _ in members) for members in parts(resolve(articles(rows)).entities)}
    assert found == {frozenset(map(int, digits)) for digits in expected}


def test_descriptions_and_pronouns_identify_nothing():
    found = resolve(
        [
            article("a", (COMPANY, "Nordavia", "la firme de Lyon"), kind=MentionKind.DESCRIPTION),
            article("b", (COMPANY, "Quantelle", "la firme de Lyon"), kind=MentionKind.DESCRIPTION),
        ]
    ).entities
    assert len(set(found.values())) == 2


def test_one_name_twice_in_an_article_is_one_thing():
    found = resolve([article("a", (COMPANY, "Uber"), (PRODUCT, "Uber"), (EVENT, "procès"), (EVENT, "Procès"))]).entities
    assert {e.name for e in found.values()} == {"Uber", "Procès"}


# --- what it is called

CALLED = [
    ("most articles", [(COMPANY, "X"), (COMPANY, "X", "Twitter"), (COMPANY, "Twitter")], "X", COMPANY, "group/x"),
    ("the longest", [(PARTY, "Parti des Rivières", "PDR"), (PARTY, "PDR")], "Parti des Rivières", PARTY, None),
    ("then the first", [(PLACE, "LYON"), (PLACE, "Lyon")], "LYON", PLACE, "location/lyon"),
    (
        "a person by the full name",
        [(PERSON, "Musk"), (PERSON, "musk"), (PERSON, "Musk"), (PERSON, "Elon Musk")],
        *("Elon Musk", PERSON, "human/elon-musk"),
    ),
    (
        "a person by the full name and not by half of it",
        [(PERSON, "de Gaulle"), (PERSON, "de Gaulle"), (PERSON, "Charles de Gaulle")],
        *("Charles de Gaulle", PERSON, "human/charles-de-gaulle"),
    ),
    ("a person of one word", [(PERSON, "Pelé"), (PERSON, "Pelé")], "Pelé", PERSON, "human/pele"),
    ("the type of most articles", [(COMPANY, "Uber"), (PRODUCT, "Uber"), (PRODUCT, "Uber")], "Uber", PRODUCT, None),
    ("the first type", [(PRODUCT, "Uber"), (MEDIA, "Uber"), (COMPANY, "Uber")], "Uber", COMPANY, "group/uber"),
    ("an event of a year", [(EVENT, "sommet 2024")], "sommet 2024", EVENT, "happening/sommet-2024"),
    ("an event of its article", [(EVENT, "sommet")], "sommet", EVENT, "happening/sommet-2ac9a6746aca"),
    ("a plus", [(PRODUCT, "Disney+")], "Disney+", PRODUCT, "artifact/disney+"),
    ("without letters", [(COMPANY, "!!!")], "!!!", COMPANY, "group/_21-_21-_21"),
]


@pytest.mark.parametrize(
    ("rows", "name", "type_", "ident"), [row[1:] for row in CALLED], ids=[row[0] for row in CALLED]
)
def test_names_types_and_ids(rows, name, type_, ident):
    (entity,) = set(resolve(articles(rows)).entities.values())
    assert (entity.name, entity.type) == (name, type_)
    assert ident in (None, entity.id)


def test_an_article_counts_once():
    one = article("a", *[(PRODUCT, "UBER")] * 3)
    (entity,) = set(resolve([one, article("b", (COMPANY, "Uber")), article("c", (COMPANY, "Uber"))]).entities.values())
    assert (entity.name, entity.type) == ("Uber", COMPANY)


def test_a_whole_entity():
    found = resolve(
        [article("b", (PERSON, "Musk")), article("a", (PLACE, "Lyon"), (PERSON, "Elon Musk", "Musk"))]
    ).entities
    musk = Entity(
        "human/elon-musk",
        "Elon Musk",
        PERSON,
        (
            Mention("a", Span(5, 14, "Elon Musk")),
            Mention("a", Span(15, 19, "Musk")),
            Mention("b", Span(0, 4, "Musk")),
        ),
    )
    lyon = Entity("location/lyon", "Lyon", PLACE, (Mention("a", Span(0, 4, "Lyon")),))
    assert found == {("a", "e0"): lyon, ("a", "e1"): musk, ("b", "e0"): musk}


# --- what has no say in it

POOL = sorted({row for _, rows in ONE + APART for row in rows} | {row for _, rows, _ in TOGETHER for row in rows})
corpora = st.lists(st.lists(st.sampled_from(POOL), max_size=4), max_size=8)


@settings(deadline=None)
@given(corpora, st.randoms(use_true_random=False))
def test_the_order_of_articles_has_no_say(corpus, random):
    graphs = [article(f"{i}", *rows) for i, rows in enumerate(corpus)]
    assert resolve(graphs) == resolve(random.sample(graphs, len(graphs)))


@settings(deadline=None)
@given(corpora, st.permutations("abcdefgh"))
def test_the_ids_of_articles_and_entities_have_no_say(corpus, letters):
    """Articles and their entities under other ids give the same parts, and the same ids but for undated events."""
    plain = resolve(article(f"{i}", *rows) for i, rows in enumerate(corpus)).entities
    renamed = resolve(article(letters[i], *reversed(rows)) for i, rows in enumerate(corpus)).entities

    def back(member: Member) -> Member:
        i = letters.index(member[0])
        return (f"{i}", f"e{len(corpus[i]) - 1 - int(member[1][1:])}")

    assert {frozenset(map(back, members)) for members in parts(renamed)} == parts(plain)
    for member, entity in renamed.items():
        if entity.type != EVENT or "20" in entity.name:
            assert (plain[back(member)].id, plain[back(member)].name) == (entity.id, entity.name)


@settings(deadline=None)
@given(corpora)
def test_ids_are_unique_and_nothing_is_lost(corpus):
    graphs = [article(f"{i}", *rows) for i, rows in enumerate(corpus)]
    resolution = resolve(graphs)
    found = resolution.entities
    misread = {m for link in resolution.links if link.rule == "misread" for m in (link.a, link.b)}
    assert set(found) == {(g.article.id, e.id) for g in graphs for e in g.entities}
    ids = Counter(e.id for e in set(found.values()))
    assert not ids or max(ids.values()) == 1
    for members in parts(found):
        entity = found[min(members)]
        locals_ = [e for g in graphs for e in g.entities if (g.article.id, e.id) in members]
        assert set(entity.mentions) == {m for e in locals_ for m in e.mentions}
        assert entity.name in {e.name for e in locals_}
        assert entity.type in {e.type for e in locals_}
        assert (
            misread & set(members)
            or len(
                {"Thing" if e.type in {COMPANY, PRODUCT, PARTY, INSTITUTION, MEDIA} else e.type for e in locals_}
                - {LAW, WORK}
            )
            <= 1
        )


@pytest.mark.parametrize("others", ["0", "9"], ids=["before", "after"])
def test_unrelated_articles_have_no_say(others):
    rows = [(EVENT, "procès"), (PERSON, "Musk"), (PERSON, "Elon Musk"), (COMPANY, "X", "Twitter"), (EVENT, "vote 2024")]
    mine = [article("5", *rows), article("6", *rows)]
    before = resolve(mine).entities
    assert len({e.id for e in before.values()}) == 5  # the trials are two
    unrelated = [
        article(f"{others}{i}", (EVENT, "procès"), (PERSON, "Tim Cook"), (EVENT, f"vote {2000 + i}"), (PLACE, "X"))
        for i in range(20)
    ]
    after = resolve([*unrelated, *mine]).entities
    assert {member: after[member] for member in before} == before


def test_time_grows_with_the_articles_and_not_with_their_square():
    """All the same surnames, acronyms and event names: the worst case."""
    count = 5_000
    graphs = [
        article(
            f"{i}",
            (PERSON, f"Ana{i} Ruiz"),
            (PERSON, "Ruiz"),
            (PERSON, f"Vidal{i % 100}"),
            (EVENT, "procès"),
            (PARTY, f"Parti des Rivières {i}", "PDR"),
        )
        for i in range(count)
    ]
    start = process_time()
    found = resolve(graphs).entities
    assert process_time() - start < 8  # one second; to compare all pairs of one surname takes more than 10
    assert len({e.id for e in found.values()}) == count + 1 + 100 + count + 1
