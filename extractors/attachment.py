"""Repairs of attachment: which word a complement with a preposition, or a conjunct, belongs to."""

from collections.abc import Mapping

from spacy.tokens import Token

from .mending import PARENTHESIS, attach, case, clitics, has, past_participle, start, words
from .naming import is_person_noun
from .relations import rows

REACH = 12
"""How many tokens before a complement its governor may be."""


def repair_attachment(doc_names: Mapping[int, str], token: Token) -> None:
    """Mend what `token` hangs on, where it is a complement or a conjunct."""
    if token.lower_ in clitics(token) and token.head.i in doc_names and token.head.head != token.head:
        attach(token, token.head.head, token.dep_)  # "dont Pierre fut le patron"
    elif token.dep_ in {"obj", "xcomp"} and token.pos_ == "NOUN" and token.head.lemma_ in words(token, "copulas"):
        _of_attribute(token)
    elif _second_pair(token, doc_names) or _listed(token, doc_names) or _between(token, doc_names):
        return
    elif token.dep_ == "conj":
        if _gapped(token, doc_names):
            return
        _second_verb(token, doc_names)
        _like_with_like(token)
        _conjunct_of_name(token, doc_names)
        _conjunct_beside_noun(token, doc_names)
        _conjunct_of_complement(token, doc_names)
    elif case(token) and token.dep_ in {"nmod", "obl:arg", "obl:mod", "obl:agent"}:
        _climb(token, doc_names)
        _to_participle(token)
        _to_nearest(token)
    elif token.dep_ in {"acl", "acl:relcl"} and token.pos_ == "VERB":
        _agree(token)
        _object_of_linking(token, doc_names)


def _of_attribute(noun: Token) -> None:
    """ "dont Pierre demeure le patron": who remains something is the patron of what the pronoun stands for."""
    for pronoun in [c for c in noun.head.children if c.lower_ in clitics(noun) and c.dep_ == "dep"]:
        attach(pronoun, noun, "nmod")


def _gapped(token: Token, names: Mapping[int, str]) -> bool:
    """ "vend Renault à Pierre et Orange à Marie": what has a complement like the first is no second who or whom.

    The verb that such a pair leaves out is not read: the pair is taken off, so that nobody gets what is another's.
    """
    head = token.head
    own = case(head)
    if token.i not in names or not own or case(token) or not has(token, "cc") or head.head.pos_ != "VERB":
        return False
    for other in (*head.head.children, *token.children):
        if other.i > token.i and start(other) == token.i + 1 and case(other) == own:
            attach(token, head.head, "orphan")
            attach(other, token, "orphan")
            return True
    return False


def _second_pair(token: Token, names: Mapping[int, str]) -> bool:
    """ "investit dans Renault, Orange dans Airbus": a name and a complement like the one before are a new pair.

    The verb that they leave out is not read here either.
    """
    if token.i not in names or case(token) or token.i < 2 or token.nbor(-1).text != ",":
        return False
    before = token.nbor(-2)
    verb = before.head if token.head == before else token.head
    if verb.pos_ != "VERB" or verb.i > token.i:
        return False
    complements = [c for c in (*verb.children, *token.children) if c.i > token.i and c.i in names and case(c)]
    for other in complements:
        like = any(c.i == before.i and case(c) == case(other) for c in verb.children)
        if like and start(other) == token.i + 1:
            attach(token, verb, "orphan")
            attach(other, token, "orphan")
            return True
    return False


def _listed(token: Token, names: Mapping[int, str]) -> bool:
    """ "négocie avec Renault, Orange et Airbus", "rachète en mai Renault, Orange et Airbus": a list goes on."""
    astray = token.dep_ in {"conj", "appos"} and token.i in names and not case(token)
    if not astray or token.i < 2 or token.nbor(-1).text != ",":
        return False
    before = token.nbor(-2)
    while before.i not in names and before.dep_ == "flat:name":
        before = before.head
    closed = any(c.dep_ == "conj" and has(c, "cc") and c.i in names and not case(c) for c in token.children)
    own = bool(case(before)) or (before.dep_ == "obj" and before.head == token.head)
    behind = before.i in names and own and token.head.i < before.i
    return closed and behind and attach(token, before, "conj")


