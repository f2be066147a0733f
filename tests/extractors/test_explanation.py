"""Explanations: the very outcomes of the extraction, why there is no statement, and the page of it."""

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from spacy.tokens import Doc

from liaisons.cli import wording
from liaisons.cli.explanation_page import page
from liaisons.extractors import relations
from liaisons.extractors.explanation import Explained, explain, quote
from liaisons.extractors.outcomes import Verdict
from liaisons.extractors.statements import outcomes, statements
from liaisons.graph.model import Article

Tree = Callable[..., Doc]
Lexicon = Callable[[str, str, Any], None]

ROWS = {
    "verb": [
        {"relation": "acquired", "lemmas": ["racheter"], "o_types": ["Company"]},
        {"relation": "leads", "lemmas": ["diriger"]},
        {"relation": "leads", "lemmas": ["prendre"], "idiom": {"object": ["tête"]}, "o": ["object de"]},
        {"relation": "left", "lemmas": ["retirer"], "reflexive": True, "o": ["de"]},
        {"relation": "succeeded", "lemmas": ["remplacer"]},
        {"relation": "criticizes", "lemmas": ["tacler"]},
        {"relation": "supports", "lemmas": ["tacler"], "reflexive": True},
    ],
    "role": [{"relation": "leads", "lemmas": ["pdg"], "o": ["de"]}],
    "name": [{"relation": "develops", "s": ["de"], "o": ["itself"]}],
}


