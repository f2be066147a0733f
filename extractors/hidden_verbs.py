"""Repairs of verbs that the parser takes for something else: for a part of a name, for a noun, for an adjective."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from .lexicon import load
from .mending import attach, case, enthrone, finite, has, words
from .naming import is_person_noun
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
    second = any(c.dep_.startswith("nsubj") and i < c.i < head.i for c in head.children)
    if second and head.i > i and head.pos_ == "VERB" and name.dep_.startswith("nsubj") and following.pos_ == "ADP":
        _own_clause(name, token, infinitive)
        return
    below = (has(head, "aux") and not finite(head)) or "Inf" in head.morph.get("VerbForm", [])
    if head.i > i and head.pos_ == "VERB" and name.dep_.startswith("nsubj") and below:
        _promote(token, infinitive, head)
        attach(head, token, "xcomp")
    elif head == name and (following.i in names or following.pos_ == "DET" or _alone(token, following)):
        _promote(token, infinitive, name)
        others = [c for c in name.children if c.i > i]
        if following.i in names and following.head == token and not case(following):
            following.dep_ = "obj"
            for child in others:  # "Pierre compte Marie et Paul"
                if child.i in names and child.i > following.i and child.nbor(-1).head == child and has(child, "cc"):
                    attach(child, following, "conj")
            others = [c for c in others if c.head == name]
        for child in others:
            if child.pos_ == "VERB":
                attach(child, token, "conj")
            elif child.i in names or child.pos_ == "NOUN":
                verbs = [v for v in others if v.pos_ == "VERB" and v.i < child.i]
                attach(child, verbs[-1] if verbs else token, "obl:mod" if case(child) else "obj")
    else:
        return
    attach(name, token, "nsubj")


def _alone(token: Token, following: Token) -> bool:
    """Whether the word is the only verb that a sentence can have: "Pierre reproche à Renault d'avoir menti"."""
    if following.pos_ != "ADP" or token.sent[-1].text not in {".", "!", "?"}:
        return False
    return not any(t.pos_ in {"VERB", "AUX"} and finite(t) for t in token.sent if t != token)


def _own_clause(name: Token, token: Token, infinitive: str) -> None:
    """ "Pierre file chez Renault, Marie prend les commandes": of two subjects the first has a verb of its own."""
    token.pos_, token.lemma_, token.dep_ = "VERB", infinitive, "parataxis"
    token.set_morph("VerbForm=Fin")  # type: ignore[attr-defined]  # the stub lacks it
    token.head = name.head
    attach(name, token, "nsubj")
    for child in [c for c in name.children if c.i > token.i and c.dep_ == "nmod"]:
        attach(child, token, "obl:mod")


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


def finite_form(token: Token) -> None:
    """ "recrute" is no participle, "négocie" no infinitive: of a regular verb the ending tells."""
    if token.pos_ != "VERB" or has(token, "aux"):
        return
    parse = load(token.doc.lang_, "parse")
    infinitive = parse.get("lemmas", {}).get("infinitive", "")
    past = tuple(end for end, verbs in parse.get("participles", {}).items() if infinitive in verbs)
    forms, word = token.morph.get("VerbForm", []), token.lower_
    wrong = ("Part" in forms and "Past" in token.morph.get("Tense", [])) or "Inf" in forms
    if wrong and infinitive and token.lemma_.endswith(infinitive) and not word.endswith((infinitive, *past)):
        _conjugated(token)


def homograph(token: Token, names: Mapping[int, str]) -> None:
    """ "Pierre, le patron de Renault, rejoint la SNCF": a participle with an object is a present."""
    parse, following = load(token.doc.lang_, "parse"), token.i + 1
    if token.pos_ != "VERB" or following >= len(token.doc) or has(token, "aux", "obj"):
        return
    word = token.lower_
    alike = word.endswith(tuple(parse.get("alike", ()))) and not word.endswith(tuple(parse.get("unlike", ())))
    speaks = token.lemma_ in load(token.doc.lang_, "status")["speech"]["verbs"]
    if not alike or speaks or token.dep_ not in {"acl", "amod"} or "Part" not in token.morph.get("VerbForm", []):
        return
    noun = token.doc[following]
    noun = noun.head if noun.dep_ == "det" and noun.head.i > noun.i else noun
    if (noun.i in names or noun != token.doc[following]) and noun.head == token and not case(noun):
        _conjugated(token)
        noun.dep_ = "obj"


def participle_with_auxiliary(token: Token) -> None:
    """ "Renault a épinglé Pierre", "Renault a ouvert une enquête": what has an auxiliary is a verb."""
    if token.pos_ not in {"NOUN", "ADJ"} or not has(token, "aux") or has(token, "det", "case"):
        return
    infinitive = infinitive_of(token)
    if infinitive:
        token.pos_, token.lemma_ = "VERB", infinitive
        token.set_morph("Tense=Past|VerbForm=Part")  # type: ignore[attr-defined]  # the stub lacks it


def adjective_in_verb(token: Token) -> None:
    """ "s'est dit opposé à Renault", "est opposé à Renault": a state of who is the subject, and nothing done to it."""
    if token.pos_ != "VERB" or token.dep_ == "acl" or has(token, "obj", "obl:agent", "aux:tense"):
        return
    own = {role for row in rows(token.doc.lang_).get(("adjective", token.lemma_), ()) for role in row.object}
    state = has(token, "aux:pass", "cop") or (token.dep_ == "xcomp" and token.head.i < token.i)
    if not own or not state or not any(case(child) in own for child in token.children):
        return
    token.pos_ = "ADJ"
    for child in token.children:
        child.dep_ = {"aux:pass": "cop", "nsubj:pass": "nsubj"}.get(child.dep_, child.dep_)


def post_in_verb(token: Token) -> None:
    """ "Pierre, fondatrice de Renault": a word for a person that the parser takes for a participle."""
    known = token.lemma_ in _verbs(token.doc.lang_)  # "Pierre, élu de Lyon"
    if token.pos_ == "VERB" and token.dep_ in {"acl", "appos"} and not known and is_person_noun(token):
        token.pos_ = "NOUN"
        token.dep_ = "appos"
        for child in token.children:
            if child.dep_.startswith("obl"):
                child.dep_ = "nmod"


def verb_with_subject(token: Token, names: Mapping[int, str]) -> None:
    """ "Renault enquête sur Pierre", "la société qui chapeaute Renault": a noun with a subject and no copula."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.i in names or not token.is_lower:
        return
    subjects = [c for c in token.children if c.dep_.startswith("nsubj") and c.i < token.i]
    if not subjects or has(token, "cop", "det", "case", "amod"):
        return
    several = has(subjects[0], "conj") or "Plur" in subjects[0].morph.get("Number", [])
    infinitive = _present_of(token, several)
    if not infinitive or not (subjects[0].i in names or subjects[0].lower_ in words(token, "relatives")):
        return
    _make_finite(token, infinitive)


