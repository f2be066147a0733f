"""Frames: who does what to whom, read off a dependency tree.

A frame knows nothing of relations and a lexicon of relations nothing of trees. Subjects act, in the passive too;
relative pronouns are replaced by what they stand for; the subject of an infinitive or of a coordinated verb is found
where the sentence has it; nouns take part with their complements ("le rachat de X par Y").
"""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from .annotations import Frame
from .lexicon import load
from .mending import case
from .naming import is_person_noun
from .outlook import outlook
from .places import origins
from .salience import SUBJECTS
from .trees import NEUTRAL, Edge, adapter, features, governor, role_in_head, settle

Arguments = dict[str, list[Token]]

MAX_CONJUNCTS = 12
"""More conjuncts than this are a list, not an argument."""


FAR = 15
"""An argument more tokens away than this is marked: most wrong edges are long ones."""

MAX_CLIMB = 4
"""How many words may lie between a relative pronoun's governor and the noun that it stands for."""


@Language.component("liaisons_frames", requires=["token.dep", "token.head", "token.pos"], assigns=["doc._.frames"])
def frames(doc: Doc) -> Doc:
    """Set `doc._.frames`: one frame for each verb, noun or adjective with an argument, in the order of the text."""
    settle(doc)
    doc._.frames = [frame for token in doc if token.pos_ and (frame := _frame(token)) is not None]
    return doc


def _frame(token: Token) -> Frame | None:
    demonym = token.lower_ in origins(token.doc.lang_)
    if role_in_head(token) == "parenthesis":
        kind, arguments = "parenthesis", _bracketed(token)
    elif token.pos_ in {"VERB", "AUX"} and not demonym:
        kind, arguments = "verb", _verb_arguments(token)
    elif (token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "flat:name") or _repeated(token) is not None:
        kind, arguments = "noun", _noun_arguments(token)
    elif token.pos_ in {"ADJ", "VERB"}:
        kind, arguments = "adjective", _adjective_arguments(token)
    else:
        return None
    if demonym and kind != "parenthesis":  # "Turkish-born" too, whatever it is to the parser
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
        lemma=_lemma(token, kind),
        reflexive=reflexive,
        modifiers=_modifiers(token, kind),
        arguments={role: tuple(dict.fromkeys(t.i for t in found)) for role, found in sorted(arguments.items())},
        idiom=_idiom(arguments, edges if kind == "verb" else []),
        outlook=outlook(token, kind),
        signals=_signals(token, arguments),
    )


def _idiom(arguments: Arguments, edges: Sequence[Edge]) -> dict[str, str]:
    """The words by which an idiom is known: common nouns, by their role; the attribute and the infinitive of a verb."""
    nouns = ((role, _common(tokens, role)) for role, tokens in arguments.items())
    found = {role: noun.lemma_ for role, noun in nouns if noun is not None}
    for role, child in edges:
        if role in {"attribute", "open_clause"}:
            found.setdefault(role, child.lemma_)
    return {role: found[role].lower() for role in sorted(found)}


def _common(tokens: list[Token], role: str) -> Token | None:
    """The common noun or number in front; for an object, past who gets it: "awarded X a *contract*"."""
    return next((t for t in (tokens if role == "object" else tokens[:1]) if t.pos_ in {"NOUN", "NUM"}), None)


def _lemma(token: Token, kind: str) -> str:
    """The predicate's lemma, with a verb's particle, without the "ex-" of a post; that of a repeated noun."""
    if kind == "parenthesis":
        return _title(token)
    token = _repeated(token) or token
    particles = [t.lower_ for role, t in adapter(token)(token) if role == "particle"]
    lemma = token.lemma_.lower()
    for former in _words(token.doc.lang_, "formers"):
        lemma = lemma.removeprefix(former) if kind == "noun" and former.endswith("-") else lemma
    return " ".join([lemma or token.lemma_.lower(), *particles])


def _modifiers(token: Token, kind: str) -> tuple[str, ...]:
    """The lemmas of adjectives and compounds; of a name in brackets, whether it follows another there."""
    if kind == "parenthesis":
        before = token.doc[token.i - 1] if token.i else token
        return ("listed",) if before.text in {",", "/", "-", "–"} else ()
    token = _repeated(token) or token
    return tuple(t.lemma_.lower() for role, t in adapter(token)(token) if role in {"adjective", "compound"})


