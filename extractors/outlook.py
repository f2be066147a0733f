"""Whether a clause states what it says as true: negation, modality, end, and who says it.

Read off the predicate and what governs it in the tree, with the words of the lexicon `status`. When in doubt a
statement is only possible: "could buy" must never become "bought".
"""

from functools import cache
from typing import Any, NamedTuple

from spacy.tokens import Token

from .annotations import Outlook
from .lexicon import load
from .trees import NEUTRAL, adapter, features, governor

MAX_DEPTH = 6
"""Governors farther up than this do not bear on a clause."""

NEAR = 3
"""How many tokens from its verb "once" is still said of it."""

_LONGEST = 4
"""How many tokens the words for "instead of" have at most."""

_BARRIERS = frozenset(("relative", "apposition", "compound", "adjective", "participle"))
"""What hangs on a noun in these roles is said of it whatever becomes of the clause that the noun is in."""

_BESIDE = frozenset(("conjunct", "adverbial", "parataxis"))
"""A clause beside another, not under it."""


class _View(NamedTuple):
    """What one word makes of a statement: denied, only possible, over."""

    denied: bool = False
    possible: bool = False
    over: bool = False


def outlook(token: Token, kind: str) -> Outlook:
    """How the predicate `token` of a frame of this kind is held to be true."""
    view = _own(token, kind)
    denied, possible, over = view
    governed_denied = governed_possible = governed_over = False
    source: int | None = None
    said = kind == "verb" or _is_attribute(token)  # what is only mentioned, its speaker does not vouch for
    child, timed = token, False
    for _ in range(MAX_DEPTH):
        role, head = governor(child)
        if head == child or (role in _BARRIERS and not _infinitive(child, role)):
            governed_over = governed_over or (child == token and kind == "noun" and _removed(head, role))
            break
        if child == token and kind == "noun" and _stands(token, role, head):
            break
        if source is None and said:
            source = _speaker(head, role)
        if role == "conjunct" and _purpose(child) and "Fin" in features(head, "VerbForm"):
            above = _effect(head, "open_clause", child)  # no infinitive is beside a finite verb
        elif role == "conjunct" and _shares_auxiliary(child):
            above = _own(head, "verb")
        elif role == "adverbial" and child == token and _purpose(child):
            above = _of_purpose(head, child)
        else:
            above = _effect(head, role, child, below=child != token)
            if timed and head.lemma_.lower() in _lexicon(token.doc.lang_)["speech.verbs"]:
                above = above._replace(possible=False)  # "told them to stay at home when he visits X"
        timed = timed or (role == "adverbial" and "Fin" in features(child, "VerbForm"))
        governed_denied, left_open = _denied_anew(governed_denied, above)
        left_open = left_open and not _lemma(child, "verbs.aborts")  # what nobody "failed to block" stands as it did
        governed_possible = governed_possible or above.possible or left_open
        if kind == "verb":
            over = over or above.over
        else:
            post = child == token or f"{role} {child.lemma_.lower()}" in _lexicon(token.doc.lang_)["offices"]
            governed_over = governed_over or (post and _ends(head, role, child))
        child = head
    if kind != "verb":
        carried = _carrier(token)
        denied, possible, over = denied or carried.denied, possible or carried.possible, over or carried.over
    else:
        possible = possible or governed_possible or (denied and governed_denied) or _alone_in_the_infinitive(token)
        denied = denied != governed_denied
        governed_denied = governed_possible = False
    told, hearsay = _according_to(token) if said else (None, False)
    return Outlook(
        denied=denied,
        possible=possible or hearsay,
        over=over,
        lapsed=_lapsed(token, kind),
        governed_denied=governed_denied,
        governed_possible=governed_possible,
        governed_over=governed_over,
        source=told if source is None else source,
    )


def _denied_anew(denied: bool, above: _View) -> tuple[bool, bool]:
    """What is denied, or not, under one more governor, and whether that leaves it open.

    Who denies a denial asserts nothing ("refused to rule out buying"), and a denial that may come is none ("plans to
    abandon its takeover").
    """
    if denied and above.denied:
        return False, True
    return (denied or above.denied) and (above.denied or not above.possible), False


