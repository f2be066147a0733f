"""Repairs of clauses: relative clauses, subjects that the parser lost, participles in front of their sentence."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc, Token

from .lexicon import load
from .mending import attach, case, enthrone, finite, has, past_participle, start, words
from .naming import is_person_noun
from .relations import rows

_LOOSE = frozenset(("appos", "nmod", "flat:name", "conj", "dislocated"))
"""Labels that the parser gives to what it does not know where to put."""


def repair_clauses(doc: Doc, names: Mapping[int, str]) -> None:
    """Mend the clauses of `doc` in place."""
    for token in doc:
        if token.i in names:
            _inverted_relative(token, names)
            _attribute(token)
            _verb_in_name(token, names)
            _object_behind(token)
            _inverted_subject(token, names)
            _inverted_copula(token, names)
            _cleft(token)
        _prepositional_subject(token)
        _time(token)
        _hidden_verb(token, names)
        _incise(token)
    for sentence in doc.sents:
        _fronted_participle(sentence[0])
        _fronted_clause(sentence.root)
        _nominal_root(sentence.root, names)
    for token in doc:
        _object_relative(token, names)
        _lost_subject(token)
        _participle_after_name(token, names)


def _inverted_relative(name: Token, names: Mapping[int, str]) -> None:
    """ "l'agence que préside Pierre", "l'entreprise qu'a fondée Pierre": the name behind the verb is its subject."""
    doc, i = name.doc, name.i - 1
    forms: list[Token] = []
    while i > name.sent.start and doc[i].pos_ in {"VERB", "AUX"}:
        forms.append(doc[i])
        i -= 1
    relative = doc[i]
    if not forms or i <= name.sent.start or relative.lower_ not in words(name, "object_relatives"):
        return
    verb = forms[0]
    before = doc[i - 2] if doc[i - 1].text == "," else doc[i - 1]
    noun = before
    while noun.i not in names and noun.pos_ in {"ADJ", "ADV"} and noun.head.i < noun.i and noun.head != noun:
        noun = noun.head
    if verb.pos_ != "VERB" or before.sent != name.sent or (noun.i not in names and noun.pos_ != "NOUN"):
        return
    if noun.i in names and noun.dep_ in {"appos", "nmod"} and not case(noun) and noun.head.i < noun.i:
        noun = noun.head  # "la société Renault que préside Pierre"
    for token in (name, relative, *forms[1:]):  # free what hangs the wrong way round
        if any(a == token for a in verb.ancestors) or any(a == token for a in noun.ancestors):
            return
    if attach(verb, noun, "acl:relcl"):
        attach(name, verb, "nsubj")
        attach(relative, verb, "obj")
        for auxiliary in forms[1:]:
            attach(auxiliary, verb, "aux:tense")


def _object_relative(verb: Token, names: Mapping[int, str]) -> None:
    """ "Renault, que Pierre a fondée": after a name, or with an object that agrees, "que" opens no content clause."""
    second = verb.dep_ == "conj" and verb.head.dep_ == "acl:relcl"  # "que X a fondé et qu'il préside"
    if verb.pos_ != "VERB" or has(verb, "obj", "ccomp") or not (second or verb.dep_ == "acl"):
        return
    marker = next((child for child in verb.children if child.lower_ in words(verb, "object_relatives")), None)
    if marker is None or marker.i <= verb.sent.start + 1:
        return
    before = marker.nbor(-2) if marker.nbor(-1).text == "," else marker.nbor(-1)
    agrees = past_participle(verb) and {"Fem", "Plur"} & {*verb.morph.get("Gender", []), *verb.morph.get("Number", [])}
    if second or before.i in names or agrees:
        verb.dep_, marker.dep_ = ("conj" if second else "acl:relcl"), "obj"


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


def _inverted_copula(name: Token, names: Mapping[int, str]) -> None:
    """ "les réseaux que sont Pierre et Marie": the names are what the noun is said of."""
    if name.i < 3 or name.nbor(-1).lower_ not in words(name, "inverted_copulas"):
        return
    noun = name.nbor(-3)
    if noun.pos_ == "ADJ" and noun.i > 0:
        noun = noun.nbor(-1)
    if name.nbor(-2).lower_ not in words(name, "relatives") or noun.pos_ != "NOUN":
        return
    attach(name, noun, "appos")
    for other in name.doc[name.i + 1 : name.i + 6]:
        if other.i in names and other.dep_ != "nmod":
            attach(other, name, "conj")
        elif other.pos_ not in {"PUNCT", "CCONJ", "PROPN"}:
            break


def _attribute(name: Token) -> None:
    """ "nomme Pierre directeur général": the noun right after the name is what the verb makes of it."""
    noun = name.nbor(1) if name.i + 1 < len(name.doc) else name
    while noun.pos_ == "ADJ" and noun.i + 1 < len(noun.doc):  # "Premier ministre"
        noun = noun.nbor(1)
    verb = name.head
    beside = noun.pos_ == "NOUN" and noun.head == name and noun.dep_ in {*_LOOSE, "amod", "dep"}
    if beside and not has(noun, "det", "case") and name.dep_ == "obj" and verb.lemma_ in words(name, "predicative"):
        attach(noun, verb, "xcomp")


def _cleft(name: Token) -> None:
    """ "C'est Pierre qui recrute", "c'est avec Renault que Pierre a signé": the name is an argument of the clause."""
    if not has(name, "cop") or not has(name, "expl"):
        return
    for verb in name.children:
        if verb.i > name.i and verb.pos_ == "VERB" and verb.dep_ in {"dep", "acl", "ccomp", "advcl", "acl:relcl"}:
            joint = next((t for t in verb.children if t.lower_ in words(name, "relatives")), None)
            if joint is None or joint.i > verb.i:
                continue
            if not case(name):
                verb.dep_ = "acl:relcl"
            elif joint.lower_ in words(name, "object_relatives") and name.dep_ == "ROOT":
                verb.head, verb.dep_ = verb, "ROOT"
                name.head, name.dep_ = verb, "obl:mod"
                joint.dep_ = "mark:cleft"
            return


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


def _fronted_participle(first: Token) -> None:
    """ "Nommé PDG par X, Pierre recrute", "Accusé par X, Pierre recrute": what opens the sentence hangs on its verb.

    The parser takes such a participle for a noun, for its capital, or for the root.
    """
    if first.pos_ in {"NOUN", "PROPN", "ADJ"} and first.is_title and not has(first, "det", "case"):
        infinitive = _infinitive(first)
        if infinitive and _comma_follows(first) and first.head != first:
            _conjugate(first, infinitive)
            verb = first.head
            if verb.pos_ == "VERB":
                first.dep_ = "advcl"
    if first.pos_ == "VERB" and past_participle(first) and first.dep_.startswith("nsubj") and not has(first, "det"):
        first.dep_ = "advcl"


def _conjugate(token: Token, infinitive: str) -> None:
    """Make a participle of what the parser took for a noun."""
    token.pos_, token.lemma_ = "VERB", infinitive
    token.set_morph("Tense=Past|VerbForm=Part")  # type: ignore[attr-defined]  # the stub lacks it
    for child in token.children:
        if child.dep_ == "nmod":
            child.dep_ = "obl:mod" if case(child) else "xcomp"


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


def _verb_in_name(name: Token, names: Mapping[int, str]) -> None:
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


def _hidden_verb(token: Token, names: Mapping[int, str]) -> None:
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


def _comma_follows(first: Token) -> bool:
    """Whether the phrase of the first word ends in a comma."""
    end = first.right_edge.i + 1
    return any(t.text == "," for t in first.doc[first.i : min(end + 1, first.sent.end)])


def _infinitive(token: Token) -> str:
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
        infinitive = _infinitive(verb)
        following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
        if infinitive and following.pos_ == "ADP" and not is_person_noun(verb):
            _conjugate(verb, infinitive)
    if verb.pos_ != "VERB" or not past_participle(verb) or has(verb, "aux", "nsubj"):
        return
    name = verb.nbor(-2)
    misplaced = verb.head == name and verb.dep_ != "acl"
    if misplaced or (verb.dep_ in {"advcl", "conj"} and verb.head.i < name.i):
        attach(verb, name, "acl")