def _repeated(token: Token) -> Token | None:
    """The noun that a pronoun repeats: "le patron de X et celui de Y"; None for another word.

    It has a complement with the same preposition, and is the nearest such noun of the sentence.
    """
    if token.lower_ not in _words(token.doc.lang_, "repeating"):
        return None
    own = {role for role, _ in adapter(token)(token) if _is_preposition(role)}
    for noun in reversed(token.doc[token.sent.start : token.i]):
        if noun.pos_ == "NOUN" and any(role in own and t.pos_ == "PROPN" for role, t in adapter(noun)(noun)):
            return noun
    return None


def _signals(token: Token, arguments: Arguments) -> tuple[str, ...]:
    """What makes the reading doubtful: see `Frame`."""
    filled = [t for found in arguments.values() for t in found]
    moved: frozenset[int] = token.doc._.repaired or frozenset()
    own = {child.i for _, child in adapter(token)(token)}
    tests = {
        "far": any(abs(t.i - token.i) > FAR for t in filled),
        "repaired": any(t.i in moved for t in filled if t.i in own) or token.i in moved,
        "shared": any(t.i not in own and t != token.head and t.dep_ != "conj" for t in filled),
    }
    return tuple(sorted(key for key, holds in tests.items() if holds))


def _verb_arguments(verb: Token) -> Arguments:
    edges = list(adapter(verb)(verb))
    label, head = governor(verb)
    undergone = label == "open_clause" and _is_undergone(head)
    passive = _is_passive(verb) or undergone
    found: Arguments = {}
    for role, child in edges:
        if role in {"subject", "passive_subject", "agent", "object"} or _is_preposition(role) or role == "reflexive":
            if role == "passive_subject":
                role = "object"
            elif role == "agent":
                role = "subject"
            stood_for = _antecedent(child, verb)
            found.setdefault(role, []).extend(
                coordinated(child) if stood_for == child else _agreeing(stood_for, verb, role == "subject")
            )
    for role, tokens in found.items():  # "succède à X à la tête de Y": the post is no second X
        found[role] = [t for t in tokens if not _is_post(t, role)] or tokens
    _shared_object(verb, found, passive)
    bears = "object" if passive else "subject"  # "sur le point d'être racheté"
    if bears not in found and (bearers := _of_state(verb, label, head)):
        found[bears] = bearers
    intransitive = verb.lemma_ in _intransitive(verb.doc.lang_)
    past = "Past" in features(verb, "Tense") and all(role != "auxiliary" for role, _ in edges)
    undergoes = passive or (past and not intransitive)
    if label == "participle" and _is_infinitive(verb):
        marked = any(t.lower_ in _words(verb.doc.lang_, "infinitive") for _, t in edges)
        if marked and bears not in found and (bearer := [head] if _is_singled_out(head) else _bearer(head, verb)):
            found[bears] = bearer
    elif label == "participle" and not _across_colon(head, verb):
        found.setdefault("object" if undergoes else "subject", _agreeing(head, verb))
        if undergoes and (holder := _holder(head)):
            found["object holder"] = holder
    elif label in {"adjective", "compound"}:
        bearers = [head] if head.pos_ == "PROPN" else coordinated(head)  # "Paris-based X and Y" says it of X
        found.setdefault("object" if undergoes else "subject", bearers)
        _in_compound(verb, found)
    elif label == "relative":
        where = [t.lower_ for _, t in edges if t.lower_ in _relative_adverbs(verb.doc.lang_)]
        if where:  # "Dubai, where X is based"
            found.setdefault(_relative_adverbs(verb.doc.lang_)[where[0]], []).append(head)
        elif _lacks_object(verb, found) or _renames(verb, edges):
            found["object"] = coordinated(head)
    elif label in {"open_clause", "adverbial", "conjunct"} and (
        head.pos_ in {"VERB", "AUX"} or (label == "adverbial" and any(r == "copula" for r, _ in adapter(head)(head)))
    ):  # "Passée par X, Y est la patronne de Z"
        # "Fondé par X, Y …": a participle in front is said of the subject; one behind, of who knows what
        participle = label == "adverbial" and (undergoes or past) and "object" not in found and verb.i < head.i
        gap = "object" if passive or (participle and undergoes) else "subject"
        if undergone and ("object" in found or verb.lemma_ in _words(verb.doc.lang_, "oblique_control")):
            gap = min(_words(verb.doc.lang_, "addressee"), default=gap)  # "se voit infliger une amende"
        shared = _shared(head, label, verb) if label != "adverbial" or participle or _is_nonfinite(verb) else []
        if gap not in found and shared:
            found[gap] = shared
    _of_idiom(found)
    return found


