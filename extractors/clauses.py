"""Repairs of clauses: the root, subjects and objects that the parser lost, participles in front of their sentence."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from .hidden_verbs import conjugate, hidden_root, hidden_verb, infinitive_of, verb_in_name
from .mending import attach, case, enthrone, finite, has, past_participle, start, words
from .naming import is_person_noun
from .relatives import cleft, double_subject, inverted_copula, inverted_relative, object_relative

_LOOSE = frozenset(("appos", "nmod", "flat:name", "conj", "dislocated"))
"""Labels that the parser gives to what it does not know where to put."""


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
        _fronted_participle(sentence[0])
        _fronted_clause(sentence.root)
        _nominal_root(sentence.root, names)
    for token in doc:
        double_subject(token)
        object_relative(token, names)
        _lost_subject(token)
        _participle_after_name(token, names)


def _inverted_subject(name: Token, names: Mapping[int, str]) -> None:
    """ "a répliqué à Lyon Pierre": a name after another with a preposition is the subject that the verb lacks.

    So it is after a plural: "a écrit à ses salariés Pierre".
    """
    place = name.nbor(-1) if name.i else name
    if place == name or name.head != place or not case(place):
        return
    if place.i not in names and (names[name.i] != "Person" or "Plur" not in place.morph.get("Number", [])):
        return
    verb = place.head
    if verb.pos_ == "VERB" and not has(verb, "nsubj"):
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
    if verb != token and start(token) - verb.i <= 2:
        for child in list(token.children):
            after = child.i > token.i and start(child) == token.i + 1
            if after and child.pos_ in {"NOUN", "PROPN"} and child.dep_ in _LOOSE and not case(child):
                filled = any(c.dep_ == "obj" and c != token for c in verb.children)
                attach(child, verb, "obj" if has(verb, "nsubj") and not filled else "nsubj")
    while bare and verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    lost = token.dep_ in {*_LOOSE, "obj", "nsubj", "xcomp"} and not has(token, "cc")
    if bare and lost and verb.pos_ in {"VERB", "AUX"}:
        attach(token, verb, "obl:mod")


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


def _fronted_participle(first: Token) -> None:
    """ "Nommé PDG par X, Pierre recrute", "Accusé par X, Pierre recrute": what opens the sentence hangs on its verb.

    The parser takes such a participle for a noun, for its capital, or for the root.
    """
    if first.pos_ in {"NOUN", "PROPN", "ADJ"} and first.is_title and not has(first, "det", "case"):
        infinitive = infinitive_of(first)
        if infinitive and _comma_follows(first) and first.head != first:
            conjugate(first, infinitive)
            verb = first.head
            if verb.pos_ == "VERB":
                first.dep_ = "advcl"
    if first.pos_ == "VERB" and past_participle(first) and first.dep_.startswith("nsubj") and not has(first, "det"):
        first.dep_ = "advcl"


def _fronted_clause(root: Token) -> None:
    """The root is finite: "Accusé par X, Pierre recrute", "Après avoir quitté X, Pierre recrute"."""
    doc = root.doc
    if root.pos_ != "VERB" or finite(root) or not (past_participle(root) or has(root, "mark")):
        return
    if "," not in {t.text for t in doc[root.i : root.sent.end]} or (has(root, "aux") and not has(root, "mark")):
        return
    for verb in doc[root.i + 1 : root.sent.end]:
        main = (verb.pos_ == "VERB" and finite(verb)) or has(verb, "cop")
        if main and verb.head == root and has(verb, "nsubj") and not has(verb, "mark"):
            if any(t.text == "," for t in doc[root.i : verb.i]):
                verb.head, verb.dep_ = verb, "ROOT"
                root.head, root.dep_ = verb, "advcl"
                for child in root.children:
                    if child.dep_.startswith("nsubj") and child.i > root.i and not has(root, "obj"):
                        child.dep_ = "obj"
            return


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


def _comma_follows(first: Token) -> bool:
    """Whether the phrase of the first word ends in a comma."""
    end = first.right_edge.i + 1
    return any(t.text == "," for t in first.doc[first.i : min(end + 1, first.sent.end)])


def _nominal_root(root: Token, names: Mapping[int, str]) -> None:
    """The noun in front of a finite verb that lacks a subject is no root: "Renault et Orange ont signé"."""
    doc, sentence = root.doc, root.sent
    if root.pos_ not in {"NOUN", "PROPN"} or has(root, "cop", "case", "nsubj"):
        return
    for verb in doc[root.i + 1 : sentence.end]:
        if verb.pos_ != "VERB" or not finite(verb) or verb.dep_ not in {"conj", "advcl", "parataxis", "acl", "ccomp"}:
            continue
        if has(verb, "mark", "ccomp") or any(t.text in ":;?!" for t in doc[root.i : verb.i]):
            continue
        subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
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


def _crown(verb: Token, root: Token) -> None:
    enthrone(verb)
    passive = has(verb, "aux:pass")
    attach(root, verb, "nsubj:pass" if passive else "nsubj")


def _lost_subject(noun: Token) -> None:
    """ "…, la directrice a publié": a noun right before a verb that has no subject is its subject, and no conjunct."""
    if noun.dep_ not in {"conj", "appos"} or noun.pos_ != "NOUN" or has(noun, "cc", "case"):
        return
    if noun.dep_ == "appos" and noun.doc[start(noun) - 1].text != ",":
        return
    after = noun.right_edge.i + 1
    if after >= len(noun.doc) or noun.doc[after].is_sent_start:
        return
    verb = noun.doc[after]
    while verb.pos_ == "AUX" and verb.head != verb:
        verb = verb.head
    if verb.pos_ == "VERB" and not has(verb, "nsubj"):
        attach(noun, verb, "nsubj:pass" if has(verb, "aux:pass") else "nsubj")


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
