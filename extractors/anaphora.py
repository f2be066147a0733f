"""Anaphora: what descriptions and pronouns stand for.

Every word that points is resolved in one way: the things that the text has brought up nearby are candidates, with a
name or without one; those that do not agree with it in type, gender or number, or that its clause rules out (Chomsky
1981), are none; the rest are ranked by salience and by what the article says of them. Where the first does not lead
clearly, or has no name, nothing is resolved: a wrong person costs more than a missing statement. What was resolved
keeps the step (`Reference.via`) and the lead (`Reference.margin`):

| via | what |
|---|---|
| `pronoun:subject`, `pronoun:object`, `possessive` | a pronoun or possessive, by agreement and salience |
| `pronoun:latter` | "ce dernier", "the latter": the last thing that agrees |
| `pronoun:ahead`, `possessive:ahead` | in front of the clause whose subject it stands for |
| `description:said` | a noun that the article says of one thing, with the same complement or alone |
| `description:type` | a noun that fits the type, by agreement and salience |
| `description:topic` | … and stands for what the article is about |
| `description:post` | a post of somebody whom the article does not name with it, and the only person spoken of |
| `description:party` | "le républicain": the only person spoken of |
| `description:nation` | "Le Français": the only person spoken of; "le toulousain": the only business from there |
| `description:owned` | "sa société", "its parent": what the article ties to the owner in that way, and nothing else |
| `description:two`, `pronoun:two` | "both companies", "ils": the two that were named together, each of them |
| `description:next` | a post whose bearer the next sentence names |
| `speaker` | "I" and "we" in a quotation whose speaker the text gives |
"""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from ..graph.model import MentionKind
from ..graph.ontology import ontology
from .annotations import Cluster
from .belongings import belonging, is_belonging, owners, parent
from .descriptions import description, only_from, only_person
from .discourse import Discourse
from .facts import Deed
from .likeness import alike_types
from .pairs import of_two, pair
from .places import origins
from .pointers import definite, introduces, pointer, word
from .pronouns import pronoun
from .salience import SUBJECTS, Found
from .speakers import Quotation
from .trees import adapter, features, role_in_head

_SPEAKING = frozenset(("Company", "Media", "Organization", "Product", "Party"))
"""The types of what a speaker's "we" can be; a minister's is anybody's guess."""

_ANY = frozenset(ontology().types)

_GROUP = 0.5
"""The lead that "we" is given: it may be wider or narrower than the organisation."""


def resolve(doc: Doc, clusters: list[Cluster], deeds: Iterable[Deed] = ()) -> None:
    """Add to the clusters the descriptions and pronouns that stand for them, walking through the text once.

    `deeds` are what the article states of its names: who founds a company is "la fondatrice" later on.
    """
    text = Discourse(doc, clusters, deeds)
    named = {i for c in clusters for m in c.mentions if m.kind is MentionKind.NAME for i in range(m.start, m.end)}
    for token in doc:
        if token.pos_ and token.i not in text.at:
            _visit(text, token)
        elif token.pos_ and token.i not in named:
            _visit_national(text, token)
    for quotation in text.quotations:
        _hear(text, quotation)


def _visit(text: Discourse, token: Token) -> None:
    """Resolve one token if it is a description or pronoun that can be."""
    text.reach(token)
    for cluster in pair(text, token):
        step = "description:two" if of_two(token) else "pronoun:two"
        kind = MentionKind.DESCRIPTION if of_two(token) else MentionKind.PRONOUN
        text.record_with_another(cluster, token, kind, step)
    point = pointer(token)
    if point is not None:
        found, via = pronoun(text, point)
        if found is not None:
            text.record(found, (token.i, _end(token)), MentionKind.PRONOUN, via, token)
            if found.cluster.type == "Person":
                text.facts.learn_gender(found.cluster, point.gender)
            named = text.facts.bearer.get(token.head.i) if point.via == "possessive" else None
            if named is not None:  # "son avocate, X": now it is known whose
                text.facts.learn(named, token.head)
    elif (
        word(token) in text.words.described
        and definite(token)
        and not introduces(token, text.at, alike_types(text, token))
    ):
        found, via = description(text, token)
        if found is not None:
            text.record(found, _extent(token), MentionKind.DESCRIPTION, via, token)
            text.facts.learn(found.cluster, token)
    elif is_belonging(text, token) and not introduces(token, text.at, _ANY):
        whose = owners(text, token)
        found = belonging(text, token, whose) if whose or not definite(token) else parent(text, token)
        if found is not None:
            text.record(found, _extent(token), MentionKind.DESCRIPTION, "description:owned", token)


def _visit_national(text: Discourse, token: Token) -> None:
    """Let a nationality stand for the only person ("Le Français a …") or business ("le toulousain a …") spoken of.

    For a person where the sentence before has that person as its subject, or names nobody else; for a business where
    the article has said that it is from there, and of no other.
    """
    start = token.i - 1
    if token.lower_ not in origins(token.doc.lang_) or role_in_head(token) not in SUBJECTS:
        return
    if start < 0 or text.doc[start].lower_ not in text.words.determiners or "Plur" in features(token, "Number"):
        return
    if any(role == "apposition" and c.i in text.at for role, c in adapter(token)(token)):
        return
    found = only_person(text, token) if token.is_title else only_from(text, token)
    if found is not None:
        text.record(found, (start, token.i + 1), MentionKind.DESCRIPTION, "description:nation", token)
    elif token.is_lower:  # a business that the text does not tell, or a language: the state does nothing here
        text.forget(token)


def _hear(text: Discourse, quotation: Quotation) -> None:
    """Let the first person of a quotation stand for its speaker, its plural for the speaker's organisation."""
    speaker = text.stands_for(quotation.speaker) if quotation.speaker is not None else None
    if speaker is None:
        return
    group = speaker if speaker.type in _SPEAKING else _employer(text, speaker)
    for token in text.doc[quotation.start : quotation.end]:
        form = text.words.first_person.get(token.lower_, "") if token.pos_ and token.i not in text.at else ""
        one = speaker if form == "Sing" and speaker.type == "Person" else None
        cluster = group if form == "Plur" else one
        if cluster is not None:
            found = Found(cluster, 1.0 if form == "Sing" else _GROUP)
            text.record(found, (token.i, token.i + 1), MentionKind.PRONOUN, "speaker", token)


def _employer(text: Discourse, person: Cluster) -> Cluster | None:
    """The only business or organisation with which the article says that a person has a post."""
    held = [said for said in text.facts.said[id(person)] if not said.over]
    clusters = [text.by_id[i] for said in held for i in said.complements if isinstance(i, int) and i in text.by_id]
    groups = {id(c): c for c in clusters if c.type in _SPEAKING - {"Party"}}
    return next(iter(groups.values())) if len(groups) == 1 else None


def _end(token: Token) -> int:
    """Past the parts of a hyphenated word."""
    doc, end = token.doc, token.i + 1
    while end < len(doc) and doc[end].head == token and doc[end].dep_ == "flat:name":
        end += 1
    return end


def _extent(noun: Token) -> tuple[int, int]:
    """The noun with the adjectives right after it."""
    doc, end = noun.doc, _end(noun)
    while end < len(doc) and doc[end].head == noun and doc[end].pos_ == "ADJ":
        end += 1
    return noun.i, end