def _holder(noun: Token) -> list[Token]:
    """Who has a noun, by the clause that it stands in: X in "X raised $5m in a round led by Y"."""
    role, verb = governor(noun)
    if role in _words(noun.doc.lang_, "of"):  # "X announced the closing of a round led by Y"
        role, verb = governor(verb)
    if verb.pos_ != "VERB" or not (role == "object" or _is_preposition(role)):
        return []
    return _verb_arguments(verb).get("subject", [])


def _bearer(noun: Token, clause: Token) -> list[Token]:
    """Who does what an infinitive on a noun says: X in "X's attempt to buy Y", "X abandoned its attempt to buy Y".

    Who orders is not who does: "l'ordre de X de partir", but "donne à X l'ordre de partir".
    """
    lang = noun.doc.lang_
    orders = noun.lemma_.lower() in _words(lang, "orders")
    for role, child in adapter(noun)(noun):
        if role == "possessive" or (role in _words(lang, "of") and child.i < clause.i):
            return [] if orders else coordinated(child)
    role, verb = governor(noun)
    if role != "object" or verb.pos_ != "VERB":
        return []
    found = _verb_arguments(verb)
    addressed = next((found[role] for role in sorted(_words(lang, "addressee")) if role in found), [])
    return addressed or ([] if orders else found.get("subject", []))


def _of_state(verb: Token, label: str, head: Token) -> list[Token]:
    """Who is in the state that an infinitive or a gerund completes: "likely to buy Y", "on the verge of buying Y"."""
    if not _is_nonfinite(verb) or head.pos_ not in {"ADJ", "NOUN"}:
        return []
    if head.pos_ == "ADJ":
        return list(said_of(head)) if label in {"open_clause", "adverbial"} else []
    infinitive = label == "participle" and _is_infinitive(verb)
    if not infinitive and label != "open_clause":
        return []
    if any(role == "copula" for role, _ in adapter(head)(head)):
        return list(said_of(head))
    role, above = governor(head)
    named = above.lemma_ in _words(verb.doc.lang_, "copulas") or _is_governor(head)
    if _is_preposition(role) and above.pos_ in {"VERB", "AUX"} and named:
        return _verb_arguments(above).get("subject", [])
    return []


def _is_infinitive(verb: Token) -> bool:
    """Whether the verb is an infinitive, in the passive too: "être racheté"."""
    forms = [verb, *(t for role, t in adapter(verb)(verb) if role == "auxiliary")]
    return any("Inf" in features(form, "VerbForm") for form in forms)


@cache
def _governors(lang: str) -> frozenset[str]:
    return frozenset(word for words in load(lang, "status")["governors"].values() for word in words)


def _is_governor(noun: Token) -> bool:
    return bool({noun.lemma_.lower(), noun.lower_} & _governors(noun.doc.lang_))


def _agreeing(head: Token, clause: Token, counts: bool = True) -> list[Token]:
    """What a clause on one of several coordinated nouns is said of: all for a plural, the nearest for a singular."""
    nouns = [head, *(t for t in coordinated(head)[1:] if t.i < clause.i)]
    forms = [clause, *(t for role, t in adapter(clause)(clause) if role in {"auxiliary", "copula"})]
    numbers = {n for t in forms for n in features(t, "Number")}
    return nouns[-1:] if counts and "Sing" in numbers and "Plur" not in numbers else nouns


def _in_compound(participle: Token, found: Arguments) -> None:
    """What a compound adjective begins with: who acts in "Google-owned", where in "Paris-based", by the participle."""
    if participle.i == 0 or participle.nbor(-1).text != "-":
        return
    for role, child in adapter(participle)(participle):
        if role == "bare" and child.i < participle.i:
            found.setdefault(_compounds(participle.doc.lang_).get(participle.lower_, "subject"), []).append(child)


def _lacks_object(verb: Token, found: Arguments) -> bool:
    """Whether the clause has a subject and no relative pronoun: "the company that X founded" without its "that"."""
    relatives = _words(verb.doc.lang_, "relatives")
    return "subject" in found and "object" not in found and not any(t.lower_ in relatives for t in verb.subtree)


def _is_singled_out(noun: Token) -> bool:
    """Whether an infinitive on the noun says what it did before or beside others: "the first firm to buy X"."""
    return any(child.lower_ in _words(noun.doc.lang_, "singling") for child in noun.children)


