"""The pipelines: words, and that a sentence is read for itself."""

import pytest

from liaisons.extractors import extract, load
from liaisons.graph.model import Article

pytestmark = pytest.mark.model


@pytest.fixture(scope="module", params=["fr", "en"])
def nlp(request):
    return load(request.param)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Voici SpaceX.", ["Voici", "SpaceX", "."]),
        ("Voici MI300X. Paul", ["Voici", "MI300X", ".", "Paul"]),
        ("Voici X. Paul", ["Voici", "X", ".", "Paul"]),
        ("Voici OpenAI.", ["Voici", "OpenAI", "."]),
        # initials keep their full stop
        ("George W. Bush", ["George", "W.", "Bush"]),
        ("aux U.S. depuis", ["aux", "U.S.", "depuis"]),
    ],
)
def test_a_full_stop_is_a_word_unless_it_abbreviates(nlp, text, words):
    assert [t.text for t in nlp.make_doc(text)] == words


NEIGHBOURS = {
    "fr": ("Le ciel de Brest était gris, et la mer aussi. ", " À Lyon comme à Paris, Marie Astier attendait."),
    "en": ("The sky over Boston was grey, and so was the sea. ", " In Leeds and in London, Mary Astier waited."),
}
SENTENCES = {
    "fr": "La société Quantelle a été rachetée en mars par le groupe Nordavia, que dirige Ada Morel.",
    "en": "Quantelle, bought in March by Nordavia Group, has named Ada Morel its chief executive.",
}


def test_a_sentence_is_read_the_same_whatever_stands_beside_it(nlp):
    before, after = NEIGHBOURS[nlp.lang]
    texts = [SENTENCES[nlp.lang], before + SENTENCES[nlp.lang] + after]
    found = []
    for part in extract([Article(str(n), text, nlp.lang) for n, text in enumerate(texts)], pipelines={nlp.lang: nlp}):
        names = {e.id: e.name for e in part.entities}
        found.append({(names[s.subject], s.relation, names[s.object], str(s.status)) for s in part.statements})
    assert found[0] == found[1]
    assert found[0]
