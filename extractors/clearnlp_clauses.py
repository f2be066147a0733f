"""Repairs of clauses in trees with ClearNLP labels: relative clauses, who acts in a passive, verbs without a place."""

from collections.abc import Mapping

from spacy.tokens import Token

from .clearnlp_names import SUBJECTS
from .mending import attach, has, words


def repair_clause(token: Token, names: Mapping[int, str]) -> None:
    """Mend the edges of a verb, and those of a relative pronoun and of the preposition before who acts."""
    if token.dep_ in SUBJECTS and token.head.dep_ in {"aux", "auxpass"}:
        _of_auxiliary(token)
    if token.pos_ == "VERB":
        _infinitive(token)
        _oblique_relative(token, names)
        _clause_beside(token)
        _reduced_relative(token)
        _headline_passive(token)
        _measured(token)
    elif token.dep_ == "poss" and token.lower_ in words(token, "relatives"):
        _whose(token)
    elif token.dep_ == "prep" and token.lower_ in words(token, "agents"):
        _agent(token, names)


def _of_auxiliary(subject: Token) -> None:
    """Auxiliaries have no subject: "X, which is 35% owned by Y"."""
    auxiliary = subject.head
    verb = auxiliary.head
    if verb != auxiliary and not has(verb, *SUBJECTS):
        attach(subject, verb, "nsubjpass" if auxiliary.dep_ == "auxpass" else "nsubj")


def _infinitive(verb: Token) -> None:
    """An infinitive on a noun without a relative pronoun says what the noun is about: "talks to invest in X"."""
    marked = any(c.dep_ == "aux" and c.lower_ in words(verb, "infinitive") for c in verb.children)
    relative = any(t.lower_ in words(verb, "relatives") for t in verb.lefts for t in (t, *t.children))
    if verb.dep_ == "relcl" and marked and not relative and not has(verb, *SUBJECTS):
        verb.dep_ = "acl"


def _oblique_relative(verb: Token, names: Mapping[int, str]) -> None:
    """ "left X, in which Y bought a stake": a preposition and a relative pronoun behind a name open a clause on it."""
    first = verb.left_edge
    if verb.dep_ not in {"advcl", "conj", "ccomp", "parataxis"} or first.dep_ != "prep" or first.head != verb:
        return
    pronoun = first.nbor() if first.i + 1 < verb.sent.end else first
    name = verb.doc[first.i - 2] if first.i - 2 >= verb.sent.start else first
    relative = pronoun.head == first and pronoun.lower_ in words(verb, "relatives")
    if relative and name.i in names and verb.doc[first.i - 1].text == ",":
        attach(verb, name, "relcl")


def _clause_beside(verb: Token) -> None:
    """A verb that the parser cannot place, and that has no subject, is joined to the verb before it."""
    if verb.dep_ == "dep" and verb.head.pos_ == "VERB" and verb.head.i < verb.i and not has(verb, *SUBJECTS):
        verb.dep_ = "conj"


def _reduced_relative(verb: Token) -> None:
    """A participle with who acts behind "by" and no auxiliary has no subject: "X, started by Y, raised"; X raised."""
    if not has(verb, "agent") or has(verb, "aux", "auxpass"):
        return
    main = verb.head
    if main.pos_ not in {"VERB", "AUX"} or main.i < verb.i or has(main, *SUBJECTS):
        return
    for subject in [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i][:1]:
        attach(subject, main, "nsubjpass" if has(main, "auxpass") else "nsubj")
        attach(verb, subject, "acl")


def _headline_passive(verb: Token) -> None:
    """What has somebody act behind "by" is a passive, with its auxiliary or without: "X fined by Y"."""
    if verb.dep_ == "ROOT" and has(verb, "agent") and not has(verb, "aux", "auxpass", "dobj"):
        for subject in [c for c in verb.children if c.dep_ == "nsubj"]:
            subject.dep_ = "nsubjpass"


def _measured(participle: Token) -> None:
    """A participle behind a bare noun is what is said: "X, which is majority owned by Y"; the noun says how far."""
    noun = participle.head
    verb = noun.head
    bare = noun.pos_ == "NOUN" and noun.dep_ == "attr" and not has(noun, "det", "amod", "poss", "compound", "nummod")
    if participle.dep_ != "acl" or noun.i != participle.i - 1 or not bare or verb.pos_ != "AUX":
        return
    if not has(participle, "agent"):
        return
    if verb.head == verb:
        participle.head, participle.dep_ = participle, "ROOT"
    else:
        participle.head, participle.dep_ = verb.head, verb.dep_
    for child in [c for c in verb.children if c not in (noun, participle)]:
        attach(child, participle, "nsubjpass" if child.dep_ in SUBJECTS else child.dep_)
    attach(noun, participle, "npadvmod")
    attach(verb, participle, "auxpass")


def _whose(pronoun: Token) -> None:
    """ "X, whose boss Y is an ally, has …": the boss is the subject of the clause, and X that of the sentence."""
    noun = pronoun.head
    name = noun.head
    verb = name.head
    if noun.dep_ != "appos" or name.dep_ not in SUBJECTS or verb.pos_ not in {"VERB", "AUX"} or verb.i < noun.i:
        return
    main = verb.head
    if main == verb or main.i < verb.i or has(main, *SUBJECTS):
        return
    label = name.dep_
    if attach(name, main, "nsubjpass" if has(main, "auxpass") else "nsubj") and attach(noun, verb, label):
        attach(verb, name, "relcl")


def _agent(preposition: Token, names: Mapping[int, str]) -> None:
    """Who acts in a passive, when the parser hangs it on a noun or an infinitive in between.

    "was appointed head of X by Y", "was barred from supplying X by Y": what has an object or is a post has no agent.
    """
    actors = [c for c in preposition.children if c.dep_ == "pobj" and (c.i in names or has(c, "det", "poss", "amod"))]
    between = verb = preposition.head
    while verb.head != verb and not has(verb, "auxpass"):
        if verb.pos_ == "VERB" and not has(verb, "dobj"):
            return
        if verb.pos_ not in {"VERB", "AUX", "ADP"} and verb.dep_ not in {"oprd", "attr", "pobj", "dobj"}:
            return
        verb = verb.head
    post = between.dep_ in {"oprd", "attr", "dobj"} or between.head.lower_ in words(between, "as")
    event = between.pos_ == "NOUN" and not post
    if actors and verb != between and not event and has(verb, "auxpass") and not has(verb, "agent"):
        attach(preposition, verb, "agent")