def _between(token: Token, names: Mapping[int, str]) -> bool:
    """ "la fusion entre Renault et Orange": what stands between is two."""
    if token.i not in names or case(token) or token.i < token.sent.start + 3:
        return False
    first = token.i - (3 if token.nbor(-1).pos_ == "DET" else 2)
    joint = token.doc[first + 1]
    if joint.pos_ != "CCONJ" or (token.dep_ == "conj" and token.head.i in names):
        return False
    other = token.doc[first]
    while other.i not in names and other.dep_ == "flat:name":
        other = other.head
    if other.i not in names or case(other) not in words(token, "between") or has(other, "conj"):
        return False
    if not attach(token, other, "conj"):
        return False
    attach(joint, token, "cc")
    return True


def _like_with_like(token: Token) -> None:
    """ "le patron de Renault et d'Airbus": what has a preposition is coordinated with what has the same."""
    own, head = case(token), token.head
    listed = own and head.i < token.i and any(t.text == "," for t in token.doc[start(token) - 1 : token.i])
    if not own or case(head) == own or head.pos_ in {"VERB", "AUX"} or not (has(token, "cc") or listed):
        return
    for i in range(start(token) - 1, max(head.i, token.i - REACH), -1):
        other = token.doc[i]
        if case(other) == own and any(ancestor == head for ancestor in other.ancestors):
            attach(token, other, "conj")
            return


def _conjunct_of_name(token: Token, names: Mapping[int, str]) -> None:
    """ "condamne Renault et Orange": a name is coordinated with the name before it, and not with the verb."""
    if token.i not in names or token.head.pos_ != "VERB" or case(token) or not has(token, "cc"):
        return
    joint = next(child for child in token.children if child.dep_ == "cc")
    other = token.doc[joint.i - 1] if joint.i else token
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if other.i in names and other != token and following.i not in names:
        attach(token, other, "conj")


def _conjunct_beside_noun(token: Token, names: Mapping[int, str]) -> None:
    """ "ses clients Renault et Orange": a name is coordinated with the name of the noun, and not with the noun."""
    head = token.head
    if token.i not in names or case(token) or head.pos_ != "NOUN" or not has(token, "cc"):
        return
    joint = next(child for child in token.children if child.dep_ == "cc")
    other = token.doc[joint.i - 1] if joint.i else token
    plural = "Plur" in head.morph.get("Number", [])
    if other.i in names and other.head == head and plural and other.dep_ in {"appos", "nmod"} and not case(other):
        attach(token, other, "conj")


def _conjunct_of_complement(token: Token, names: Mapping[int, str]) -> None:
    """ "la rencontre entre Pierre et Marie a": a name is coordinated with the name like it, and not with the noun.

    A person may be joined to somebody that a post tells: "le patron de Renault et Pierre".
    """
    head = token.head
    if token.i not in names or case(token) or has(token, "det") or head.pos_ != "NOUN" or head.i in names:
        return
    joint = next((child for child in token.children if child.dep_ == "cc"), None)
    if joint is None or not joint.i:
        return
    other = token.doc[joint.i - 1]
    while other.i not in names and other.dep_ == "flat:name":
        other = other.head
    alike = names.get(other.i) == names[token.i] and other.head == head and bool(case(other))
    if alike and other.dep_ in {"nmod", "obl:mod", "obl:arg"}:
        attach(token, other, "conj")


def _agree(verb: Token) -> None:
    """ "une société de puces détenue par Renault": a participle or relative clause agrees with its noun."""
    forms = [verb, *(child for child in verb.children if child.dep_.startswith("aux"))]
    features = ("Gender", "Number") if verb.dep_ == "acl" and past_participle(verb) else ("Number",)
    if verb.dep_ == "acl:relcl" and not any(c.dep_.startswith("nsubj") and c.pos_ == "PRON" for c in verb.children):
        return
    own = {f: {value for form in forms for value in form.morph.get(f, [])} for f in features}

    def fits(noun: Token) -> bool | None:
        known = [(own[f], set(noun.morph.get(f, []))) for f in features]
        return all(a & b for a, b in known if a and b) if any(a and b for a, b in known) else None

    noun = verb.head
    if noun.pos_ != "NOUN" or fits(noun) is not False:
        return
    while noun.pos_ == "NOUN" and case(noun) and noun.head.pos_ == "NOUN" and noun.head.i < noun.i:
        noun = noun.head
        if fits(noun):
            attach(verb, noun, verb.dep_)
            return


def _object_of_linking(participle: Token, names: Mapping[int, str]) -> None:
    """ "une enquête visant Renault": the name right behind such a participle is its object."""
    following = participle.i + 1
    if participle.lower_ not in words(participle, "linking") or following not in names:
        return
    name = participle.doc[following]
    if name.head == participle.head and name.dep_ in {"appos", "nmod", "flat:name"} and not case(name):
        attach(name, participle, "obj")


