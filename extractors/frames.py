"""Frames: who does what to whom, read off a dependency tree.

A frame knows nothing of relations and a lexicon of relations nothing of trees. Subjects act, in the passive too;
relative pronouns are replaced by what they stand for; the subject of an infinitive or of a coordinated verb is found
where the sentence has it; nouns take part with their complements ("le rachat de X par Y").
"""

from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from .annotations import Frame
from .lexicon import load
from .outlook import outlook
from .places import demonyms
from .trees import NEUTRAL, Edge, adapter, features, governor, role_in_head

Arguments = dict[str, list[Token]]

MAX_CONJUNCTS = 12
"""More conjuncts than this are a list, not an argument."""


MAX_CLIMB = 4
"""How many words may lie between a relative pronoun's governor and the noun that it stands for."""


@Language.component("liaisons_frames", requires=["token.dep", "token.head", "token.pos"], assigns=["doc._.frames"])
def frames(doc: Doc) -> Doc:
    """Set `doc._.frames`: one frame for each verb, noun or adjective with an argument, in the order of the text."""
    doc._.frames = [frame for token in doc if token.pos_ and (frame := _frame(token)) is not None]
    return doc


def _frame(token: Token) -> Frame | None:
    if token.pos_ in {"VERB", "AUX"}:
        kind, arguments = "verb", _verb_arguments(token)
    elif token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "flat:name":
        kind, arguments = "noun", _noun_arguments(token)
    elif token.pos_ == "ADJ":
        kind, arguments = "adjective", _adjective_arguments(token)
    else:
        return None
    if kind != "verb" and token.lower_ in demonyms(token.doc.lang_):
        kind, arguments = "demonym", _demonym_arguments(token)
    reflexive = bool(arguments.pop("reflexive", None)) or any(
        t.lower_ in _words(token.doc.lang_, "reflexives") for t in token.lefts
    )
    if not arguments:
        return None
    _of_nouns(arguments)
    edges = list(adapter(token)(token))
    return Frame(
        kind=kind,
        predicate=token.i,
        lemma=" ".join([token.lemma_.lower(), *(t.lower_ for role, t in edges if role == "particle")]),
        reflexive=reflexive,
        modifiers=tuple(t.lemma_.lower() for role, t in edges if role in {"adjective", "compound"}),
        arguments={role: tuple(dict.fromkeys(t.i for t in found)) for role, found in sorted(arguments.items())},
        idiom=_idiom(arguments, edges if kind == "verb" else []),
        outlook=outlook(token, kind),
    )


def _idiom(arguments: Arguments, edges: list[Edge]) -> dict[str, str]:
    """The words by which an idiom is known: common nouns, by their role; the attribute and the infinitive of a verb."""
    found = {role: tokens[0].lemma_ for role, tokens in arguments.items() if tokens[0].pos_ in {"NOUN", "NUM"}}
    for role, child in edges:
        if role in {"attribute", "open_clause"}:
            found.setdefault(role, child.lemma_)
    return {role: found[role].lower() for role in sorted(found)}


def _verb_arguments(verb: Token) -> Arguments:
    edges = list(adapter(verb)(verb))
    passive = _is_passive(verb)
    found: Arguments = {}
    for role, child in edges:
        if role in {"subject", "passive_subject", "agent", "object"} or _is_preposition(role) or role == "reflexive":
            if role == "passive_subject":
                role = "object"
            elif role == "agent":
                role = "subject"
            for token in _coordinated(_antecedent(child, verb)):
                found.setdefault(role, []).append(token)
    label, head = governor(verb)
    undergoes = passive or ("Past" in features(verb, "Tense") and all(role != "auxiliary" for role, _ in edges))
    if label == "participle":
        found.setdefault("object" if undergoes else "subject", _coordinated(head))
        if undergoes and (holder := _holder(head)):
            found["object holder"] = holder
    elif label == "relative" and _lacks_object(verb, found):
        found["object"] = _coordinated(head)
    elif label in {"open_clause", "adverbial", "conjunct"} and head.pos_ in {"VERB", "AUX"}:
        # "Fondé par X, Y …": a participle in front is said of the subject; one behind, of who knows what
        participle = label == "adverbial" and undergoes and "object" not in found and verb.i < head.i
        gap = "object" if passive or participle else "subject"
        shared = _shared(head, label) if label != "adverbial" or participle or _is_nonfinite(verb) else []
        if gap not in found and shared:
            found[gap] = shared
    _of_idiom(found)
    return found