def hidden_root(root: Token, names: Mapping[int, str]) -> None:
    """ "Pierre, président de Renault, dirige Orange.": what alone can be the verb of a sentence without one."""
    doc, sentence = root.doc, root.sent
    if any(t.pos_ in {"VERB", "AUX"} and finite(t) and not _in_relative(t) for t in sentence):
        return
    for token in doc[sentence.start + 1 : sentence.end - 1]:
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.i in names or not token.is_lower:
            continue
        named = token.nbor(1).i in names or token.nbor(1).pos_ == "DET"
        closed = sentence[-1].text == "." and named  # no headline
        if has(token, "det", "case", "amod") or not (token.pos_ == "PROPN" or closed):
            continue
        before, subject, infinitive = token.nbor(-1), _first_name(root, token, names), _present_of(token, False)
        if not infinitive or subject is None or not (before.i in names or before.text in {",", ")"}):
            continue
        enthrone(token)
        _make_finite(token, infinitive)
        if token.nbor(1).i in names and not case(token.nbor(1)):
            attach(token.nbor(1), token, "obj")
        if case(root):
            root.dep_ = "obl:mod"
        attach(subject, token, "nsubj")
        return


def _first_name(root: Token, verb: Token, names: Mapping[int, str]) -> Token | None:
    """What a sentence is about that the parser has read without its verb: its root, or the name behind an adjunct."""
    if root.i < verb.i and not case(root):
        return root if root.i in names or (root.pos_ == "NOUN" and has(root, "det")) else None
    after = root.doc[root.i : verb.i] if root.i < verb.i else root.doc[0:0]
    return next((t for t in after if t.i in names and t.nbor(-1).text == "," and not case(t)), None)


def _in_relative(verb: Token) -> bool:
    return any(t.dep_ == "acl:relcl" for t in (verb, *verb.ancestors))


def _make_finite(token: Token, infinitive: str) -> None:
    token.lemma_ = infinitive
    _conjugated(token)
    for child in token.children:
        if child.i > token.i and child.dep_ in {"nmod", "appos", "flat:name"}:
            child.dep_ = "obl:mod" if case(child) else "obj"


def _present_of(token: Token, several: bool) -> str:
    """The regular verb that the word is a present of, by its ending for one or for several; or ""."""
    rules = load(token.doc.lang_, "parse").get("lemmas", {})
    ending = rules.get("plural" if several else "present", " ")
    infinitive: str = token.lower_.removesuffix(ending) + rules.get("infinitive", "")
    if token.lower_.endswith(ending) and infinitive in _verbs(token.doc.lang_):
        return infinitive
    return "" if several or not token.lower_.endswith(ending) else _present(token)


def _conjugated(token: Token) -> None:
    token.pos_ = "VERB"
    token.set_morph("Tense=Pres|VerbForm=Fin")  # type: ignore[attr-defined]  # the stub lacks it


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
