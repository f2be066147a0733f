"""Repairs of headlines in trees with ClearNLP labels: their verb, which the parser takes for a noun or a participle."""

from collections.abc import Mapping

from spacy.tokens import Token

from .mending import attach, words


def repair_headline(root: Token, names: Mapping[int, str]) -> None:
    """A sentence without a verb in which a word that can be one follows a name: "Siemens names X CEO".

    The parser takes "names" for a plural and "Musk alarmed advertisers" for a kind of advertisers.
    """
    if root.pos_ not in {"NOUN", "PROPN", "ADJ"} or any(_finite(token) for token in root.sent):
        return
    for verb in root.sent:
        before = verb.nbor(-1) if verb.i > root.sent.start else verb
        named = before.i in names or before.pos_ == "PROPN"
        if not named or verb.i in names or verb.i + 1 >= root.sent.end:
            continue
        object_ = verb.nbor(1).i in names or verb.nbor(1).pos_ in {"DET", "NUM"}
        if verb.tag_ == "NNS" and before.head == verb and object_:
            _enthrone(verb, root)
            before.dep_ = "nsubj"
            _objects(verb, names)
            return
        past = verb.tag_ in {"VBN", "VBD", "JJ"} and verb.lower_.endswith(tuple(words(verb, "past_endings")))
        if past and verb.dep_ == "amod" and before.head == verb.head and verb.head.i > verb.i:
            _past(verb, before, root)
            return


def _past(verb: Token, before: Token, root: Token) -> None:
    """ "the takeover of X by Musk alarmed advertisers": the name is what the advertisers were taken for."""
    object_ = verb.head
    governor, label = object_.head, object_.dep_
    _enthrone(verb, root)
    if object_ == root:
        governor, label = verb, "nsubj"
    attach(before, governor, label)
    attach(object_, verb, "dobj")


def _enthrone(verb: Token, root: Token) -> None:
    """Make a word the verb of its sentence, with what the parser took for its root as the subject."""
    present = verb.tag_ == "NNS"
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ" if present else "VBD", ""
    form = "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin" if present else "Tense=Past|VerbForm=Fin"
    verb.set_morph(form)  # type: ignore[attr-defined]  # the stub lacks it
    verb.dep_, verb.head = "ROOT", verb
    if root != verb:
        root.head, root.dep_ = verb, "nsubj"


def _objects(verb: Token, names: Mapping[int, str]) -> None:
    """What follows the verb of a headline: its object, and what the object is named."""
    first = verb.nbor(1)
    if first.i not in names:
        return
    title = first.head if first.head.i == first.i + 1 and first.dep_ in {"appos", "compound", "nmod"} else None
    attach(first, verb, "dobj")
    if title is not None:
        attach(title, verb, "oprd")


def _finite(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and "Fin" in token.morph.get("VerbForm", [])