def _holder(noun: Token) -> list[Token]:
    """Who has a noun, by the clause that it stands in: X in "X raised $5m in a round led by Y"."""
    role, verb = governor(noun)
    if verb.pos_ != "VERB" or not (role == "object" or _is_preposition(role)):
        return []
    return _verb_arguments(verb).get("subject", [])


def _lacks_object(verb: Token, found: Arguments) -> bool:
    """Whether the clause has a subject and no relative pronoun: "the company that X founded" without its "that"."""
    relatives = _words(verb.doc.lang_, "relatives")
    return "subject" in found and "object" not in found and not any(t.lower_ in relatives for t in verb.subtree)


def _is_passive(verb: Token) -> bool:
    """Whether the subject undergoes; a participle beside another verb has the voice of that one."""
    edges = list(adapter(verb)(verb))
    if any(role in {"passive_subject", "agent"} for role, _ in edges) or "Pass" in features(verb, "Voice"):
        return True
    label, head = governor(verb)
    alone = not any(role in {"auxiliary", "object"} for role, _ in edges)
    return label == "conjunct" and alone and "Part" in features(verb, "VerbForm") and _is_passive(head)


def _shared(verb: Token, label: str) -> list[Token]:
    """What a clause under or beside the verb in this role has as its subject, when it has none of its own."""
    found = _verb_arguments(verb)
    if label == "open_clause" and verb.lemma_ in _words(verb.doc.lang_, "object_control") and "object" in found:
        return found["object"]
    return found.get("object" if _is_passive(verb) else "subject", [])


def _of_idiom(found: Arguments) -> None:
    """Complements of the object count as the verb's too: "prendre les rênes de X", "infliger une amende à X"."""
    for noun in found.get("object", [])[:1]:
        if noun.pos_ != "NOUN":
            continue
        for role, child in adapter(noun)(noun):
            if _is_preposition(role) and role not in found:
                found[f"object {role}"] = _coordinated(child)
            elif role == "possessive":
                found["object possessive"] = [child]


def _of_nouns(found: Arguments) -> None:
    """Complements of a noun behind a preposition, for idioms: "entrer au capital de X", "came to the aid of X".

    Their role has both prepositions: "à de".
    """
    own = {"referent", "demonym", "support"}
    for role in [
        role for role in found if _is_preposition(role) and role not in own and not role.startswith("object ")
    ]:
        noun = found[role][0]
        if noun.pos_ in {"NOUN", "PROPN"}:
            for inner, child in adapter(noun)(noun):
                if _is_preposition(inner) or inner == "possessive":
                    found.setdefault(f"{role} {inner}", []).extend(_coordinated(child))


def _noun_arguments(noun: Token) -> Arguments:
    found: Arguments = {}
    for role, child in adapter(noun)(noun):
        if _is_preposition(role) or role in {"possessive", "compound"}:
            found.setdefault(role, []).extend(_coordinated(_antecedent(child, noun)))
        elif role == "apposition":
            found.setdefault("referent", []).extend(_coordinated(child))
        elif role == "adjective":
            found.setdefault("demonym", []).append(child)
        elif role == "relative" and child.lemma_ in _words(noun.doc.lang_, "copulas"):
            # "les réseaux concurrents que sont X et Y"
            found.setdefault("referent", []).extend(
                t for r, c in adapter(child)(child) if r == "subject" for t in _coordinated(c)
            )
    for token in said_of(noun):
        found.setdefault("referent", []).append(token)
    verb = noun.head
    if verb.pos_ == "VERB" and verb.lemma_ in _words(noun.doc.lang_, "support") and role_in_head(noun) == "object":
        found["support"] = [t for t in _verb_arguments(verb).get("subject", []) if t != noun]
    return {role: tokens for role, tokens in found.items() if tokens}


