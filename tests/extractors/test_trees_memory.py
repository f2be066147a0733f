"""The edges of a settled tree are remembered, and are those of the tree as it stands."""

import spacy
from spacy.tokens import Doc

from liaisons.extractors.trees import adapter, governor, release, settle


def _edges(doc: Doc) -> list[tuple[list[tuple[str, int]], str]]:
    return [([(role, child.i) for role, child in adapter(t)(t)], governor(t)[0]) for t in doc]


def test_a_settled_tree_reads_the_same_and_a_changed_one_anew() -> None:
    words = ["Pierre", "fonde", "Renault", "avec", "Marie"]
    doc = Doc(spacy.blank("fr").vocab, words, heads=[1, 1, 1, 4, 1], deps=["nsubj", "ROOT", "obj", "case", "obl:mod"])
    before = _edges(doc)
    settle(doc)
    assert _edges(doc) == before == _edges(doc)
    doc[4].head, doc[4].dep_ = doc[2], "nmod"
    settle(doc)
    settled = _edges(doc)
    release()
    assert settled == _edges(doc) != before