def _alone_in_the_infinitive(verb: Token) -> bool:
    """Whether an infinitive stands where a clause should have a finite verb: it asserts nothing.

    So it is in plans and headlines, and where the parser has lost the verb over it ("X, que dirige Y, pourrait racheter
    Z").
    """
    edges = adapter(verb)(verb)
    return (
        governor(verb)[1] == verb
        and "Inf" in features(verb, "VerbForm")
        and all(role not in {"auxiliary", "copula"} for role, _ in edges)
    )


def _own(token: Token, kind: str) -> _View:
    """Negation, modality and end on the predicate itself."""
    words = _lexicon(token.doc.lang_)
    denied = possible = over = False
    for role, child in adapter(token)(token):
        lemma, lower = child.lemma_.lower(), child.lower_
        if role == "negation":
            denied = True
            if lower in words["no_longer"]:
                denied, over = False, True
        elif role == "auxiliary":
            possible = possible or lower in words["auxiliaries.possible"] or _moody(child)
        elif role == "marker":
            possible = possible or lower in words["markers.possible"]
            denied = denied or lower in words["markers.denied"]
        elif role == "adverb":
            possible = possible or lower in words["adverbs.possible"]
            over = over or (lower in words["adverbs.over"] and abs(child.i - token.i) <= NEAR)
            over = over or (kind == "noun" and lower in words["adjectives.over"])  # "X, then the head of Y"
            denied = denied or lower in words["adverbs.denied"] or _not_yet(child)
        elif role == "adjective" and kind == "noun":
            possible = possible or lemma in words["adjectives.possible"]
            over = over or lemma in words["adjectives.over"] or lower in words["adjectives.over"]
            denied = denied or lemma in words["adjectives.denied"]
        elif role == "copula":
            possible = possible or _moody(child)
            over = over or features(child, "Tense") == ["Imp"]
        elif kind == "noun" and lower in words["complements.over"] and child.i > token.i:
            over = True  # "le ministre de l'Économie de l'époque"
    if kind == "verb":
        possible = possible or _moody(token) or _intended(token) or _but_for(token)
        denied = denied or _neither(token) or _misread(token) or _instead(token)
    else:
        denied = denied or any(c.lower_ in words["determiners.denied"] for c in token.children)
        before = token.nbor(-1) if token.i and kind == "noun" else token
        prefixes = tuple(word for word in words["adjectives.over"] if word.endswith("-"))  # "ex-patron"
        over = (
            over or before.lower_ in words["adjectives.over"] or (kind == "noun" and token.lemma_.startswith(prefixes))
        )
    return _View(denied, possible or _asked(token), over)


def _not_yet(adverb: Token) -> bool:
    """Whether the negation of a verb hangs on its adverb: "pas encore", and not "pas seulement"."""
    if adverb.lower_ in _lexicon(adverb.doc.lang_)["adverbs.focus"]:
        return False
    return any(role == "negation" for role, _ in adapter(adverb)(adverb))


def _neither(verb: Token) -> bool:
    """Whether an argument is one of those that all are denied ("neither X nor Y bought Z", "ne rachète ni X ni Y")."""
    nor = _lexicon(verb.doc.lang_)["markers.neither"]
    if any(child.lower_ in nor for child in verb.children):
        return True
    arguments = (c for role, c in adapter(verb)(verb) if role in {"subject", "object", "passive_subject"})
    return any(c.lower_ in nor for a in arguments for c in (*a.children, *(g for d in a.conjuncts for g in d.children)))


def _misread(verb: Token) -> bool:
    """Whether the word before an infinitive is a verb of denial that the model has not seen as one."""
    auxiliaries = [c for role, c in adapter(verb)(verb) if role == "auxiliary" and c.i < verb.i]
    first = min((verb, *auxiliaries), key=lambda t: t.i)
    before = first.nbor(-1) if first.i else first
    denies = before.lower_ in _lexicon(verb.doc.lang_)["forms.denied"]
    return denies and "Inf" in features(first, "VerbForm") and before.pos_ not in {"VERB", "AUX"}