def _adjective_arguments(adjective: Token) -> Arguments:
    found: Arguments = {}
    for role, child in adapter(adjective)(adjective):
        if _is_preposition(role):
            found.setdefault(role, []).extend(_coordinated(child))
    for token in said_of(adjective):
        found.setdefault("referent", []).append(token)
        for role, child in adapter(token)(token):  # "les réseaux concurrents que sont X et Y"
            if role == "apposition":
                found["referent"].extend(_coordinated(child))
    return found


def _demonym_arguments(demonym: Token) -> Arguments:
    """What a nationality is said of.

    In front of a name or after a common noun it is said of that; after a name it is a part of it ("Révolution
    française", "Louis the German").
    """
    found = list(said_of(demonym))
    if not found:
        found = [child for role, child in adapter(demonym)(demonym) if role == "apposition"]
    bearers = [t for t in found[:1] if not (t.pos_ == "PROPN" and t.i < demonym.i)]
    for noun in tuple(bearers):
        if noun.pos_ == "NOUN":
            bearers.extend([t for t in said_of(noun) if t.pos_ == "PROPN"][:1])
    return {"referent": bearers} if bearers else {}


def said_of(token: Token) -> Iterator[Token]:
    """What a noun or adjective is said of: its copula's subject, what it is in apposition to, its title's bearer."""
    words, edges = _words(token.doc.lang_, "copulas"), list(adapter(token)(token))
    role, head = governor(token)
    if any(r == "copula" for r, _ in edges):  # Universal Dependencies: the copula hangs on the attribute
        for r, child in edges:
            if r in {"subject", "passive_subject"}:
                yield from _coordinated(_antecedent(child, token))
    elif role == "adjective":
        yield head
    elif role in {"apposition", "compound"}:
        yield from _coordinated(head)
    elif role == "conjunct":
        yield from said_of(head)
    elif role == "subject" and token.pos_ == "NOUN":
        yield from _identified(head)
    elif role in _words(token.doc.lang_, "states") and head.pos_ == "PROPN" and token.pos_ == "NOUN":
        yield from _coordinated(head)
    elif head.pos_ in {"VERB", "AUX"}:
        verb = _verb_arguments(head)
        predicative = head.lemma_ in _words(token.doc.lang_, "predicative")
        attribute = role in {"attribute", "open_clause", "bare"} or (role == "object" and not predicative)
        if (attribute and (predicative or head.lemma_ in words)) or role in _words(token.doc.lang_, "as"):
            bearer = "object" if predicative and "object" in verb else "subject"
            yield from (t for t in verb.get(bearer, []) if t != token)


def _identified(head: Token) -> Iterator[Token]:
    """The name that a copula puts after its subject: "the boss of X is Y"."""
    edges = list(adapter(head)(head))
    if head.pos_ == "PROPN" and any(role == "copula" for role, _ in edges):
        yield head
    elif head.lemma_ in _words(head.doc.lang_, "copulas"):
        yield from (child for role, child in edges if role == "attribute" and child.pos_ == "PROPN")


def _antecedent(token: Token, inside: Token) -> Token:
    """The noun that a relative pronoun in the clause around `inside` stands for; any other token itself."""
    if token.lower_ not in _words(token.doc.lang_, "relatives"):
        return token
    role, head = governor(inside)
    for _ in range(MAX_CLIMB):
        if role == "relative":
            return head
        role, head = governor(head)
    return token


def _coordinated(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in the order of the text."""
    found = [token]
    for role, child in adapter(token)(token):
        if role == "conjunct" and len(found) < MAX_CONJUNCTS and child.pos_ not in {"VERB", "AUX"}:
            found.extend(_coordinated(child))
    return found


def _is_preposition(role: str) -> bool:
    return role not in NEUTRAL


def _is_nonfinite(verb: Token) -> bool:
    return bool(set(features(verb, "VerbForm")) & {"Inf", "Part", "Ger"})


@cache
def _words(lang: str, name: str) -> frozenset[str]:
    return frozenset(load(lang, "frames").get(name, ()))
