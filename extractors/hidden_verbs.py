"""Repairs of verbs that the parser takes for something else: for a part of a name, for a noun, for an adjective."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from .lexicon import load
from .mending import attach, case, finite, has
from .relations import rows


def conjugate(token: Token, infinitive: str) -> None:
    """Make a participle of what the parser took for a noun."""
    token.pos_, token.lemma_ = "VERB", infinitive
    token.set_morph("Tense=Past|VerbForm=Part")  # type: ignore[attr-defined]  # the stub lacks it
    for child in token.children:
        if child.dep_ == "nmod":
            child.dep_ = "obl:mod" if case(child) else "xcomp"


def verb_in_name(name: Token, names: Mapping[int, str]) -> None:
    """ "Pierre dément avoir quitté Renault", "Pierre critique Marie": a small word behind a name is no part of it.

    It is a verb where the sentence has no other for the name, or where an infinitive follows.
    """
    doc, i = name.doc, name.i + 1
    if i + 1 >= len(doc) or doc[i].head != name or doc[i].dep_ not in {"flat:name", "amod"} or not doc[i].is_lower:
        return
    token, following, head = doc[i], doc[i + 1], name.head
    infinitive = _present(token)
    if not infinitive:
        return
    below = (has(head, "aux") and not finite(head)) or "Inf" in head.morph.get("VerbForm", [])
    if head.i > i and head.pos_ == "VERB" and name.dep_.startswith("nsubj") and below:
        _promote(token, infinitive, head)
        attach(head, token, "xcomp")
    elif head == name and (following.i in names or following.pos_ == "DET"):
        _promote(token, infinitive, name)
        others = [c for c in name.children if c.i > i]
        for child in others:
            if child.pos_ == "VERB":
                attach(child, token, "conj")
            elif child.i in names or child.pos_ == "NOUN":
                verbs = [v for v in others if v.pos_ == "VERB" and v.i < child.i]
                attach(child, verbs[-1] if verbs else token, "obj")
    else:
        return
    attach(name, token, "nsubj")


def _promote(token: Token, infinitive: str, instead: Token) -> None:
    """Make a finite verb of `token`, where `instead` stood in the tree."""
    token.pos_, token.lemma_ = "VERB", infinitive
    token.set_morph("VerbForm=Fin")  # type: ignore[attr-defined]  # the stub lacks it
    if instead.head == instead:
        token.head, token.dep_ = token, "ROOT"
        instead.head, instead.dep_ = token, "parataxis"
    else:
        token.head, token.dep_ = instead.head, instead.dep_


def _present(token: Token) -> str:
    """The verb that the word is a present of, if the lexicons know it; or ""."""
    rules = load(token.doc.lang_, "parse").get("lemmas", {})
    known = _verbs(token.doc.lang_)
    stem = token.lower_.removesuffix(rules.get("present", " "))
    regular = stem + rules.get("infinitive", "") if stem != token.lower_ else ""
    found = rules.get("exceptions", {}).get(token.lower_, regular)
    return next((lemma for lemma in (found, token.lemma_) if lemma in known), "")


def hidden_verb(token: Token, names: Mapping[int, str]) -> None:
    """ "X rachète Y, limoge Pierre et …": a noun without an article beside a verb and before a name is a verb."""
    following = token.i + 1
    if token.pos_ != "NOUN" or token.dep_ != "conj" or token.head.pos_ != "VERB" or following not in names:
        return
    infinitive = _present(token)
    if not infinitive or has(token, "det", "case", "amod"):
        return
    token.pos_, token.lemma_ = "VERB", infinitive
    token.set_morph("VerbForm=Fin")  # type: ignore[attr-defined]  # the stub lacks it
    attach(token.nbor(1), token, "obj")


def infinitive_of(token: Token) -> str:
    """The verb that the word is a participle of, if the lexicons know it; or ""."""
    endings: dict[str, list[str]] = load(token.doc.lang_, "parse").get("participles", {})
    for ending, infinitives in endings.items():
        stem = token.lower_.removesuffix(ending)
        for infinitive in infinitives:
            if stem != token.lower_ and stem + infinitive in _verbs(token.doc.lang_):
                return stem + infinitive
    return ""


@cache
def _verbs(lang: str) -> frozenset[str]:
    listed = load(lang, "frames")
    known = {lemma for kind, lemma in rows(lang) if kind == "verb"}
    status = load(lang, "status")
    said = {*status["verbs"]["denied"], *status["verbs"]["possible"], *status["speech"]["verbs"]}
    return frozenset(known | said | {*listed["predicative"], *listed["object_control"]})