def _instead(verb: Token) -> bool:
    """Whether the words right before the verb say that it was not done: "instead of buying", "plutôt que de"."""
    before = verb.doc[max(verb.sent.start, verb.i - _LONGEST) : verb.i].text.lower()
    return before.endswith(tuple(_lexicon(verb.doc.lang_)["markers.instead"]))


def _is_attribute(token: Token) -> bool:
    """Whether a post or an event is what a clause says of somebody, with a copula, a light verb or a verb of naming."""
    words = _lexicon(token.doc.lang_)
    role, head = governor(token)
    if any(r == "copula" for r, _ in adapter(token)(token)):
        return True
    attribute = role in {"attribute", "open_clause"} or role in words["as"]
    return head.pos_ in {"VERB", "AUX"} and (attribute or (role == "object" and head.lemma_ in words["light"]))


def _carrier(token: Token) -> _View:
    """What the verb says that a post or an event is the attribute of: "could become the head", "tipped as its head"."""
    words = _lexicon(token.doc.lang_)
    role, head = governor(token)
    if head == token or head.pos_ not in {"VERB", "AUX"} or not _is_attribute(token):
        return _View()
    gives_up = _lemma(head, "verbs.leaves") or _lemma(head, "verbs.ends")
    if role in words["as"] and gives_up and not _lemma(head, "verbs.succeeds"):
        return _View()  # who "may step down as chair" is the chair, and who has done so was
    above = outlook(head, "verb")
    lemma = head.lemma_.lower()
    if above.denied and (lemma in words["verbs.denied"] or _lemma(head, "verbs.aborts")):
        return _View(possible=True, over=above.over)  # "has not abandoned its takeover"
    return _View(
        above.denied or lemma in words["verbs.denied"],
        above.possible or (lemma in words["verbs.possible"] and role in words["as"]),
        above.over,
    )


def _asked(token: Token) -> bool:
    """Whether a question mark follows in the sentence, at its end or that of a quotation."""
    return "?" in token.doc[token.i : token.sent.end].text


def _moody(token: Token) -> bool:
    """Conditional or future, by its features, or by its ending where the model misreads it ("investira")."""
    if "Cnd" in features(token, "Mood") or "Fut" in features(token, "Tense"):
        return True
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    for ending in _lexicon(token.doc.lang_)["endings.possible"]:
        stem = token.lower_.removesuffix(ending)
        if stem != token.lower_ and stem.endswith("r"):  # an infinitive, but for "déclara", "déclarait" of "déclarer"
            return f"{stem}er" != token.lemma_.lower() and len(stem) > 2
    return False


def _but_for(verb: Token) -> bool:
    """Whether an imperfect tells what would have come about without somebody: "sans elle, il perdait l'élection".

    A bare noun tells how it came about: "sans surprise, il perdait l'élection".
    """
    if "Imp" not in features(verb, "Tense"):
        return False
    prepositions = _lexicon(verb.doc.lang_)["but_for"]
    without = [child for role, child in adapter(verb)(verb) if role in prepositions and child.i < verb.i]
    return any(c.pos_ in {"PRON", "PROPN"} or any(d.pos_ == "DET" for d in c.children) for c in without)


def _intended(verb: Token) -> bool:
    """Whether a bare infinitive is all that is said: "X is to buy Y", "X to buy Y" in a headline."""
    words = _lexicon(verb.doc.lang_)
    if not any(role == "auxiliary" and c.lower_ in words["infinitive"] for role, c in adapter(verb)(verb)):
        return False
    role, head = governor(verb)
    return head == verb or (role == "open_clause" and head.lemma_.lower() in words["copulas"])


