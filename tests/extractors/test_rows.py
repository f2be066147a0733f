"""The rows of the lexicons against the engine: rows that could never fire, senses that hide each other."""

import tomllib
from collections import defaultdict
from importlib.resources import files

import pytest
import spacy
from spacy.tokens import Doc

from liaisons.extractors import lexicon, parse, pipeline
from liaisons.extractors.relations import rows

POS = {"verb": "VERB", "event": "NOUN", "role": "NOUN", "adjective": "ADJ"}

SLIPS = frozenset(("siège", "codirectrice", "étudiante", "rapporteuse", "administratrice"))
"""Forms that the French rows list beside their lemmas."""


@pytest.mark.model
def test_french_rows_have_lemmas_that_the_model_gives() -> None:
    nlp = spacy.load(pipeline.MODELS["fr"], exclude=["ner", "parser"])
    lemmatizer = nlp.get_pipe("lemmatizer")
    wrong = set()
    folder = files(lexicon.__package__ or "liaisons.extractors.lexicon") / "fr"
    for name in lexicon.names("fr"):
        if name.partition("_")[0] != "relations":
            continue
        tables = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        for table, pos in POS.items():
            for row in tables.get(table, ()):
                heads = [(phrase.split()[0] if pos == "NOUN" else phrase, pos) for phrase in row["lemmas"]]
                for word, tag in heads:
                    if "-" not in word and word not in SLIPS and _lemma(nlp, lemmatizer, word, tag) != word:
                        wrong.add((name, table, word))
    assert wrong == set()


@pytest.mark.parametrize("lang", ["fr"])
def test_senses_of_a_lemma_have_object_types_all_or_none(lang: str) -> None:
    """A row without o_types is never asked where another sense of the same words has them."""
    hidden = []
    for key, group in rows(lang).items():
        senses = defaultdict(set)
        for row in group:
            idiom = tuple(sorted((role, tuple(sorted(nouns))) for role, nouns in row.idiom.items()))
            senses[tuple(sorted(row.modifiers)), idiom, row.reflexive].add(bool(row.object_types))
        hidden += [(key, sense) for sense, typed in senses.items() if len(typed) > 1]
    assert hidden == []


def _lemma(nlp: spacy.language.Language, lemmatizer: object, word: str, pos: str) -> str:
    doc = parse._lemmatise(Doc(nlp.vocab, words=[word], pos=[pos]), lemmatizer)  # type: ignore[arg-type]
    return doc[0].lemma_