def _climb(token: Token, names: Mapping[int, str]) -> None:
    """Names and amounts take no complement of a noun or verb: "l'enquête de Lyon sur Renault", "40 millions à Renault".

    Such a complement belongs to what the name or amount itself belongs to. "De" may follow a name ("Jean de Lyon"); it
    climbs from a person over the noun that has a complement with "de" already ("le départ de Pierre de Renault").
    """
    head, preposition = token.head, case(token)
    time = head.lower_ in words(head, "times")  # "nommée en mars à la tête de Renault"
    if not time and f"{preposition} {token.lemma_.lower()}" in words(token, "posts"):  # "Pierre, à la tête de Renault,"
        return
    if head.dep_ == PARENTHESIS and any(t.text == ")" for t in token.doc[head.i : token.i]):
        attach(token, head.head, "nmod")  # "la présidente (PS) de la région"
        return
    loose = preposition not in words(token, "of")
    while _takes_nothing(head, token, names) and head.head != head:
        above = head.head
        if not loose and not (names.get(head.i) == "Person" and case(head) == preposition and above.pos_ == "NOUN"):
            return
        if above.i > token.i and above.pos_ in {"VERB", "AUX"}:  # "Renault en Inde recrute"
            return
        head = above
        if not loose:
            break
    if head != token.head and head.pos_ in {"NOUN", "VERB", "ADJ", "AUX"}:
        attach(token, head, "nmod" if head.pos_ == "NOUN" else "obl:mod")


def _takes_nothing(head: Token, token: Token, names: Mapping[int, str]) -> bool:
    named = any(child.i in names and child.dep_ in {"appos", "nmod"} and not case(child) for child in head.children)
    amount = head.lemma_.lower() in words(head, "amounts") or has(head, "nummod") or head.like_num
    time = head.lower_ in words(head, "times") and case(token) not in words(token, "of")
    # "a été mise en demeure par le tribunal"
    state = (
        bool(case(head)) and case(head) not in words(head, "of") and head.head.pos_ == "VERB" and not has(head, "det")
    )
    return head.i < token.i and (head.i in names or (head.pos_ == "NOUN" and (named or amount or state or time)))


def _second_verb(token: Token, names: Mapping[int, str]) -> None:
    """ "né à Lyon et mort le 3 mai à Lille": a bare noun joined to a verb or its complement stands for a second verb.

    What follows it is said of that one. A post is none.
    """
    if is_person_noun(token) or ("noun", token.lemma_.lower()) in rows(token.doc.lang_):
        return
    verb = token.head if token.head.pos_ == "VERB" else token.head.head
    placed = verb == token.head or case(token.head)
    bare = token.i not in names and token.pos_ in {"NOUN", "ADJ"} and has(token, "cc") and not has(token, "case", "det")
    if verb.pos_ == "VERB" and verb.i < token.i and placed and bare:
        for child in [c for c in verb.children if c.i > token.i and c.dep_.startswith("obl")]:
            attach(child, token, "obl:mod")
            token.pos_ = "VERB"


def _to_nearest(token: Token) -> None:
    """What follows a conjunct belongs to it: "frère de Luc et père d'Anne".

    So it is where the first has a complement of this kind already; "le fondateur et patron de X" has but one.
    """
    head, i = token.head, start(token)
    for conjunct in head.conjuncts if head.pos_ == "NOUN" else ():
        first = any(case(c) == case(token) and c.i < conjunct.i for c in head.children if c != token)
        if head.i < conjunct.i == i - 1 and conjunct.pos_ == "NOUN" and first and has(conjunct, "cc"):
            attach(token, conjunct, token.dep_)
            return


def _to_participle(token: Token) -> None:
    """ "une amende infligée à Renault": what follows a noun's participle belongs to that.

    "De" has to follow at once ("un ingénieur sorti de Renault"), or it is the noun's ("le patron déchu de Renault").
    """
    if token.dep_ != "nmod":
        return
    between = [
        c for c in token.head.children if c.dep_ == "acl" and token.head.i < c.i < token.i and past_participle(c)
    ]
    bound = case(token) not in words(token, "of") or (between and start(token) == between[-1].i + 1)
    if between and bound and not has(between[-1], "obj"):
        attach(token, between[-1], "obl:mod")