def _lapsed(token: Token, kind: str) -> bool:
    """Whether a state is said of the past: "dirigeait", "was its head", "ran it until 2015"; not "has run it since"."""
    words = _lexicon(token.doc.lang_)
    edges = list(adapter(token)(token))
    numbers = {role for role, child in edges if child.shape_ == "dddd"}
    if any(role in words["until"] for role, _ in edges) or (
        numbers & words["spans.from"] and numbers & words["spans.to"]  # "from 2001 to 2011"
    ):
        return True
    if kind == "verb":
        return token.lemma_.lower() in words["verbs.states"] and _past(token) and not _told_back(token)
    copulas = [c for role, c in edges if role == "copula"]
    role, head = governor(token)
    if role == "attribute" and head.lemma_.lower() in words["being"]:
        copulas.append(head)
    return any(_past(c) and not _told_back(token) for c in copulas)


def _past(verb: Token) -> bool:
    """Whether the verb is in a past tense that does not reach into the present."""
    auxiliaries = [c for role, c in adapter(verb)(verb) if role == "auxiliary"]
    words = _lexicon(verb.doc.lang_)
    if any(role in words["since"] for role, _ in adapter(verb)(verb)):
        return False
    if any(c.lower_ in words["present_perfect"] for c in auxiliaries):
        return False
    finite = [verb, *auxiliaries]
    past = any({"Past", "Imp"} & set(features(t, "Tense")) for t in finite if "Part" not in features(t, "VerbForm"))
    compound = bool(words["compound_past"] & {c.lemma_ for c in auxiliaries}) and "Part" in features(verb, "VerbForm")
    modal = any(_moody(t) or t.lower_ in words["auxiliaries.possible"] for t in finite)
    return (past or compound) and not modal and "Inf" not in features(verb, "VerbForm")


def _told_back(token: Token) -> bool:
    """Whether the tense may only be that of a verb of saying in the past: "said that she ran it"."""
    for _ in range(MAX_DEPTH):
        role, head = governor(token)
        if head == token:
            return False
        if role == "clause" and head.lemma_.lower() in _lexicon(token.doc.lang_)["speech.verbs"]:
            return True
        token = head
    return False


def _shares_auxiliary(verb: Token) -> bool:
    """Whether a coordinated verb is under the auxiliary and the negation of the first: "could buy X and sue Y"."""
    contrast = _lexicon(verb.doc.lang_)["contrast"]
    edges = list(adapter(verb)(verb))
    own = any(role in {"auxiliary", "subject", "passive_subject"} for role, _ in edges)
    opposed = any(c.dep_ == "cc" and c.lower_ in contrast for c in (*verb.children, *verb.head.children))
    return verb.pos_ == "VERB" and "Fin" not in features(verb, "VerbForm") and not own and not opposed


def _ends(head: Token, role: str, child: Token) -> bool:
    """Whether a verb puts an end to what the noun in this role is: "ended its partnership", "resigned as head"."""
    words = _lexicon(head.doc.lang_)
    if role == "subject":  # "le ministre a démissionné", but "le ministre a démissionné de Renault" ends another post
        elsewhere = any(r in words["leaving.from"] for r, _ in adapter(head)(head))
        return _lemma(head, "verbs.leaves") and not elsewhere and _holds(head)
    office = f"{role} {child.lemma_.lower()}" in words["offices"]  # "a quitté son poste de directeur"
    if not office and role not in {"object", "passive_subject"} and role not in words["as"]:
        return False
    if role in words["as"] and _lemma(head, "verbs.succeeds"):
        return False
    lasting = child.lemma_.lower() in words["nouns.lasting"]
    over = _lemma(head, "verbs.ends") or _lemma(head, "verbs.removes") or (lasting and _lemma(head, "verbs.aborts"))
    return over and _holds(head)


def _removed(name: Token, role: str) -> bool:
    """Whether a verb takes away the post in apposition to a name: "le PDG de X" in "Y, le PDG de X, a été limogé"."""
    if role not in {"apposition", "compound"}:
        return False
    role, head = governor(name)
    if head.pos_ not in {"VERB", "AUX"}:
        return False
    if role == "subject":
        return _ends(head, role, name)
    return role in {"object", "passive_subject"} and _lemma(head, "verbs.removes") and _holds(head)


def _holds(verb: Token) -> bool:
    """Whether what the verb says is neither denied nor only possible."""
    above = outlook(verb, "verb")
    return not above.denied and not above.possible


