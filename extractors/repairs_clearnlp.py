"""Repairs of a parse where its labels cannot be right, in terms of the labels of spaCy's English models.

Each repair is a property that holds of every correct tree and that a small model often breaks around names, commas and
in headlines. A word that becomes a verb loses its lemma: the lemmatiser has to look at it again.
"""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from .mending import attach, has, words
from .places import calendar

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
NAMES_OF = frozenset(("appos", "compound", "nmod"))
UNATTACHED = frozenset(("npadvmod", "dep", "advmod", "meta", "intj", "parataxis"))
"""What the parser calls a name in front whose verb it sees and whose part it does not."""


def repair(doc: Doc, names: Mapping[int, str]) -> None:
    """Mend the tree of `doc` in place; `names` are the tokens that stand for names, with their types."""
    for token in doc:
        if token.i in names or (token.pos_ == "PROPN" and token.lower_ not in calendar(doc.lang_)):
            _name_before_apposition(token)
            _name_before_verb(token)
        if token.i in names:
            _noun_and_name(token, names)
            _title_and_name(token)
            _conjunct_of_apposition(token, names)
            _name_and_amount(token)
            _name_after_verb(token)
        _clause_beside(token)
        _agent(token, names)
    for sentence in doc.sents:
        _verb_of_headline(sentence.root, names)


def _noun_and_name(name: Token, names: Mapping[int, str]) -> None:
    """A noun and the name right after it are not two subjects of one verb: "the chatbot Zuri was developed"."""
    noun = name.nbor(-1) if name.i > name.sent.start else name
    if noun.pos_ != "NOUN" or noun.i in names:
        return
    if (noun.head, noun.dep_) == (name.head, name.dep_):
        attach(name, noun, "appos")
    elif noun.head == noun and name.dep_ in SUBJECTS and name.head.head == noun:  # "the chatbot", then a clause
        verb = name.head
        if verb.dep_ == "ccomp" or (verb.dep_ == "relcl" and (verb.pos_ == "AUX" or has(verb, "auxpass", "dobj"))):
            verb.head, verb.dep_ = verb, "ROOT"
            noun.head, noun.dep_ = verb, name.dep_
            name.head, name.dep_ = noun, "appos"


def _title_and_name(name: Token) -> None:
    """A noun in the singular without an article is a title, and no verb after its name makes a relative clause.

    "Trump ally X invested" is no ally that X invested; "the ally X invested" may be one.
    """
    title = name.nbor(-1) if name.i > name.sent.start else name
    verb = name.head
    if name.dep_ not in SUBJECTS or verb.dep_ != "relcl" or verb.head != title or title.pos_ != "NOUN":
        return
    if "Sing" in title.morph.get("Number", []) and not has(title, "det", "poss", "nummod"):
        if title.head == title:
            verb.head, verb.dep_ = verb, "ROOT"
        else:
            verb.head, verb.dep_ = title.head, title.dep_
        title.head, title.dep_ = name, "compound"


def _name_before_apposition(name: Token) -> None:
    """The name in front is the subject, and the noun between commas is said of it: "Palantir, the firm, won"."""
    verb = name.head
    if name.dep_ not in UNATTACHED or verb.pos_ not in {"VERB", "AUX"} or verb.dep_ == "amod" or has(name, "case"):
        return
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and name.i < c.i < verb.i), None)
    if subject is None and name.i < verb.i and not has(verb, *SUBJECTS):
        name.dep_ = "nsubjpass" if has(verb, "auxpass") else "nsubj"
    if subject is None:
        return
    after = name.right_edge.i + 1
    if subject.left_edge.i == after + 1 and name.doc[after].text == "," and not has(subject, "cc"):
        name.dep_ = subject.dep_
        attach(subject, name, "appos")


def _conjunct_of_apposition(token: Token, names: Mapping[int, str]) -> None:
    """What "and" joins to a noun that is said of one name is joined to the name, if it is a name.

    "X, head of Y, and Z" are X and Z; "founder X and his company Y" the founder and the company, since only nouns in
    the plural are said of two.
    """
    if token.dep_ != "appos":
        for noun in [c for c in token.children if c.dep_ == "appos" and c.i not in names and c.pos_ == "NOUN"]:
            for joined in [c for c in noun.children if c.dep_ == "conj"]:
                if joined.i in names or _refers_back(joined):
                    _join(joined, noun, token)
        return
    noun = token.head
    if noun.pos_ == "NOUN" and noun.i == token.i - 1 and "Plur" not in noun.morph.get("Number", []):
        for joined in [c for c in token.children if c.dep_ == "conj"]:
            _join(joined, token, noun)


def _refers_back(noun: Token) -> bool:
    possessives = words(noun, "possessives")
    return any(c.dep_ == "poss" and c.lower_ in possessives for c in noun.children)


def _join(conjunct: Token, old: Token, new: Token) -> None:
    """Make what is joined to one word, and its conjunction, joined to another."""
    for child in [c for c in old.children if c.dep_ == "cc" and c.i < conjunct.i]:
        attach(child, new, "cc")
    attach(conjunct, new, "conj")


def _name_after_verb(name: Token) -> None:
    """A name between a verb and what somebody is made is its object: "appoints X chief executive"."""
    post, verb = name.head, name.head.head
    if (
        name.dep_ in {"compound", "nmod"}
        and post.dep_ == "dobj"
        and verb.lemma_ in words(name, "predicative")
        and verb.i == name.left_edge.i - 1
        and not has(post, "det", "poss")
    ):
        attach(name, verb, "dobj")
        post.dep_ = "oprd"


