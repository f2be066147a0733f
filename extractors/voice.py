"""Repairs of voice in trees with Universal Dependencies labels: who acts, where labels contradict the words.

`fr_core_news_md` takes "a racheté" and "est devenue" for passives now and then, and half of the agents of passives for
adjuncts. The auxiliary and the preposition tell.
"""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from .lexicon import load


def repair_voice(doc: Doc, names: Mapping[int, str]) -> None:
    """Mend the labels of subjects, agents and objects in `doc`; `names` are the tokens that stand for names."""
    words = load(doc.lang_, "frames")["voice"]
    for verb in (token for token in doc if token.pos_ == "VERB"):
        auxiliaries = [child for child in verb.children if child.dep_.startswith("aux")]
        agents = [child for child in verb.children if _adjunct(child) and _case(child) in words["agents"]]
        agents = [child for child in agents if child.i in names or any(c.dep_ == "det" for c in child.children)]
        reflexive = any(child.dep_ in {"expl:comp", "expl:pass"} for child in verb.children)
        be = any(child.lemma_ in words["passive_auxiliaries"] for child in auxiliaries)
        passive = be and not reflexive and verb.lemma_ not in words["intransitive"]
        if auxiliaries and not passive:
            _activate(verb)
        if passive:
            for child in verb.children:
                child.dep_ = "nsubj:pass" if child.dep_ == "nsubj" else child.dep_
        if passive or (not auxiliaries and _is_participle(verb)):
            for child in agents[:1]:
                child.dep_ = "obl:agent"
        elif "obj" not in {child.dep_ for child in verb.children}:
            _object(verb, names)


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
    return token.dep_ in {"obl:mod", "obl:arg", "obl:agent", "obl"}


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def _is_participle(verb: Token) -> bool:
    return "Part" in verb.morph.get("VerbForm", []) and "Past" in verb.morph.get("Tense", [])