def _stands(noun: Token, role: str, head: Token) -> bool:
    """Whether the noun is for what somebody has done, whatever becomes of it: "la plainte de X a été rejetée"."""
    words = _lexicon(noun.doc.lang_)
    if noun.lemma_.lower() not in words["nouns.done"]:
        return False
    if head.pos_ in {"VERB", "AUX"}:
        presumes = any(_lemma(head, f"verbs.{key}") for key in ("presume", "aborts", "fails"))
        return role in {"object", "passive_subject", "subject"} and presumes
    return head.lemma_.lower() in words["nouns.presume"]


def _infinitive(verb: Token, role: str) -> bool:
    """Whether a verb on a noun says what the noun is about ("plans to buy"), not what is true of it ("who bought")."""
    passive = [c for role, c in adapter(verb)(verb) if role == "auxiliary" and c.dep_ in {"aux:pass", "auxpass"}]
    return role == "participle" and any("Inf" in features(form, "VerbForm") for form in (verb, *passive))


def _purpose(verb: Token) -> bool:
    """Whether an infinitive beside a clause says what for: "signe un décret pour interdire"; not "après avoir"."""
    if "Inf" not in features(verb, "VerbForm"):
        return False
    words = _lexicon(verb.doc.lang_)
    return not any(role == "auxiliary" and c.lower_ not in words["infinitive"] for role, c in adapter(verb)(verb))


def _of_purpose(head: Token, clause: Token) -> _View:
    """What becomes of a purpose: it is only one, but for "left to join", which holds as the leaving does.

    What came next is none: "a fondé X avant de la quitter".
    """
    words = _lexicon(head.doc.lang_)
    next_ = _past(head) and any(c.lower_ in words["markers.next"] for c in clause.children)
    if next_ or head.lemma_.lower() in words["verbs.purpose_holds"]:
        above = outlook(head, "verb")
        return _View(above.denied, above.possible, False)
    return _View(possible=True)


def _lemma(verb: Token, key: str) -> bool:
    """Whether the verb is among the words, alone or with its particle or adverb ("fall through", "stop short")."""
    words = _lexicon(verb.doc.lang_)[key]
    lemma = verb.lemma_.lower()
    if lemma in words or verb.lower_ in words:  # "is *going* to"
        return True
    edges = list(adapter(verb)(verb))
    return any(f"{lemma} {c.lower_}" in words for r, c in edges if r in {"particle", "adverb", "reflexive"})


def _effect(head: Token, role: str, child: Token, *, below: bool = True) -> _View:
    """What a governing verb, noun or adjective makes of what depends on it in this role.

    That is something `below` the child, or the child itself: the objection in "is hostile to X" is no doubt about it.
    """
    words = _lexicon(head.doc.lang_)
    lemma = head.lemma_.lower()
    if role in _BESIDE:
        gerund = role == "adverbial" and "Pres" in features(child, "Tense") and "Part" in features(child, "VerbForm")
        return _View(possible=gerund and _own(head, "verb").possible)  # "en rachetant X, Y deviendrait"
    named = {lemma, head.lower_} if _idiomatic(head) else {lemma} if head.pos_ not in {"VERB", "AUX"} else set()
    if named & words["governors.possible"]:
        own = _own(head, "noun")
        return _View(own.denied, True, False)
    said_below = child.lemma_.lower() if below and child.pos_ == "ADJ" else ""
    if {lemma, head.lower_, child.head.lower_, said_below} & words["governors.against"]:
        return _View(possible=True)
    if lemma in words["governors.denied"] and head.pos_ not in {"VERB", "AUX"}:
        own = _own(head, "noun")
        return _View(not own.denied, own.denied or own.possible, False)
    if head.pos_ in {"VERB", "AUX"}:
        return _effect_of_verb(head, role, child)
    if head.pos_ in {"NOUN", "PROPN"}:
        own = _own(head, "noun")
        possible = lemma in words["nouns.possible"] or own.possible
        about = lemma in words["nouns.possible"] or role in {"clause", "participle"}
        decided = words.get("nouns.decided", frozenset())
        possible = possible or (bool(decided) and lemma not in decided and _infinitive(child, role))
        if lemma in words["nouns.denied"]:
            return _View(not own.denied, own.denied or possible, False)
        return _View(own.denied and about, possible, False)
    return _View()


