"""Repairs of relative and cleft clauses: what the clause is about, and what the names in it are."""

from collections.abc import Mapping

from spacy.tokens import Token

from .mending import attach, case, has, past_participle, start, words


def inverted_relative(name: Token, names: Mapping[int, str]) -> None:
    """ "l'agence que préside Pierre", "l'entreprise qu'a fondée Pierre": the name behind the verb is its subject."""
    doc, i = name.doc, name.i - 1
    if doc[i].pos_ == "DET" and i > name.sent.start:  # "qu'utilise la Maif"
        i -= 1
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


def object_relative(verb: Token, names: Mapping[int, str]) -> None:
    """ "Renault, que Pierre a fondée": after a name, or with an object that agrees, "que" opens no content clause."""
    second = verb.dep_ == "conj" and verb.head.dep_ == "acl:relcl"  # "que X a fondé et qu'il préside"
    clause = verb.dep_ in {"acl", "acl:relcl"}
    if verb.dep_ in {"ccomp", "advcl"} and _behind_name(verb, names):
        clause = True
    if verb.pos_ != "VERB" or has(verb, "ccomp") or not (second or clause):
        return
    marker = next((child for child in verb.children if child.lower_ in words(verb, "object_relatives")), None)
    if marker is None or marker.i <= verb.sent.start + 1 or any(c.dep_ == "obj" and c != marker for c in verb.children):
        return
    before = marker.nbor(-2) if marker.nbor(-1).text == "," else marker.nbor(-1)
    agrees = past_participle(verb) and {"Fem", "Plur"} & {*verb.morph.get("Gender", []), *verb.morph.get("Number", [])}
    if second or before.i in names or agrees:
        verb.dep_, marker.dep_ = ("conj" if second else "acl:relcl"), "obj"


def clause_of_name(verb: Token, names: Mapping[int, str]) -> None:
    """ "critique Pierre, qu'il accuse de fraude": a relative pronoun right behind a name and a comma is of that name.

    The parser takes the clause for what is said, or for a second deed; a verb that has an object says nothing besides.
    """
    if verb.pos_ != "VERB" or verb.dep_ not in {"ccomp", "conj", "parataxis", "advcl"} or has(verb, "cc"):
        return
    relatives = [child for child in verb.children if child.lower_ in words(verb, "relatives") and child.pos_ == "PRON"]
    if len(relatives) != 1 or start(relatives[0]) - 2 < verb.sent.start:
        return
    marker, doc, first = relatives[0], verb.doc, start(relatives[0])
    name = doc[first - 2]
    if doc[first - 1].text != "," or name.i not in names or name.head != verb.head or name.dep_ != "obj":
        return
    if attach(verb, name, "acl:relcl"):
        direct = marker.lower_ in words(verb, "object_relatives")
        marker.dep_ = "obj" if direct else "obl:arg" if case(marker) else marker.dep_


def relative_predicate(noun: Token) -> None:
    """ "Renault, dont Orange est actionnaire, va": a predicate behind a relative pronoun is no second thing."""
    if (
        noun.pos_ not in {"NOUN", "ADJ"}
        or noun.dep_ not in {"conj", "appos"}
        or has(noun, "cc")
        or not has(noun, "cop")
    ):
        return
    subjects = [c for c in noun.children if c.dep_.startswith("nsubj") and c.i < noun.i]
    relative = any(t.lower_ in words(noun, "relatives") and t.pos_ == "PRON" for t in noun.doc[noun.head.i : noun.i])
    if subjects and relative:
        noun.dep_ = "acl:relcl"


def _behind_name(verb: Token, names: Mapping[int, str]) -> bool:
    """Hang a clause with "que" right behind a name and a comma on that name: no content clause follows a comma."""
    marker = next((child for child in verb.children if child.lower_ in words(verb, "object_relatives")), None)
    if marker is None or marker.i < verb.sent.start + 2 or marker.nbor(-1).text != "," or has(verb, "obj", "cop"):
        return False
    name = marker.nbor(-2)
    if name.i not in names or not any(c.dep_.startswith("nsubj") and c.i > marker.i for c in verb.children):
        return False
    if name.dep_ in {"appos", "nmod"} and not case(name) and name.head.i < name.i:
        name = name.head  # "un logiciel, X, que Y utilise"
    return attach(verb, name, "acl:relcl")


def double_subject(verb: Token) -> None:
    """ "Le coréen X, dont Y possède 20 %, a bondi": of two subjects around a relative the first is the next verb's."""
    if verb.pos_ != "VERB":
        return
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj") and child.i < verb.i]
    if len(subjects) != 2:
        return
    first, second = subjects
    between = [t for t in verb.doc[first.i + 1 : second.i] if t.lower_ in words(verb, "relatives") and t.pos_ == "PRON"]
    main = verb.head
    if len(between) != 1 or case(first) or main == verb or main.i < verb.i or has(main, "nsubj"):
        return
    if main.pos_ in {"VERB", "ADJ", "NOUN"} and attach(first, main, "nsubj:pass" if has(main, "aux:pass") else "nsubj"):
        attach(verb, first, "acl:relcl")


def inverted_copula(name: Token, names: Mapping[int, str]) -> None:
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


def cleft(name: Token) -> None:
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
