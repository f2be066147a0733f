"""Repairs of a parse where its labels cannot be right, in terms of Universal Dependencies.

Each repair is a property that holds of every correct tree and that `fr_core_news_md` often breaks: it was trained on
few headlines and few names. The rooms: `naming` (names and the nouns that they name), `beside` (posts behind
names), `attachment` (complements and conjuncts), `displaced` (what stands away from its word), `clauses` (root,
subjects), `fronted` (what stands in front of a clause), `relatives` (relative and cleft clauses), `hidden_verbs` (verbs
that the parser takes for something else), `voice` (who acts). `mending` is what they have in common.
"""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from . import clearnlp_repairs
from .attachment import repair_attachment
from .beside import repair_alternating, repair_beside
from .clauses import repair_clauses
from .displaced import repair_displaced
from .hidden_verbs import (
    adjective_in_verb,
    finite_form,
    homograph,
    participle_with_auxiliary,
    post_in_verb,
    verb_with_subject,
)
from .lexicon import load
from .mending import attach, case, has
from .naming import repair_apposition, repair_titles
from .voice import repair_voice


def repair(doc: Doc, names: Mapping[int, str]) -> None:
    """Mend the tree of `doc` in place; `names` are the tokens that stand for names, with their types."""
    if not len(doc):
        return
    if load(doc.lang_, "frames")["scheme"] != "universal":
        clearnlp_repairs.repair(doc, names)
        return
    for token in doc:
        _lettered_punctuation(token)
        _on_punctuation(token)
        _on_adverb(token)
        finite_form(token)
        participle_with_auxiliary(token)
        post_in_verb(token)
        verb_with_subject(token, names)
        homograph(token, names)
        if token.i in names:
            _named_object(token)
            repair_titles(token, names)
    for token in doc:
        if token.i in names:
            repair_beside(token, names)
    repair_alternating(doc, names)
    repair_clauses(doc, names)
    for token in doc:
        repair_apposition(token, names)
        repair_displaced(token, names)
        adjective_in_verb(token)
        repair_attachment(names, token)
    repair_voice(doc, names)


def _lettered_punctuation(token: Token) -> None:
    """A word with letters is no punctuation: "l'homme d'affaires sud-africain" has an adjective behind its noun."""
    if token.pos_ == "PUNCT" and token.is_lower and token.head.pos_ == "NOUN" and token.head.i < token.i:
        token.pos_, token.dep_ = "ADJ", "amod"


def _on_punctuation(token: Token) -> None:
    """Nothing hangs on a comma."""
    if token.head.pos_ == "PUNCT" and token.pos_ != "PUNCT" and token.head.head != token.head:
        attach(token, token.head.head, "dep")


def _on_adverb(token: Token) -> None:
    """An adverb of a verb has no subject and no auxiliary: "le rachat a d'abord été bloqué" has them on "bloqué"."""
    adverb = token.head
    moved = token.dep_ in {"nsubj", "nsubj:pass", "aux:tense"} and adverb.dep_ == "advmod" and has(adverb, "aux:tense")
    if moved and token.i < adverb.i < adverb.head.i and adverb.head.pos_ == "VERB":
        attach(token, adverb.head, token.dep_)


def _named_object(token: Token) -> None:
    """A name is no predicate: "déteste Marie" has an object where the parser sees an `xcomp`."""
    open_ = token.dep_ == "xcomp" and token.head.pos_ == "VERB" and token.head.i < token.i
    if open_ and not case(token) and not has(token.head, "obj") and not has(token, "cop"):
        attach(token, token.head, "obj")