def _effect_of_verb(head: Token, role: str, child: Token) -> _View:
    words = _lexicon(head.doc.lang_)
    lemma = head.lemma_.lower()
    own = _own(head, "verb")
    clausal = role in {"clause", "open_clause"}
    if own.denied and _lemma(head, "verbs.factive"):  # "did not hesitate to buy", "ne regrette pas d'avoir racheté"
        return _View(False, own.possible and not clausal, False)
    passive = _first(head, "passive_subject") is not None
    hearsay = lemma in words["speech.verbs"] and role == "open_clause" and passive
    subject = _first(head, "subject") if role == "clause" else None
    rumoured = subject is not None and head.doc[subject].lemma_.lower() in words["nouns.rumour"]
    happened = lemma in words["verbs.past_holds"] and any(r == "auxiliary" for r, _ in adapter(head)(head))
    possible = _lemma(head, "verbs.possible") and not happened and not _lemma(head, "verbs.happened")
    infinitive = clausal and _purpose(child)
    if infinitive and any(r == "adverb" and c.lower_ in words["adverbs.pending"] for r, c in adapter(head)(head)):
        return _View(denied=True)  # "has yet to buy"
    possible = possible or (infinitive and not _brings_about(head, role, child))
    denies = _lemma(head, "verbs.denied")
    if role in {"object", "passive_subject", "subject"} and _lemma(head, "verbs.aborts"):
        denies = child.lemma_.lower() not in words["nouns.lasting"]
        if denies and _at_first(head):
            return _View(False, True, False)
    elif role == "open_clause" and _lemma(head, "verbs.aborts") and not infinitive:
        denies = True  # "blocked X from buying"
    elif role in {"subject", "passive_subject"}:
        fails = _lemma(head, "verbs.fails") and child.lemma_.lower() not in words["nouns.lasting"]
        denies = fails or (denies and role == "passive_subject")
    noun = _first(head, "object")
    if role not in NEUTRAL and noun is not None and head.doc[noun].pos_ == "NOUN" and noun < child.i:
        borne = head.doc[noun].lemma_.lower()  # "a mis son veto au rachat": what the noun says of its complement
        denies, possible = denies or borne in words["nouns.denied"], possible or borne in words["nouns.possible"]
    # "n'a pas pu racheter", "ne dément pas": a negated governor turns what it says of its complement
    bears = role != "clause" or lemma in words["speech.verbs"] or lemma in words["verbs.possible"]
    # … but "n'a pas salué le rachat", "n'a pas réagi au rachat" say nothing against it
    told = role == "object" and lemma in words["speech.verbs"]
    decides = told or denies or possible or lemma in words["light"]
    reaches = decides or role in {"clause", "open_clause", "attribute", "subject", "passive_subject"}
    stands = _lemma(head, "verbs.undone") or (role == "object" and _lemma(head, "verbs.aborts"))
    if denies and (own.denied or _nobody(head)) and not stands:  # "n'exclut pas de racheter"
        return _View(False, True, False)
    if denies and own.possible and not own.denied:  # "could block the merger"
        return _View(False, True, False)
    over = _lemma(head, "verbs.over") and not denies and _first(head, "object") in {None, child.i}
    return _View(
        denies != (own.denied and bears and reaches),
        (own.possible and bears) or hearsay or rumoured or possible,
        (over and role != "subject") or own.over,
    )


def _brings_about(verb: Token, role: str, infinitive: Token) -> bool:
    """Whether the infinitive holds where the verb over it does: "managed to buy", not "struggled to"."""
    words = _lexicon(verb.doc.lang_)
    known = ("holds", "denied", "over", "happened", "purpose_holds", "past_holds")
    if any(_lemma(verb, f"verbs.{key}") for key in known) or verb.lemma_.lower() in words["copulas"]:
        return True
    ordered = role == "open_clause" and _first(infinitive, "marker") is not None  # "dit à X de partir"
    told = ordered or _first(verb, "object") is not None  # "told X to leave"
    return verb.lemma_.lower() in words["speech.verbs"] and not told


