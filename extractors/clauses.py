"""Repairs of clauses: the root, subjects and objects that the parser lost, participles in front of their sentence."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from .fronted import repair_front
from .hidden_verbs import conjugate, hidden_root, hidden_verb, infinitive_of, verb_in_name
from .mending import attach, case, enthrone, finite, has, past_participle, start, words
from .naming import is_person_noun
from .relations import Row, rows
from .relatives import (
    clause_of_name,
    cleft,
    double_subject,
    inverted_copula,
    inverted_relative,
    object_relative,
    relative_predicate,
)

_LOOSE = frozenset(("appos", "nmod", "flat:name", "conj", "dislocated"))
"""Labels that the parser gives to what it does not know where to put."""

_BELOW = frozenset(("conj", "advcl", "parataxis", "acl", "ccomp", "xcomp"))
"""Labels that the parser gives to the verb of a sentence whose subject it takes for the root."""


def repair_clauses(doc: Doc, names: Mapping[int, str]) -> None:
    """Mend the clauses of `doc` in place."""
    for token in doc:
        if token.i in names:
            inverted_relative(token, names)
            _attribute(token)
            verb_in_name(token, names)
            _object_behind(token)
            _inverted_subject(token, names)
            inverted_copula(token, names)
            cleft(token)
        _prepositional_subject(token)
        _time(token)
        hidden_verb(token, names)
        _incise(token)
    for sentence in doc.sents:
        hidden_root(sentence.root, names)
        repair_front(sentence, names)
        _nominal_root(sentence.root, names)
    for token in doc:
        relative_predicate(token)
        double_subject(token)
        clause_of_name(token, names)
        object_relative(token, names)
        _lost_subject(token)
        _bare_subject(token, names)
        _participle_after_name(token, names)


def _inverted_subject(name: Token, names: Mapping[int, str]) -> None:
    """ "a répliqué à Lyon Pierre": a name after another with a preposition is the subject that the verb lacks.

    So it is after a plural, "a écrit à ses salariés Pierre", and after a thing: "a dit à la tribune du Sénat Pierre".
    """
    place = name.nbor(-1) if name.i else name
    if place == name or name.head != place or not case(place):
        return
    person = names[name.i] == "Person"
    if place.i not in names and not (person and "Plur" in place.morph.get("Number", [])):
        return
    while person and place.head.pos_ == "NOUN" and case(place.head) and not is_person_noun(place.head):
        place = place.head
    verb = place.head
    if verb.pos_ != "VERB" or place.i < verb.i or case(name):
        return
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
    if person and subjects and all(c.i > verb.i and c.lower_ in words(c, "times") for c in subjects):
        for time in subjects:  # "a rappelé mercredi matin à Lyon Pierre"
            time.dep_ = "obl:mod"
        subjects = []
    if not subjects:
        attach(name, verb, "nsubj")


def _attribute(name: Token) -> None:
    """ "nomme Pierre directeur général": the noun right after the name is what the verb makes of it."""
    noun = name.nbor(1) if name.i + 1 < len(name.doc) else name
    while noun.pos_ == "ADJ" and noun.i + 1 < len(noun.doc):  # "Premier ministre"
        noun = noun.nbor(1)
    verb = name.head
    beside = noun.pos_ == "NOUN" and noun.head == name and noun.dep_ in {*_LOOSE, "amod", "dep"}
    if beside and not has(noun, "det", "case") and name.dep_ == "obj" and verb.lemma_ in words(name, "predicative"):
        attach(noun, verb, "xcomp")


def _prepositional_subject(token: Token) -> None:
    """What has a preposition is no subject: "en tant que patron" belongs to the verb before it."""
    if token.dep_ != "nsubj" or not case(token):
        return
    verbs = [t for t in token.doc[token.sent.start : token.i] if t.pos_ == "VERB"]
    if verbs and verbs[-1] != token.head:
        attach(token, verbs[-1], "obl:mod")
    token.dep_ = "obl:mod"


def _time(token: Token) -> None:
    """ "rencontrera jeudi le patron": a day is when, not whom, and what comes after it belongs to the verb before."""
    if token.lower_ not in words(token, "times"):
        return
    bare = token.lower_ in words(token, "days") and not case(token) and not has(token, "det")
    if bare:
        _free_verb(token)
    before = [t for t in token.doc[token.sent.start : start(token)] if t.pos_ == "VERB"]
    verb = before[-1] if before else token
    if bare and verb == token.head and token.nbor(-1) == verb:
        _object_behind_day(verb, token)
    if verb != token and start(token) - verb.i <= 2:
        for child in list(token.children):
            after = child.i > token.i and start(child) == token.i + 1
            if after and bare:
                _indefinite(child)
            if after and child.pos_ in {"NOUN", "PROPN"} and child.dep_ in _LOOSE and not case(child):
                filled = any(c.dep_ == "obj" and c != token for c in verb.children)
                attach(child, verb, "obj" if has(verb, "nsubj") and not filled else "nsubj")
    while bare and verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    lost = token.dep_ in {*_LOOSE, "obj", "nsubj", "xcomp"} and not has(token, "cc")
    if bare and lost and verb.pos_ in {"VERB", "AUX"}:
        attach(token, verb, "obl:mod")


def _object_behind_day(verb: Token, day: Token) -> None:
    """ "a entamé mardi des négociations": of a verb that brings a noun, what "des" opens is the object."""
    brings = verb.lemma_ in words(verb, "support") or any("object" in row.idiom for row in _rows_of(verb))
    for noun in verb.children:
        if brings and noun.i > day.i and noun.dep_.startswith("obl") and start(noun) == day.i + 1:
            _indefinite(noun)
            if not case(noun) and noun.pos_ == "NOUN" and not has(verb, "obj", "expl"):
                noun.dep_ = "obj"


def _rows_of(verb: Token) -> Sequence[Row]:
    return rows(verb.doc.lang_).get(("verb", verb.lemma_), ())


def _indefinite(noun: Token) -> None:
    """ "a annoncé mercredi des sanctions": behind a bare day "des" is an article."""
    article = noun.doc[start(noun)]
    if article.dep_ == "case" and article.head == noun and article.lower_ in words(noun, "indefinites"):
        article.pos_, article.dep_ = "DET", "det"


def _free_verb(day: Token) -> None:
    """ "a ouvert lundi une enquête": the verb before a day is nothing that is said of the day."""
    verb = day.nbor(-1) if day.i else day
    if verb == day or verb.head != day or not past_participle(verb) or not has(verb, "aux"):
        return
    head, label = day.head, day.dep_
    if head == day:
        enthrone(verb)
    else:
        attach(verb, head, label)
    attach(day, verb, "obl:mod")


def _incise(verb: Token) -> None:
    """ "Pierre a quitté Renault, affirme Marie": a verb between a comma and its subject stands beside."""
    if verb.dep_ != "advcl" or verb.pos_ != "VERB" or not finite(verb) or has(verb, "mark") or verb.head.i > verb.i:
        return
    first = verb.doc[start(verb) - 1] if start(verb) else verb
    if first.text == "," and any(c.dep_.startswith("nsubj") and c.i > verb.i for c in verb.children):
        verb.dep_ = "parataxis"


def _object_behind(name: Token) -> None:
    """ "Pierre déteste Marie et soutient Paul": the second verb has the subject of the first."""
    verb = name.head
    if name.dep_ != "nsubj" or verb.dep_ != "conj" or verb.i != name.i - 1 or verb.pos_ != "VERB" or has(verb, "obj"):
        return
    joint = verb.i and verb.nbor(-1).dep_ == "cc" and verb.nbor(-1).head == verb
    if joint and any(c.dep_.startswith("nsubj") and c.i < verb.head.i for c in verb.head.children):
        name.dep_ = "obj"


def _nominal_root(root: Token, names: Mapping[int, str]) -> None:
    """The noun in front of a finite verb that lacks a subject is no root: "Renault et Orange ont signé"."""
    doc, sentence = root.doc, root.sent
    if root.pos_ not in {"NOUN", "PROPN"} or has(root, "cop", "case", "nsubj"):
        return
    for verb in doc[root.i + 1 : sentence.end]:
        if _copular(verb, root):
            _crown(verb, root)
            return
        if verb.pos_ != "VERB" or not finite(verb) or verb.dep_ not in _BELOW | {"acl:relcl"}:
            continue
        if verb.dep_ == "acl:relcl" and (verb.head != root or _has_relative(verb)):
            continue
        if has(verb, "mark", "ccomp") or any(t.text in ":;?!" for t in doc[root.i : verb.i]):
            continue
        subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
        behind = [child for child in subjects if child.i > verb.i]
        relative = verb.head.dep_ == "acl:relcl" and verb.head.head == root
        if relative and subjects == behind and not has(verb, "obj"):  # "Le patron, qui soutient Pierre, a reçu Marie"
            for child in behind:
                child.dep_ = "obj"
            subjects = []
        joint = next((child for child in verb.children if child.dep_ == "cc" and child.i < verb.i), None)
        if joint is None and subjects and subjects[0].left_edge.pos_ == "CCONJ":
            joint = subjects[0].left_edge
        if not subjects and joint is None:
            opening = min([verb.i, *(c.i for c in verb.children if c.dep_.startswith("aux"))])
            if verb.head == root or verb.head.dep_ in {"acl:relcl", "acl"} or doc[opening - 1].text == ",":
                _crown(verb, root)
                return
        elif joint is not None and subjects and verb.head == root:
            first = doc[joint.i - 1] if doc[joint.i - 1].text != "," else doc[joint.i - 2]
            # the root itself, or its name: "les députés Pierre et Marie"
            if first == root or (first.i in names and first.head == root):
                attach(joint, subjects[0], "cc")
                _crown(verb, root)
                attach(subjects[0], first if doc[joint.i - 1] == first else root, "conj")
                return


def _copular(noun: Token, root: Token) -> bool:
    """ "Pierre, patron de Renault, est en discussions": a noun with a copula is no conjunct of the name before it."""
    if noun.head != root or noun.dep_ not in {"conj", "appos", "nmod", "acl"} or noun.pos_ not in {"NOUN", "ADJ"}:
        return False
    copula = next((c for c in noun.children if c.dep_ == "cop" and "Fin" in c.morph.get("VerbForm", [])), None)
    return copula is not None and not has(noun, "cc", "mark", "nsubj") and not _has_relative(noun)


def _has_relative(verb: Token) -> bool:
    """Whether a relative pronoun stands in the clause before its verb."""
    return any(t.i < verb.i and t.lower_ in words(verb, "relatives") and t.pos_ == "PRON" for t in verb.subtree)


def _crown(verb: Token, root: Token) -> None:
    enthrone(verb)
    passive = has(verb, "aux:pass")
    attach(root, verb, "nsubj:pass" if passive else "nsubj")


def _lost_subject(noun: Token) -> None:
    """ "…, la directrice a publié": a noun right before a verb that has no subject is its subject, and no conjunct."""
    if noun.dep_ not in {*_LOOSE, "obl:mod"} or noun.pos_ != "NOUN" or has(noun, "cc", "case"):
        return
    if noun.dep_ != "conj" and noun.doc[start(noun) - 1].text != ",":
        return
    after = noun.right_edge.i + 1
    if after >= len(noun.doc) or noun.doc[after].is_sent_start:
        return
    verb = noun.doc[after]
    while verb.pos_ == "AUX" and verb.head != verb:
        verb = verb.head
    if verb.pos_ == "VERB" and not has(verb, "nsubj"):
        attach(noun, verb, "nsubj:pass" if has(verb, "aux:pass") else "nsubj")


def _bare_subject(name: Token, names: Mapping[int, str]) -> None:
    """ "Renault, dans la tourmente, a recruté": a name in front without a preposition is the subject that it lacks."""
    verb = name.head
    if (
        name.i not in names
        or name.dep_ not in {"obl:mod", "obl:arg", "dislocated", "vocative"}
        or case(name)
        or name.i > verb.i
    ):
        return
    if verb.pos_ == "VERB" and finite(verb) and not has(verb, "nsubj", "csubj", "expl:subj"):
        attach(name, verb, "nsubj:pass" if has(verb, "aux:pass") else "nsubj")


def _participle_after_name(verb: Token, names: Mapping[int, str]) -> None:
    """ "…appartient à Renault, fondée par Pierre": a participle after a name and a comma is said of that name."""
    if verb.i < 2 or verb.i - 2 not in names or verb.nbor(-1).text != ",":
        return
    if verb.pos_ == "NOUN" and not has(verb, "det", "case", "amod", "cc"):
        infinitive = infinitive_of(verb)
        following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
        if infinitive and following.pos_ == "ADP" and not is_person_noun(verb):
            conjugate(verb, infinitive)
    if verb.pos_ != "VERB" or not past_participle(verb) or has(verb, "aux", "nsubj"):
        return
    name = verb.nbor(-2)
    misplaced = verb.head == name and verb.dep_ != "acl"
    if misplaced or (verb.dep_ in {"advcl", "conj"} and verb.head.i < name.i):
        attach(verb, name, "acl")
