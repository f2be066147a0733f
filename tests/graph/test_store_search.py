"""Words are found in sentences and names, whatever their case and accents; what makes no sense is said clearly."""

from dataclasses import replace

import pytest

from liaisons.graph import store
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Span
from liaisons.graph.store import Filters
from liaisons.graph.store.words import to_fts

SENTENCES = {
    "a1": ("Le Monde", "2024-03-13", ["L’Élysée a nié le rachat.", "Le Sacré-Cœur rouvre lundi."]),
    "a2": ("le monde", "2024", ["La commission enquête sur le rachat d’Apple.", "Łódź attend l'usine."]),
    "b1": ("The Wire", "2023-12-31", ["The takeover of Apple failed.", "A naïve CEO resigned; ex-Twitter stays."]),
    "b2": ("", "", ["Racheter la paix, rachetée hier.", '"Rien" n\'est (tout à fait) sûr : 100 %.']),
}


def article(ident: str) -> ArticleGraph:
    source, date, sentences = SENTENCES[ident]
    text, spans = "", []
    for sentence in sentences:
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence + "\n"
    return ArticleGraph(Article(ident, text, "fr", source=source, date=date), (), (), tuple(spans))


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    found = tmp_path_factory.mktemp("search") / "g.sqlite"
    store.write(KnowledgeGraph(map(article, SENTENCES)), found)
    return found


@pytest.fixture(scope="module")
def sample(sample_graph, tmp_path_factory):
    """The sample graph, with the sentences that state something."""
    found = tmp_path_factory.mktemp("sample") / "g.sqlite"
    parts = sample_graph.article_graphs.values()
    spans = {
        p.article.id: {(e.sentence.start, e.sentence.end) for s in p.statements for e in s.evidence} for p in parts
    }
    store.write(KnowledgeGraph(replace(p, sentences=tuple(spans[p.article.id])) for p in parts), found)
    return found


def starts(path, words: str, **filters: object) -> list[str]:
    return sorted(h.sentence.quote.split()[0] for h in store.find(path, words, filters=Filters(**filters))[0])


FOUND = [
    ("rachat", ["La", "L’Élysée"]),
    ("RACHAT", ["La", "L’Élysée"]),
    ("elysee", ["L’Élysée"]),
    ("l’élysée", ["L’Élysée"]),
    ("l'Elysée rachat", ["L’Élysée"]),
    ("rachat Apple", ["La"]),
    ("rachat AND Apple", ["La"]),
    ("rachat OR takeover", ["La", "L’Élysée", "The"]),
    ("rachat NOT Apple", ["L’Élysée"]),
    ("rachat AND NOT Apple", ["L’Élysée"]),
    ("Apple NOT (rachat OR paix)", ["The"]),
    ("(rachat OR takeover) Apple", ["La", "The"]),
    ("rachat OR takeover Apple", ["La", "L’Élysée", "The"]),
    ("rachet*", ["Racheter"]),
    ("rach*", ["La", "L’Élysée", "Racheter"]),
    ('"le rachat"', ["La", "L’Élysée"]),
    ('"rachat le"', []),
    ("« le rachat d »", ["La"]),
    ("“le rach”*", ["La", "L’Élysée"]),
    ("coeur", ["Le"]),
    ("Cœur", ["Le"]),
    ("sacre-coeur", ["Le"]),
    ("lodz", ["Łódź"]),
    ("naive", ["A"]),
    ("ex-twitter", ["A"]),
    ("100 %", ['"Rien"']),
    ("and", []),
    ("or OR not OR rien", ['"Rien"']),
    ("title:rachat", []),
    ("{rachat}", ["La", "L’Élysée"]),
    ("^rachat + NEAR", []),
    ("; DROP TABLE sentences --", []),
]


@pytest.mark.parametrize(("words", "expected"), FOUND, ids=[w for w, _ in FOUND])
def test_what_is_found(path, words, expected):
    assert starts(path, words) == sorted(expected)


WRONG = [
    ("", "nothing to look for in '': give a word"),
    ("  ", "nothing to look for in '  ': give a word"),
    ("!? …", "nothing to look for in '!? …': give a word"),
    ("()", "AND, OR and NOT stand between two words"),
    ("rachat OR", "AND, OR and NOT stand between two words"),
    ("AND rachat", "AND, OR and NOT stand between two words"),
    ("NOT rachat", "AND, OR and NOT stand between two words"),
    ("!! NOT rachat", "AND, OR and NOT stand between two words"),
    ("rachat OR NOT Apple", "AND, OR and NOT stand between two words"),
    ("rachat AND OR Apple", "AND, OR and NOT stand between two words"),
    ("rachat NOT NOT Apple", "AND, OR and NOT stand between two words"),
    ("(rachat", "a ( without its )"),
    ("rachat)", "a ) without its ("),
    ('"rachat', "a quotation mark without its other one"),
    ("« rachat", "a quotation mark without its other one"),
    ("*", "a * stands only at the end of a word"),
    ("ra*chat", "a * stands only at the end of a word"),
    ("*chat", "a * stands only at the end of a word"),
    ('"ra* chat"', "a * stands only at the end of a word"),
]