def _nobody(verb: Token) -> bool:
    """Whether the subject is nobody or nothing: "nothing prevents X from buying Y"."""
    nobody = _lexicon(verb.doc.lang_)["pronouns.denied"]
    return any(c.lower_ in nobody for r, c in adapter(verb)(verb) if r in {"subject", "passive_subject"})


def _at_first(verb: Token) -> bool:
    """Whether what the verb did may not have lasted ("had *initially* blocked", "a *dans un premier temps* bloqué")."""
    phrases = _lexicon(verb.doc.lang_)["adverbs.at_first"]
    spans = (verb.doc[c.left_edge.i : c.right_edge.i + 1] for c in verb.children)
    return any(span.text.lower() in phrases for span in spans)


def _idiomatic(verb: Token) -> bool:
    """Whether what looks like a verb is a noun in a phrase ("en *passe* de", "sur le *point* de")."""
    return verb.pos_ == "VERB" and any(child.pos_ == "ADP" and child.i == verb.i - 1 for child in verb.children)


def _speaker(head: Token, role: str) -> int | None:
    """The subject of a verb of saying over its content; "is said to have" has none."""
    if head.lemma_.lower() not in _lexicon(head.doc.lang_)["speech.verbs"]:
        return None
    himself = role == "open_clause" and not _lemma(head, "verbs.factive") and _first(head, "passive_subject") is None
    if role in {"clause", "parataxis"} or himself:
        return _first(head, "subject")
    return None


def _first(verb: Token, *roles: str) -> int | None:
    """What stands in the first of these roles that is filled."""
    edges = list(adapter(verb)(verb))
    return next((child.i for role in roles for r, child in edges if r == role), None)


def _according_to(token: Token) -> tuple[int | None, bool]:
    """The speaker named by a preposition or an inserted clause above the predicate, and whether it is only a rumour."""
    words = _lexicon(token.doc.lang_)
    node = token
    for _ in range(MAX_DEPTH):
        for role, child in adapter(node)(node):
            if role in words["speech.prepositions"]:
                return child.i, child.lemma_.lower() in words["nouns.rumour"]
            if role == "parataxis" and child.lemma_.lower() in words["speech.verbs"]:
                return _first(child, "subject", "object"), False  # parsers take an inverted subject for the object
            inserted = [c for r, c in adapter(child)(child) if r == "parataxis"] if role == "subject" else []
            for verb in inserted:  # "X, affirme Y, a racheté Z"
                if verb.lemma_.lower() in words["speech.verbs"]:
                    return _first(verb, "subject", "object"), False
            if role == "adverbial" and child.lemma_.lower() in words["speech.believing"]:
                return _first(child, "object"), False  # "à en croire X"
        if node.head == node or governor(node)[0] in {"relative", "apposition"}:
            break
        node = node.head
    return None, False


@cache
def _lexicon(lang: str) -> dict[str, frozenset[str]]:
    status: Any = load(lang, "status")
    frames = load(lang, "frames")
    found = {f"{table}.{key}": frozenset(words) for table, keys in status.items() for key, words in keys.items()}
    found["no_longer"] = frozenset(frames["no_longer"])
    found["contrast"] = frozenset(frames["contrast"])
    light = ("support", "copulas", "predicative")
    found["light"] = frozenset(word for key in light for word in frames[key]) | found["verbs.light"]
    found["as"] = frozenset(frames["as"])
    found["offices"] = frozenset(frames.get("offices", ()))
    found["copulas"] = frozenset(frames["copulas"])
    found["infinitive"] = frozenset(frames.get("infinitive", ()))
    found.setdefault("auxiliaries.possible", frozenset())
    for key in ("being", "until", "since", "present_perfect", "compound_past", "but_for"):
        found[key] = found[f"tense.{key}"]
    return found