def _across_colon(noun: Token, verb: Token) -> bool:
    """Whether a colon parts a participle from its noun: it is said of something behind the colon that is no name."""
    return any(t.text == ":" for t in noun.doc[noun.i + 1 : verb.i])


def _renames(verb: Token, edges: Sequence[Edge]) -> bool:
    """Whether what follows the verb is what its object, the pronoun, is called: "l'outil que X a nommé Y"."""
    lang = verb.doc.lang_
    relative = any(role == "marker" and t.lower_ in _words(lang, "object_relatives") for role, t in edges)
    return relative and verb.lemma_ in _words(lang, "predicative")


def _is_passive(verb: Token) -> bool:
    """Whether the subject undergoes; a participle beside another verb has the voice of that one."""
    edges = list(adapter(verb)(verb))
    if any(role in {"passive_subject", "agent"} for role, _ in edges) or "Pass" in features(verb, "Voice"):
        return True
    label, head = governor(verb)
    alone = not any(role in {"auxiliary", "object"} for role, _ in edges)
    return label == "conjunct" and alone and "Part" in features(verb, "VerbForm") and _is_passive(head)


def _is_undergone(verb: Token) -> bool:
    """Whether the infinitive of the verb happens to its subject: "s'est fait racheter par X"."""
    reflexive = any(role == "reflexive" for role, _ in adapter(verb)(verb))
    return reflexive and verb.lemma_ in _words(verb.doc.lang_, "undergoing")


def _shared(verb: Token, label: str, clause: Token) -> list[Token]:
    """What a clause under or beside the verb in this role has as its subject, when it has none of its own."""
    lang = verb.doc.lang_
    if label == "open_clause" and verb.lemma_ in _words(lang, "sentencing"):
        return []
    found = _verb_arguments(verb) if verb.pos_ in {"VERB", "AUX"} else {"subject": list(said_of(verb))}
    addressed = next((found[role] for role in sorted(_words(lang, "addressee")) if role in found), [])
    if label in {"open_clause", "adverbial"} and "object" in found and _object_acts(verb, label, clause):
        return found["object"]
    if label == "open_clause" and verb.lemma_ in _words(lang, "oblique_control") and addressed:
        return addressed
    if label in {"open_clause", "adverbial"} and "object" in found and _is_reason(clause):
        # "inflige une amende à X pour avoir menti", "condamne X pour avoir menti"
        return addressed if found["object"][0].pos_ == "NOUN" and addressed else found["object"]
    # "basée à Lyon et dirigée par X": what a participle without an auxiliary is said of
    bare = "subject" not in found and "Past" in features(verb, "Tense") and label == "conjunct"
    bare = (
        bare
        and all(role != "auxiliary" for role, _ in adapter(verb)(verb))
        and "Fin" not in features(clause, "VerbForm")
    )
    return found.get("object" if bare or _is_passive(verb) else "subject", [])


def _object_acts(verb: Token, label: str, clause: Token) -> bool:
    """Whether the object of the verb acts in the clause: "asks X to sell", "accused X of selling"."""
    lang = verb.doc.lang_
    if verb.lemma_ in _words(lang, "object_control"):
        return label == "open_clause" or "Inf" in features(clause, "VerbForm")
    gerund = _words(lang, "object_gerunds")
    return any(role == "marker" and t.lower_ in gerund for role, t in adapter(clause)(clause))


def _is_reason(clause: Token) -> bool:
    """Whether an infinitive of the past says what somebody is blamed or thanked for."""
    edges = list(adapter(clause)(clause))
    marked = any(role == "marker" and t.lower_ in _words(clause.doc.lang_, "blame") for role, t in edges)
    return marked and any(role == "auxiliary" and "Inf" in features(t, "VerbForm") for role, t in edges)


def _shared_object(verb: Token, found: Arguments, passive: bool) -> None:
    """ "X a fondé et dirige Y": the object stands once, behind the last of the verbs."""
    if passive or "object" in found or "reflexive" in found:
        return
    for role, other in adapter(verb)(verb):
        if role == "conjunct" and other.pos_ == "VERB" and _is_adjacent(verb, other):
            objects = [t for r, t in adapter(other)(other) if r == "object" and t.i > other.i]
            if objects and not any(r == "subject" for r, _ in adapter(other)(other)):
                found["object"] = [t for o in objects for t in coordinated(o)]
            return


def _is_adjacent(first: Token, second: Token) -> bool:
    """Whether only a conjunction and auxiliaries stand between two coordinated words."""
    between = [t for t in first.doc[first.i + 1 : second.i] if t.dep_ != "flat:name" or t.head != first]  # "co-founder"
    return 0 < len(between) <= 4 and all(t.pos_ in {"CCONJ", "AUX", "ADJ"} for t in between)


