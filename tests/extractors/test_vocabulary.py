"""The ordinary words of a language."""

import pytest
import spacy

from liaisons.extractors.vocabulary import has_forms, is_a, is_word, knows, learn


def test_a_pipeline_without_a_lemmatizer_knows_nothing():
    nlp = spacy.blank("fr")
    learn(nlp)
    assert not knows(nlp.vocab)
    assert not is_word(nlp.vocab, "amende")
    assert not is_a(nlp.vocab, "amende", "noun")


@pytest.mark.model
@pytest.mark.parametrize(
    ("lang", "word", "known"),
    [
        ("fr", "amendes", True),
        ("fr", "déboutée", True),
        ("fr", "surtout", True),
        ("fr", "qwant", False),
        ("fr", "nordavia", False),
        ("en", "companies", True),
        ("en", "launched", True),
        ("en", "nordavia", False),
    ],
)
def test_words_of_the_models(pipelines, lang, word, known):
    assert is_word(pipelines(lang).vocab, word) is known


@pytest.mark.model
def test_parts_of_speech(pipelines):
    vocab = pipelines("fr").vocab
    assert is_a(vocab, "nationale", "adj")
    assert not is_a(vocab, "nationale", "verb")
    assert is_a(vocab, "concurrence", "noun")
    assert has_forms(vocab)
    assert not has_forms(pipelines("en").vocab)
