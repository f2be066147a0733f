"""Repairs of what stands in front of its clause: participles, posts, adjuncts, and the subject behind their comma."""

from collections.abc import Mapping

from spacy.tokens import Span, Token

from .hidden_verbs import conjugate, infinitive_of
from .mending import attach, case, enthrone, finite, has, past_participle, start, words
from .naming import is_person_noun
from .relations import rows

REACH = 12
"""The most tokens between a preposition that opens a sentence and the comma behind its phrase."""


def repair_front(sentence: Span, names: Mapping[int, str]) -> None:
    """Hang what opens the sentence on its verb."""
    _fronted_participle(sentence[0])
    _fronted_clause(sentence.root)
    _fronted_post(sentence.root)
    _behind_adjunct(sentence, names)
    _described(sentence, names)


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
        if main and (verb.head == root or _set_off(verb)) and has(verb, "nsubj") and not has(verb, "mark"):
            if any(t.text == "," for t in doc[root.i : verb.i]):
                verb.head, verb.dep_ = verb, "ROOT"
                root.head, root.dep_ = verb, "advcl"
                for child in root.children:
                    if child.dep_.startswith("nsubj") and child.i > root.i and not has(root, "obj"):
                        child.dep_ = "obj"
            return


def _set_off(verb: Token) -> bool:
    """Whether a clause has a subject of its own behind a comma: "Limogé par Renault, qui hésite, Pierre recrute"."""
    if verb.dep_ not in {"conj", "acl", "acl:relcl"} or any(
        t.lower_ in words(verb, "relatives") for t in verb.children
    ):
        return False
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj") and c.i < verb.i and c.pos_ in {"NOUN", "PROPN"}]
    return any(c.doc[start(c) - 1].text == "," for c in subjects)


def _comma_follows(first: Token) -> bool:
    """Whether the phrase of the first word ends in a comma."""
    end = first.right_edge.i + 1
    return any(t.text == "," for t in first.doc[first.i : min(end + 1, first.sent.end)])


def _fronted_post(root: Token) -> None:
    """ "Ancien conseiller de Pierre, Paul recrute": a post without an article before a clause is no root."""
    doc = root.doc
    if has(root, "det", "case", "cop", "nsubj") or root.pos_ not in {"NOUN", "ADJ"}:
        return
    adjective = _adjective(root)
    post = any(row.table == "role" for row in rows(doc.lang_).get(("noun", root.lemma_.lower()), ()))
    if not (adjective or (root.pos_ == "NOUN" and (post or is_person_noun(root)))):
        return
    if root.left_edge.i != root.sent.start:
        return
    for verb in root.rights:
        subject = next((c for c in verb.children if c.dep_.startswith("nsubj") and c.i < verb.i), None)
        if _is_main(verb) and subject is not None and not has(verb, "mark", "cc"):
            if (
                subject.i > root.i
                and doc[start(subject) - 1].text == ","
                and subject.lower_ not in words(root, "relatives")
            ):
                enthrone(verb)
                root.dep_ = "obl:mod"
                if adjective:
                    root.pos_, root.lemma_ = "ADJ", adjective
            return


def _adjective(token: Token) -> str:
    """The adjective of the lexicon that the word is, in the feminine too: "Issue de Renault", "Proche de Pierre"."""
    lemmas = (token.lemma_.lower(), token.lower_, token.lower_.removesuffix("e"))
    return next((lemma for lemma in lemmas if ("adjective", lemma) in rows(token.doc.lang_)), "")


def _behind_adjunct(sentence: Span, names: Mapping[int, str]) -> None:
    """ "À Lyon, Pierre, patron de Renault, recrute": what follows the comma is the subject that the verb lacks.

    The parser puts it in apposition to the adjunct, or the adjunct above all.
    """
    doc, first, root = sentence.doc, sentence[0], sentence.root
    noun = first.head
    if first.dep_ != "case" or noun.pos_ not in {"NOUN", "PROPN"} or noun.i <= first.i:
        return
    comma = next((t.i for t in doc[noun.i : min(first.i + REACH, sentence.end)] if t.text == ","), None)
    if comma is None or any(t.pos_ == "VERB" for t in doc[first.i : comma]):
        return
    at = comma + 2 if doc[comma + 1].pos_ == "DET" else comma + 1
    if at >= sentence.end or at not in names or case(doc[at]):
        return
    name = doc[at]
    verb = next((t for t in doc[at + 1 : sentence.end] if _is_main(t)), None)
    if verb is None or not (verb == root or noun == root) or has(verb, "mark"):
        return
    if name.head == verb and name.dep_.startswith("nsubj"):
        if noun == root and name.i < verb.i:
            enthrone(verb)
            noun.dep_ = "obl:mod"
        return
    several = "Plur" in {n for t in (verb, *verb.children) if t == verb or t.dep_.startswith("aux") for n in _number(t)}
    if several and not has(name, "conj"):  # "Avec Renault, Orange et Airbus ont signé"
        return
    before = [c for c in verb.children if c.dep_.startswith("nsubj") and c.i < verb.i]
    behind = [c for c in verb.children if c.dep_.startswith("nsubj") and c.i == verb.i + 1 and c.i in names]
    if before or has(verb, "expl:subj"):
        return
    for child in behind:
        child.dep_ = "obj"
    if noun == root:
        enthrone(verb)
        noun.dep_ = "obl:mod"
    attach(name, verb, "nsubj:pass" if has(verb, "aux:pass") else "nsubj")


def _described(sentence: Span, names: Mapping[int, str]) -> None:
    """ "À Lyon, Pierre, patron de Renault, recrute": the post is that of the name before it, and not of the place."""
    for noun in sentence:
        if noun.pos_ != "NOUN" or noun.dep_ not in {"appos", "acl", "conj", "nmod"} or has(noun, "case", "cc"):
            continue
        name = noun.doc[max(start(noun) - 2, sentence.start)]
        subject = names.get(name.i) == "Person" and name.dep_.startswith("nsubj") and name.nbor(1).text == ","
        elsewhere = noun.head != name and noun.head.i < name.i and names.get(noun.head.i) != "Person"
        if subject and elsewhere and is_person_noun(noun):
            attach(noun, name, "appos")


def _is_main(token: Token) -> bool:
    """Whether the word can be the head of a sentence: a finite verb, or what a finite copula is before."""
    copula = any(c.dep_ == "cop" and "Fin" in c.morph.get("VerbForm", []) for c in token.children)
    return (copula or (token.pos_ == "VERB" and finite(token))) and not _is_relative(token)


def _number(token: Token) -> list[str]:
    return token.morph.get("Number", [])


def _is_relative(verb: Token) -> bool:
    return any(t.dep_ == "acl:relcl" for t in (verb, *verb.ancestors))