def _of_idiom(found: Arguments) -> None:
    """Complements of the object count as the verb's too: "prendre les rênes de X", "infliger une amende à X"."""
    noun = _common(found.get("object", []), "object")
    if noun is None or noun.pos_ != "NOUN":
        return
    for role, child in adapter(noun)(noun):
        if _is_preposition(role) and role not in found:
            found[f"object {role}"] = coordinated(child)
        elif role == "possessive":
            found["object possessive"] = [_antecedent(child, noun)]
    for role, tokens in (*_linked(noun).items(), *_deeper(noun).items()):
        if role not in found:
            found.setdefault(f"object {role}", []).extend(tokens)


def _linked(noun: Token) -> Arguments:
    """Objects of participles that are all but prepositions: "une enquête visant X"."""
    words = _words(noun.doc.lang_, "linking")
    return {
        t.lower_: _verb_arguments(t).get("object", []) for t in noun.children if t.lower_ in words and t.pos_ == "VERB"
    }


def _deeper(noun: Token, *, bare: bool = False) -> Arguments:
    """Complements that hang on a complement of the noun and may be the noun's own.

    In "80 avions de chasse à X" the parser has the choice; "tour de table de X" is one thing without an article;
    with `bare` only complements of such things count.
    """
    of = _words(noun.doc.lang_, "of")
    found: Arguments = {}
    for role, child in adapter(noun)(noun):
        if role in of and child.pos_ == "NOUN":
            before = child.doc[child.i - 1]
            one = child.i > 0 and before.head == child and not _is_contracted(before)
            for inner, token in adapter(child)(child):
                if _is_preposition(inner) and (one or (inner not in of and not bare)):
                    found.setdefault(inner, []).extend(coordinated(token))
    return found


def _is_contracted(preposition: Token) -> bool:
    """Whether the word has an article in it, or is one: "du", "la"."""
    return preposition.dep_ == "det" or preposition.lower_ in _words(preposition.doc.lang_, "articled")


def _of_nouns(found: Arguments) -> None:
    """Complements of a noun behind a preposition, for idioms: "entrer au capital de X", "came to the aid of X".

    Their role has both prepositions: "à de"; complements of the subject have "subject de" ("l'enquête de X vise Y").
    """
    own = {"referent", "demonym", "support", "state"}
    nouns = [role for role in found if _is_preposition(role) and role not in own and not role.startswith("object ")]
    for role in [*nouns, "subject"] if "subject" in found else nouns:
        noun = found[role][0]
        if noun.pos_ in {"NOUN", "PROPN"}:
            for inner, child in adapter(noun)(noun):
                if _is_preposition(inner) or inner == "possessive":
                    found.setdefault(f"{role} {inner}", []).extend(coordinated(_antecedent(child, noun)))


def _noun_arguments(noun: Token) -> Arguments:
    found: Arguments = {}
    for role, child in adapter(noun)(noun):
        if _is_preposition(role) or role in {"possessive", "compound"}:
            found.setdefault(role, []).extend(coordinated(_antecedent(child, noun)))
        elif role == "apposition":  # "les députés X et Y", but "le député X et le ministre Y"
            several = "Sing" not in features(noun, "Number")
            found.setdefault("referent", []).extend(coordinated(child) if several else [child])
        elif role == "conjunct" and child.pos_ == noun.pos_ == "NOUN" and _is_adjacent(noun, child):
            if not _named_beside(noun):  # "le fondateur et patron de X, Y"
                found.setdefault("referent", []).extend(_named_beside(child))
        elif role == "adjective":  # a name that the model takes for one: "Duval ally X"
            name = child.text[0].isupper() and child.i > noun.sent.start and child.lower_ not in origins(noun.doc.lang_)
            found.setdefault("compound" if name else "demonym", []).append(child)
        elif role == "relative" and child.lemma_ in _words(noun.doc.lang_, "copulas"):
            # "les réseaux concurrents que sont X et Y"
            found.setdefault("referent", []).extend(
                t for r, c in adapter(child)(child) if r == "subject" for t in coordinated(c)
            )
    for role, tokens in (*_shared_complements(noun, found).items(), *_shared_possessive(noun, found).items()):
        found[role] = tokens
    for role, tokens in (
        *_linked(noun).items(),
        *_deeper(noun, bare=True).items(),
    ):  # "la plateforme de streaming de X"
        found.setdefault(role, []).extend(tokens)
    role, head = governor(noun)
    place = case(head) if role == "subject" and head.pos_ == "PROPN" else ""
    if place and any(r == "copula" for r, _ in adapter(head)(head)):  # "le siège de X est à Y"
        found.setdefault(place, []).append(head)
    if "referent" not in found or role_in_head(noun) != "conjunct":  # "boss X and Y's chief, Z"
        for token in said_of(noun):
            found.setdefault("referent", []).append(token)
    verb = governor(noun)[1]
    if verb.pos_ == "VERB" and verb.lemma_ in _words(noun.doc.lang_, "support") and role_in_head(noun) == "object":
        found["support"] = [t for t in _verb_arguments(verb).get("subject", []) if t != noun]
    elif noun.pos_ == "NOUN" and verb.pos_ == "VERB" and role_in_head(noun) in _words(noun.doc.lang_, "states"):
        held = _verb_arguments(verb).get("object" if _is_passive(verb) else "subject", [])
        found["state"] = [t for t in held if t != noun]
    if len(found.get("referent", ())) > 1 and "Plur" in features(noun, "Number"):
        # "A et B, les patrons de X et de Y": nothing tells who heads which
        found = {role: t for role, t in found.items() if role not in _words(noun.doc.lang_, "of") or len(t) == 1}
    return {role: tokens for role, tokens in found.items() if tokens}


