"""Repairs of voice in trees with Universal Dependencies labels: who acts, where labels contradict the words.

`fr_core_news_md` takes "a racheté" and "est devenue" for passives now and then, and half of the agents of passives for
adjuncts. The auxiliary and the preposition tell.
"""

from collections.abc import Mapping
from typing import Any

from spacy.tokens import Doc, Token

from .displaced import takes_agent
from .lexicon import load

_REFLEXIVE = frozenset(("expl:comp", "expl:pass", "obj", "iobj"))


def repair_voice(doc: Doc, names: Mapping[int, str]) -> None:
    """Mend the labels of subjects, agents and objects in `doc`; `names` are the tokens that stand for names."""
    words = load(doc.lang_, "frames")["voice"]
    for verb in (token for token in doc if token.pos_ == "VERB"):
        _undergone(verb, doc.lang_)
        auxiliaries = [child for child in verb.children if child.dep_.startswith("aux")]
        agents = [child for child in verb.children if _adjunct(child) and _case(child) in words["agents"]]
        agents = [child for child in agents if child.i in names or any(c.dep_ == "det" for c in child.children)]
        reflexive = any(child.dep_ in {"expl:comp", "expl:pass"} for child in verb.children)
        be = any(child.lemma_ in words["passive_auxiliaries"] for child in auxiliaries)
        passive = be and not reflexive and verb.lemma_ not in words["intransitive"]
        if auxiliaries and not passive:
            _activate(verb)
        if passive and not agents:
            agents = _of_attribute(verb, names, words["agents"])
        if passive:
            for child in verb.children:
                child.dep_ = "nsubj:pass" if child.dep_ == "nsubj" else child.dep_
        if passive or (not auxiliaries and _is_participle(verb) and verb.lemma_ not in words["intransitive"]):
            for child in agents[:1]:
                child.dep_ = "obl:agent"
        elif not auxiliaries and verb.lemma_ in words["intransitive"]:  # "passée par X"
            for child in agents:
                child.dep_ = "obl:mod"
        elif "obj" not in {child.dep_ for child in verb.children}:
            _object(verb, names)


def _of_attribute(verb: Token, names: Mapping[int, str], prepositions: list[str]) -> list[Token]:
    """ "a été nommée ministre par Pierre", "condamné à une amende par Renault": such a name is the verb's.

    Nouns for what is done have an agent of their own: "a été interrogé sur le rachat de Renault par Orange".
    """
    for name in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if name.i not in names or name.dep_ not in {"nmod", "obl:mod", "obl:agent"} or _case(name) not in prepositions:
            continue
        above = []
        for noun in name.ancestors:
            if noun == verb:
                break
            above.append(noun)
        inside = above and all(n.i > verb.i and n.pos_ != "VERB" and n.i not in names for n in above)
        own = (takes_agent(n) and any(c.i in names and c != name for c in n.subtree) for n in above)
        if inside and not any(own):
            name.head = verb
            return [name]
    return []


def _undergone(verb: Token, lang: str) -> None:
    """ "s'est fait racheter par X", "s'est vu infliger une amende par X": the parser hangs "fait" on the infinitive."""
    words = load(lang, "frames")
    if "Inf" not in verb.morph.get("VerbForm", []):
        return
    helper = next((c for c in verb.children if c.lemma_ in words.get("undergoing", ()) and c.i < verb.i), None)
    expletive = next((c for c in verb.children if c.lower_ in words["reflexives"] and c.dep_ in _REFLEXIVE), None)
    if helper is not None and expletive is not None and expletive.i < helper.i and helper.dep_ not in {"conj", "advcl"}:
        expletive.dep_ = "expl:comp"
        for child in list(verb.children):
            if child.i < helper.i and (child.dep_.startswith("aux") or child == expletive):
                child.head = helper
        helper.pos_, helper.head, helper.dep_ = "VERB", verb.head if verb.head != verb else helper, verb.dep_
        verb.head, verb.dep_ = helper, "xcomp"
        for child in list(verb.children):
            if child.i < helper.i:
                child.head = helper
    head = verb.head
    if verb.dep_ != "xcomp" or not undergoes(verb, head, words):
        return
    things = [verb, *(child for child in verb.children if child.dep_ == "obj")]
    for thing in things:
        for child in list(thing.children):
            if child.i > verb.i and _case(child) in words["voice"]["agents"] and child.dep_.startswith(("obl", "nmod")):
                child.head, child.dep_ = verb, "obl:agent"


def undergoes(verb: Token, head: Token, words: Mapping[str, Any]) -> bool:
    """Whether the subject of the reflexive `head` undergoes what its infinitive says."""
    reflexive = any(child.dep_ in {"expl:comp", "expl:pass"} for child in head.children)
    return reflexive and head.lemma_ in words.get("undergoing", ()) and verb.i > head.i


def _activate(verb: Token) -> None:
    for child in verb.children:
        if child.dep_ in {"nsubj:pass", "aux:pass"}:
            child.dep_ = {"nsubj:pass": "nsubj", "aux:pass": "aux:tense"}[child.dep_]
    kept = {key: value for key, value in verb.morph.to_dict().items() if key != "Voice"}
    verb.set_morph(kept)  # type: ignore[attr-defined]  # the stub lacks it


def _object(verb: Token, names: Mapping[int, str]) -> None:
    """A name right after a verb with a subject and no object is the object: no preposition makes it an adjunct."""
    following = verb.i + 1
    if following < len(verb.doc) and verb.doc[following].pos_ == "DET":  # "critique le Conseil d'État"
        following += 1
    if following not in names or not any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children):
        return
    name = verb.doc[following]
    if name.dep_ not in {"obj", "conj"} and not _case(name) and verb not in name.subtree:
        name.head, name.dep_ = verb, "obj"


def _adjunct(token: Token) -> bool:
    return token.dep_ in {"obl:mod", "obl:arg", "obl:agent", "obl", "nmod"}


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def _is_participle(verb: Token) -> bool:
    return "Part" in verb.morph.get("VerbForm", []) and "Past" in verb.morph.get("Tense", [])