@pytest.mark.parametrize(("words", "message"), WRONG, ids=[w for w, _ in WRONG])
def test_what_makes_no_sense(path, words, message):
    with pytest.raises(UserError) as raised:
        store.find(path, words)
    assert str(raised.value).startswith(message)


def test_what_is_marked(path):
    ((hit,), count) = store.find(path, "elysee rach*")
    assert (hit.article, count) == ("a1", 1)
    assert [m.quote for m in hit.marks] == ["Élysée", "rachat"]
    assert hit.marks[0] == Span.of(article("a1").article.text, 2, 8)
    (folded,) = store.find(path, "coeur rouvre")[0]
    assert [m.quote for m in folded.marks] == ["Cœur", "rouvre"]
    assert [m.quote for m in store.find(path, '"enquete sur le"')[0][0].marks] == ["enquête sur le"]


FILTERED = [
    ({"sources": ["LE MONDE"]}, ["La", "L’Élysée"]),
    ({"sources": ["The Wire", "Le Monde"]}, ["La", "L’Élysée", "The"]),
    ({"sources": ["Le Figaro"]}, []),
    ({"since": "2024"}, ["La", "L’Élysée"]),
    ({"since": "2024-03-14"}, ["La"]),  # of which the year alone is known
    ({"until": "2024"}, ["La", "L’Élysée", "The"]),
    ({"until": "2024-02"}, ["La", "The"]),
    ({"until": "2023"}, ["The"]),
    ({"since": "2023-12-31", "until": "2023-12-31"}, ["The"]),
    ({"since": "2024-03", "until": "2024-03"}, ["La", "L’Élysée"]),
    ({"since": "2025"}, []),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERED)
def test_filters(path, filters, expected):
    assert starts(path, "rachat OR takeover OR racheter NOT paix", **filters) == sorted(
        [*expected] if filters else expected
    )


def test_sentences_that_mention_an_entity(sample):
    assert len(store.find(sample, "quantelle")[0]) > 2
    both = store.find(sample, "quantelle", filters=Filters(entities=["group/nordavia", "human/ines-vauquelin"]))[0]
    assert [h.sentence.quote for h in both] == [
        "Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025."
    ]
    assert store.find(sample, "quantelle", filters=Filters(entities=["nobody"])) == ([], 0)


def test_a_sentence_comes_with_what_it_states(sample):
    ((hit,), _) = store.find(sample, '"the former boss"')
    assert [(c.subject, c.relation, c.object, c.status, c.confidence) for c in hit.claims] == [
        ("Ines Vauquelin", "leads", "Quantelle", "ended", 0.85),
        ("Ines Vauquelin", "sued", "Nordavia", "asserted", 0.9),
    ]
    assert (hit.claims[0].subject_id, hit.claims[0].object_id) == ("human/ines-vauquelin", "group/quantelle")
    assert (hit.title, hit.source, hit.date) == ("Ex-boss sues Nordavia", "The Wire", "2025-01")


def test_names(sample):
    found, count = store.find_names(sample, "rivier*")
    assert [(n.id, n.type) for n in found] == [
        ("group/parti-des-rivieres", "Party"),
        ("happening/sommet-des-rivieres-2023", "Event"),
    ]
    assert count == 2
    assert store.find_names(sample, "rivier*", limit=1)[1] == 2
    (person,) = store.find_names(sample, "VAUQUELIN")[0]
    assert (person.names, person.statements) == (("Ines Vauquelin", "Inès Vauquelin"), 5)


def test_the_limit_keeps_the_best_and_counts_all(path):
    hits, count = store.find(path, "apple OR rachat", limit=1)
    assert (len(hits), count) == (1, 3)
    assert hits[0].sentence.quote.startswith("La commission")


def test_the_query_of_what_was_typed():
    assert to_fts("a b c") == '(("a" AND "b") AND "c")'
    assert to_fts("a NOT b c") == '(("a" NOT "b") AND "c")'
    assert to_fts("!! OR (a OR ?)") == '"a"'