def _shared_complements(noun: Token, found: Arguments) -> Arguments:
    """ "le fondateur et patron de X": the complement stands once, beside either of the nouns."""
    if any(_is_preposition(role) for role, _ in adapter(noun)(noun)):
        return {}
    role, head = governor(noun)
    others = [(noun, c) for r, c in adapter(noun)(noun) if r == "conjunct"] + [(head, noun)] * (role == "conjunct")
    for first, second in others:
        other = second if first == noun else first
        if other.pos_ == "NOUN" and _is_adjacent(first, second):
            edges = [(r, t) for r, t in adapter(other)(other) if _is_preposition(r) and t.i > second.i]
            if edges:
                return {edges[0][0]: coordinated(edges[0][1])}
    return {}


def _shared_possessive(noun: Token, found: Arguments) -> Arguments:
    """ "sa fondatrice et directrice": whose it is stands once, before the first of the nouns."""
    role, head = governor(noun)
    if role != "conjunct" or head.pos_ != "NOUN" or "possessive" in found or not _is_adjacent(head, noun):
        return {}
    if any(child.dep_ == "det" for child in noun.children):
        return {}
    tokens = [c for r, c in adapter(head)(head) if r == "possessive"]
    return {"possessive": tokens} if tokens else {}


def _bracketed(name: Token) -> Arguments:
    """What a name in brackets is said of: "le sénateur (LR) X", "X (LR, Paris)"."""
    _, anchor = governor(name)
    named = [child for role, child in adapter(anchor)(anchor) if role == "apposition"]
    return {"referent": [anchor, *said_of(anchor), *named]}


def _title(name: Token) -> str:
    """The lemma of the title before the brackets that a name stands in; "" without one."""
    _, anchor = governor(name)
    around = [
        anchor,
        *said_of(anchor),
        *(t for role, t in adapter(anchor)(anchor) if role in {"apposition", "compound"}),
    ]
    return next((t.lemma_.lower() for t in around if t.pos_ == "NOUN"), "")


def _adjective_arguments(adjective: Token) -> Arguments:
    found: Arguments = {}
    for role, child in adapter(adjective)(adjective):
        if _is_preposition(role):
            found.setdefault(role, []).extend(coordinated(child))
    for token in said_of(adjective):
        found.setdefault("referent", []).append(token)
        for role, child in adapter(token)(token):  # "les réseaux concurrents que sont X et Y"
            if role == "apposition":
                found["referent"].extend(coordinated(child))
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
        if noun.pos_ == "NOUN" and not is_circumstance(noun):
            bearers.extend([t for t in said_of(noun) if t.pos_ == "PROPN"][:1])
    if not found and demonym.is_title and role_in_head(demonym) in SUBJECTS:  # "Le Français a démissionné"
        bearers = [demonym]
    return {"referent": bearers} if bearers else {}


def is_circumstance(noun: Token) -> bool:
    """Whether a noun says where or when: X is no German in "Dans la presse allemande, X …", "X, in a German court"."""
    role = role_in_head(noun)
    return role in _words(noun.doc.lang_, "states") and role not in _words(noun.doc.lang_, "among")