def _name_before_verb(name: Token) -> None:
    """A verb with no subject has no kinds: the name before it is its subject."""
    verb = name.head
    kind = name.dep_ in {"compound", "nmod"} and name.i < verb.i
    if kind and verb.pos_ == "VERB" and verb.dep_ == "ROOT" and not has(verb, *SUBJECTS):
        name.dep_ = "nsubj"


def _name_and_amount(name: Token) -> None:
    """A name between a verb and an amount is an object of the verb, no kind of euro: "fines Meta 800 euros"."""
    amount = name.head
    verb = amount.head
    if (
        name.dep_ in {"nmod", "compound", "poss"}
        and amount.i > name.i
        and any(c.dep_ == "nummod" and c.i > name.i for c in amount.children)
        and amount.dep_ in {"dobj", "npadvmod", "oprd"}
        and verb.pos_ == "VERB"
        and verb.i == name.left_edge.i - 1
        and not has(name, "case")
    ):
        attach(name, verb, "dative")


def _clause_beside(verb: Token) -> None:
    """A verb that the parser cannot place, and that has no subject, is joined to the verb before it."""
    after_verb = verb.pos_ == verb.head.pos_ == "VERB" and verb.head.i < verb.i
    if verb.dep_ == "dep" and after_verb and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb.dep_ = "conj"


def _agent(preposition: Token, names: Mapping[int, str]) -> None:
    """Who acts in a passive, when the parser hangs it on a noun or an infinitive in between.

    "was appointed head of X by Y", "was barred from supplying X by Y": what has an object or is a post has no agent.
    """
    if preposition.lower_ not in words(preposition, "agents") or preposition.dep_ != "prep":
        return
    actors = [c for c in preposition.children if c.dep_ == "pobj" and (c.i in names or has(c, "det", "poss", "amod"))]
    between = verb = preposition.head
    while verb.head != verb and not has(verb, "auxpass"):
        if verb.pos_ == "VERB" and not has(verb, "dobj"):
            return
        if verb.pos_ not in {"VERB", "AUX", "ADP"} and verb.dep_ not in {"oprd", "attr", "pobj", "dobj"}:
            return
        verb = verb.head
    event = (
        between.pos_ == "NOUN"
        and between.dep_ not in {"oprd", "attr", "dobj"}
        and between.head.lower_ not in words(between, "as")
    )
    if actors and verb != between and not event and has(verb, "auxpass") and not has(verb, "agent"):
        attach(preposition, verb, "agent")


def _verb_of_headline(root: Token, names: Mapping[int, str]) -> None:
    """A sentence without a verb in which a word that can be one follows a name: "Siemens names X CEO".

    The parser takes "names" for a plural and "Musk alarmed advertisers" for a kind of advertisers.
    """
    if root.pos_ not in {"NOUN", "PROPN", "ADJ"} or any(t.pos_ in {"VERB", "AUX"} and _finite(t) for t in root.sent):
        return
    for verb in root.sent:
        before = verb.nbor(-1) if verb.i > root.sent.start else verb
        if (before.i not in names and before.pos_ != "PROPN") or verb.i in names or verb.i + 1 >= root.sent.end:
            continue
        plural = (
            verb.tag_ == "NNS" and before.head == verb and (verb.i + 1 in names or verb.nbor(1).pos_ in {"DET", "NUM"})
        )
        past = verb.tag_ in {"VBN", "VBD", "JJ"} and verb.dep_ == "amod" and before.head == verb.head
        if plural:
            _finite_verb(verb, root)
            before.dep_ = "nsubj"
            _objects(verb, names)
            return
        if past and verb.lower_.endswith(tuple(words(verb, "past_endings"))) and verb.head.i > verb.i:
            object_ = verb.head
            governor, label = object_.head, object_.dep_
            if object_ == root or object_.i <= before.i:
                governor, label = verb, "nsubj"
            _finite_verb(verb, root)
            if governor == verb:
                attach(before, verb, "nsubj")
            else:
                attach(before, governor, label)
            attach(object_, verb, "dobj")
            return


def _finite_verb(verb: Token, root: Token) -> None:
    """Make a word the verb of its sentence, with what the parser took for its root as the subject."""
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ" if verb.tag_ == "NNS" else "VBD", ""
    tense = "Pres" if verb.tag_ == "VBZ" else "Past"
    person = "Number=Sing|Person=3|" if tense == "Pres" else ""
    verb.set_morph(f"{person}Tense={tense}|VerbForm=Fin")  # type: ignore[attr-defined]  # the stub lacks it
    verb.dep_ = "ROOT"
    verb.head = verb
    if root != verb:
        root.head, root.dep_ = verb, "nsubj"


def _objects(verb: Token, names: Mapping[int, str]) -> None:
    """What follows the verb of a headline: its object, and what the object is named."""
    first = verb.nbor(1)
    if first.i not in names:
        return
    title = first.head if first.head.i == first.i + 1 and first.dep_ in NAMES_OF else None
    attach(first, verb, "dobj")
    if title is not None:
        attach(title, verb, "oprd")


def _finite(verb: Token) -> bool:
    return "Fin" in verb.morph.get("VerbForm", [])