@pytest.fixture
def few_rows(lexicon_of: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    """No rows but these."""
    monkeypatch.setattr(relations, "names", lambda lang: ("relations",))
    lexicon_of("fr", "relations", ROWS)


def explained(doc: Doc) -> list[Explained]:
    statements(doc)
    return list(explain(doc))


def told(doc: Doc) -> list[str]:
    """What is said of the frames of a doc: statements after "+", reasons after "-"."""
    lines = []
    for sentence in explained(doc):
        for framed in filter(wording.worth, sentence.frames):
            lines += [f"+ {' '.join(wording.result(stated)[:4])}" for stated in framed.stated]
            lines += [f"- {miss}" for miss in wording.misses(doc, framed)]
    return lines


WHY = [
    ("Nordavia/Company/nsubj/rachète rachète/VERB/ROOT//racheter Bêta/Company/obj/rachète .", ["+ Nordavia acquired Bêta asserted"]),
    (
        "Nordavia/Company/nsubj/avale avale/VERB/ROOT//avaler Bêta/Company/obj/avale .",
        ["- no row for the verb “avaler” (lexicon/fr/relations*.toml)"],
    ),
    (
        "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT//racheter Lyon/Place/obj/rachète .",
        ["- [[verb]] racheter → acquired: “Lyon” (object) is Lyon (Place); the object must be Company"],
    ),
    (
        "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT//racheter usine/NOUN/obj/rachète .",
        ["- [[verb]] racheter → acquired: “usine” (object) stands for nothing that has a name, as object"],
    ),
    (
        "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT//racheter .",
        ["- [[verb]] racheter → acquired: nothing stands as object (object)"],
    ),
    (
        "Ada_Morel/Person/nsubj/prend prend/VERB/ROOT//prendre place/NOUN/obj/prend .",
        ["- rows that ask for other words: leads (object tête)"],
    ),
    (
        "Ada_Morel/Person/nsubj/retire retire/VERB/ROOT//retirer Bêta/Company/obj/retire .",
        ["- rows that ask for other words: left (reflexive)"],
    ),
    (
        "Ada_Morel/Person/nsubj/remplace remplace/VERB/ROOT//remplacer Bêta/Company/obj/remplace .",
        ["- [[verb]] remplacer → succeeded: succeeded does not join Ada Morel (Person) and Bêta (Company)"],
    ),
]  # fmt: skip


@pytest.mark.usefixtures("few_rows")
@pytest.mark.parametrize(
    ("sentence", "expected"), WHY, ids=[s.split()[1].split("/")[0] + str(n) for n, (s, _) in enumerate(WHY)]
)
def test_why(tree: Tree, sentence: str, expected: list[str]) -> None:
    doc = tree("fr", sentence)
    assert told(doc) == expected


@pytest.mark.usefixtures("few_rows")
def test_the_statements_are_those_of_the_extraction(tree: Tree) -> None:
    doc = tree(
        "fr",
        "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT//racheter Bêta/Company/obj/rachète .",
        "Ada_Morel/Person/nsubj/dirige dirige/VERB/ROOT//diriger Nordavia/Company/obj/dirige .",
    )
    found = [o.finding for s in explained(doc) for f in s.frames for o in f.outcomes if o.finding]
    assert sorted(f.row.relation for f in found) == sorted(s.relation for s in doc._.statements.statements)
    every = [o for s in explain(doc) for f in s.frames for o in f.outcomes]
    assert [(o.frame, o.verdict, o.row) for o in every] == [(o.frame, o.verdict, o.row) for o in outcomes(doc)]
    assert {o.verdict for o in every} <= set(Verdict)


@pytest.mark.usefixtures("few_rows")
def test_sentences_mentions_and_what_nothing_stands_for(tree: Tree) -> None:
    doc = tree(
        "fr",
        "Ada_Morel/Person/nsubj/dirige dirige/VERB/ROOT//diriger Bêta/Company/obj/dirige .",
        "Elle/PRON/nsubj/tacle//Gender=Fem|Number=Sing|Person=3 tacle/VERB/ROOT//tacler Lyon/Place/obj/tacle .",
        "Elles/PRON/nsubj/tacle//Gender=Fem|Number=Plur|Person=3 tacle/VERB/ROOT//tacler .",
    )
    first, second, third = explained(doc)
    assert [(s.number, quote(doc, s.start, s.end)) for s in (first, second)] == [
        (1, "Ada Morel dirige Bêta."),
        (2, "Elle tacle Lyon."),
    ]
    assert [
        (quote(doc, m.reference.start, m.reference.end), m.cluster.name, m.cluster.type) for m in second.mentions
    ] == [
        ("Elle", "Ada Morel", "Person"),
        ("Lyon", "Lyon", "Place"),
    ]
    name, pronoun = first.mentions[0], second.mentions[0]
    assert wording.why_mention(name) == "name; speaks for Person 9"
    assert wording.why_mention(pronoun).startswith("pronoun, by agreement and prominence")
    assert third.mentions == ()
    assert [framed.frame.lemma for framed in second.frames] == ["tacler"]


def test_quotes_are_the_article_s_without_what_was_masked(tree: Tree) -> None:
    doc = tree("fr", "L'essai/NOUN/ROOT .")
    doc._.article = Article("a", "L’essai.", "fr")
    assert quote(doc, 0, len(doc)) == "L’essai."


# --- the page

HOSTILE = "<script>alert(1)</script>\"'&{}<img/src=x>"


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def hostile(tree: Tree) -> str:
    """A page of a doc whose every word, name and field is markup."""
    doc = tree(
        "fr",
        f"X/Person/nsubj/dirige dirige/VERB/ROOT//{HOSTILE.replace('/', '⁄')} {HOSTILE.replace('/', '⁄')}/NOUN/obj/dirige Y/Company/obl/dirige .",
    )
    for cluster in doc._.clusters:
        cluster.name = HOSTILE
    text = doc.text
    doc._.article = Article(HOSTILE, text, "fr", HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    return page([(doc, explained(doc))])


def test_what_articles_say_is_no_markup(hostile: str) -> None:
    page = Elements(hostile)
    tags = {tag for tag, _ in page.found}
    assert not tags & {"script", "img", "iframe", "object", "link"} - {"link"}
    assert [a for tag, a in page.found if tag == "link"] == [{"rel": "icon", "href": "data:,"}]
    assert not [name for _, attrs in page.found for name in attrs if name.startswith("on")]
    assert HOSTILE in page.text
    assert "<script" not in hostile


def test_the_page_asks_for_nothing_and_is_always_the_same(tree: Tree) -> None:
    doc = tree("fr", "Ada_Morel/Person/nsubj/dirige dirige/VERB/ROOT//diriger Bêta/Company/obj/dirige .")
    doc._.article = Article("essai", doc.text, "fr", "Un essai", "2024-03-12")
    first, second = page([(doc, explained(doc))]), page([(doc, explained(doc))])
    assert first == second
    assert "default-src 'none'" in first
    found = Elements(first)
    links = [a.get("href") or a.get("src") for tag, a in found.found if "href" in a or "src" in a]
    assert [link for link in links if link and not link.startswith(("#", "data:"))] == []
    assert sum(tag == "svg" for tag, _ in found.found) == 1
    assert [a["title"] for tag, a in found.found if tag == "mark"] == [
        "Ada Morel (Person): name; speaks for Person 9",
        "Bêta (Company): name; speaks for Company 9",
    ]
    assert "Ada Morel leads Bêta" in " ".join(found.text.split())