def said_of(token: Token) -> Iterator[Token]:
    """What a noun or adjective is said of: its copula's subject, what it is in apposition to, its title's bearer."""
    words, edges = _words(token.doc.lang_, "copulas"), list(adapter(token)(token))
    role, head = governor(token)
    if any(r == "copula" for r, _ in edges):  # Universal Dependencies: the copula hangs on the attribute
        for r, child in edges:
            if r in {"subject", "passive_subject"}:
                yield from coordinated(_antecedent(child, token))
    elif role == "adjective":
        yield head
    elif role == "apposition" and _bears_own_name(token, head):
        return
    elif role in {"apposition", "compound"}:  # "X et Y, cofondateurs de Z", but "X et Y, fondateur de Z"
        while "Plur" in features(token, "Number") and role_in_head(head) == "conjunct":  # "X and Y, both founders of Z"
            head = head.head
        bearers = [head, *(t for t in coordinated(head)[1:] if t.i < token.i or head.i > token.i)]
        one = bearers[-1:] if head.i < token.i else bearers[:1]  # "the senator X and the mayor Y"
        yield from one if "Sing" in features(token, "Number") else bearers
    elif role == "conjunct" and any(child.dep_ == "case" for child in token.children):
        return  # "fondée par X, ancien de Y, et par deux anciens de Z"
    elif role == "conjunct":
        bare = not any(child.dep_ == "det" for child in token.children)
        if bare or head.pos_ != "PROPN":  # "le groupe X et l'avionneur Y" are two
            yield from said_of(head)
        if bare and token.pos_ == head.pos_ == "NOUN" and not _named_beside(token):
            yield from _named_beside(head)  # "le fondateur et patron de X, Y"; not "councillor X and organiser Y"
    elif role in _words(token.doc.lang_, "of") and head.lower_ in _words(token.doc.lang_, "partitives"):
        yield from said_of(head)  # "X, one of the founders of Y"
    elif role == "subject" and token.pos_ == "NOUN":
        yield from _identified(head)
    elif role in _words(token.doc.lang_, "among"):  # "X figure parmi les clients de Y"
        found = _verb_arguments(head) if head.lemma_ in _words(token.doc.lang_, "counting") else {}
        if not {"subject", "object"} <= set(found):  # parsers take an inverted subject for the object
            yield from found.get("subject", found.get("object", []))
    elif role in _words(token.doc.lang_, "states") and token.pos_ == "NOUN" and _is_named(head):
        yield from coordinated(head)
    elif role in _words(token.doc.lang_, "of") and (verb_of := _office(head)) is not None:
        found = _verb_arguments(verb_of)
        objects = [t for t in found.get("object", []) if t != head]  # "occupe le poste de": who has it acts
        yield from objects or (t for t in found.get("subject", []) if t != head)
    elif _is_post(token, role) and head.lemma_ in _words(token.doc.lang_, "succeeding"):
        yield from _verb_arguments(head).get("subject", [])  # "succède à X à la tête de Y": heads Y now
    elif _is_set_off(token, role, head) and head.pos_ not in {"VERB", "AUX"}:
        yield from (t for t in said_of(head) if t != token)
    elif _is_set_off(token, role, head):
        found = _verb_arguments(head)
        yield from (t for t in found.get("object" if _is_passive(head) else "subject", []) if t != token)
    elif head.pos_ in {"NOUN", "PROPN"} and _is_post(token, role):
        yield from coordinated(head)
    elif head.pos_ in {"VERB", "AUX"}:
        verb = _verb_arguments(head)
        predicative = head.lemma_ in _words(token.doc.lang_, "predicative")
        attribute = role in {"attribute", "open_clause", "bare"} or (role == "object" and not predicative)
        becomes = role in {"attribute", "open_clause"} and head.lemma_ in _words(token.doc.lang_, "outcomes")
        copular = becomes or (attribute and (predicative or head.lemma_ in words))
        likened = role in _words(token.doc.lang_, "bare_as") and any(c.dep_ == "det" for c in token.children)
        if likened and not predicative:  # "vote contre, comme les élus de X"
            return
        if copular or role in _words(token.doc.lang_, "as"):
            # "named X as chief", "was sworn in as chief"
            bearer = "object" if "object" in verb and (predicative or "subject" not in verb) else "subject"
            bearers = [t for t in verb.get(bearer, []) if t != token]
            paired = predicative and len(bearers) > 1 and "Sing" in features(token, "Number")
            yield from [t for t in bearers if t.i < token.i][-1:] if paired else bearers  # "named X as A and Y as B"


def _named_beside(noun: Token) -> list[Token]:
    """The names in apposition to a noun."""
    return [child for role, child in adapter(noun)(noun) if role == "apposition" and child.pos_ == "PROPN"]


def _bears_own_name(noun: Token, head: Token) -> bool:
    """Whether a post behind a name has an article and a name of its own: "…, X, la ministre de la Santé, Y"."""
    if head.pos_ != "PROPN" or head.i >= noun.i or not any(t.dep_ == "det" for t in noun.lefts):
        return False
    return any(r == "apposition" and t.pos_ == "PROPN" and t.i > noun.i + 1 for r, t in adapter(noun)(noun))


def _office(noun: Token) -> Token | None:
    """The verb that has "au poste", "aux fonctions" as its complement."""
    role, verb = governor(noun)
    named = f"{role} {noun.lemma_.lower()}" in _words(noun.doc.lang_, "offices")
    return verb if named and verb.pos_ == "VERB" else None


def _is_set_off(token: Token, role: str, verb: Token) -> bool:
    """Whether a noun stands between commas before its verb: "Diplômée de X, elle …", "À la tête de Y, X …"."""
    first, after = token.left_edge.i, token.right_edge.i + 1
    doc, start = token.doc, token.sent.start
    beside = role in {"bare", "adverbial", "apposition"} or _is_post(token, role)
    if role in _words(token.doc.lang_, "states") and token.pos_ == "NOUN" and not is_person_noun(token):
        beside = True  # "Dans le viseur de X, Y …", "Y, dans le viseur de X, …"
    copular = any(r == "copula" for r, _ in adapter(verb)(verb))  # "Diplômée de X, Y est la patronne de Z"
    if not beside or not (verb.pos_ in {"VERB", "AUX"} or copular) or token.i > verb.i:
        return False
    opens = first == start or doc[first - 1].text in {",", ":", "«"}
    return opens and (doc[after - 1].text == "," or (after < len(doc) and doc[after].text == ","))


def _is_post(token: Token, role: str) -> bool:
    return f"{role} {token.lemma_.lower()}" in _words(token.doc.lang_, "posts")


def _is_named(noun: Token) -> bool:
    """Whether the noun is a name or has one beside it: "la start-up X"."""
    return noun.pos_ == "PROPN" or any(r == "apposition" and t.pos_ == "PROPN" for r, t in adapter(noun)(noun))


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
    return _named_before(token) or token


def _named_before(relative: Token) -> Token | None:
    """The name right before a relative pronoun, where the parser has lost its clause: "X, dont le siège est à Y"."""
    i = relative.i - 1
    if i > relative.sent.start and relative.doc[i].text == ",":
        i -= 1
    if i < relative.sent.start or relative.doc[i].pos_ != "PROPN" or relative.pos_ != "PRON":
        return None
    name = relative.doc[i]
    while name.dep_ == "flat:name" and name.head != name:
        name = name.head
    return name


def coordinated(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in the order of the text."""
    found = [token]
    for role, child in adapter(token)(token):
        if role == "conjunct" and len(found) < MAX_CONJUNCTS and child.pos_ not in {"VERB", "AUX"}:
            found.extend(coordinated(child))
        elif role == "apposition" and child.pos_ == "PROPN" and child.i > token.i:  # "le groupe X et l'avionneur Y"
            found.extend(coordinated(child)[1:])
    return found


def _is_preposition(role: str) -> bool:
    return role not in NEUTRAL


def _is_nonfinite(verb: Token) -> bool:
    """Whether the verb has no finite form, nor an auxiliary that has one ("ait racheté")."""
    if any("Fin" in features(child, "VerbForm") for role, child in adapter(verb)(verb) if role == "auxiliary"):
        return False
    return bool(set(features(verb, "VerbForm")) & {"Inf", "Part", "Ger"})


@cache
def _intransitive(lang: str) -> frozenset[str]:
    return frozenset(load(lang, "frames").get("voice", {}).get("intransitive", ()))


@cache
def _words(lang: str, name: str) -> frozenset[str]:
    return frozenset(load(lang, "frames").get(name, ()))


@cache
def _compounds(lang: str) -> dict[str, str]:
    return dict(load(lang, "frames").get("compounds", {}))


@cache
def _relative_adverbs(lang: str) -> dict[str, str]:
    return dict(load(lang, "frames").get("relative_adverbs", {}))
