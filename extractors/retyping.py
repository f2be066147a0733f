"""The types of names corrected, in one step, by what the article says of them and by what its predicates ask of them.

What is said goes first: "Kivu Pay, troisième opérateur kenyan" is no person. Descriptions and pronouns are resolved
afterwards, among names of the right types.
"""

from collections.abc import Mapping
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from ..graph.names import normalise
from .annotations import Cluster, Reference
from .cues import FIRST_NAME, WELL_KNOWN
from .frames import frames, said_of
from .lexicon import load
from .mending import start as phrase_start
from .preferences import LABELLED, SURE, retype
from .relations import open_nouns, person_nouns
from .shapes import rules
from .statements import demands
from .trees import adapter, settle
from .votes import like_a_person

_ADMITTED: tuple[frozenset[str], ...] = (frozenset(), frozenset(("PROPN", "NOUN")), frozenset(("PROPN",)))
"""The parts of speech with which a name of each doubt is one."""


@Language.component("liaisons_types", requires=["doc._.clusters", "doc._.frames"], assigns=["doc._.clusters"])
def types(doc: Doc) -> Doc:
    """Drop from `doc._.clusters` what the parse has for no name, and correct the types of the rest."""
    settle(doc)
    if doc._.frames is None:
        frames(doc)
    doc._.clusters = [c for c in doc._.clusters if _drop_doubtful(doc, c)]
    _believe(doc, doc._.clusters)
    retype(demands(doc), rules(doc.lang_).places)
    return doc


def _drop_doubtful(doc: Doc, cluster: Cluster) -> list[Reference]:
    """Keep of a cluster's mentions those that are names for certain or by the parse; the rest of the list, if any."""
    cluster.mentions = [m for m in cluster.mentions if doc[m.start].pos_ in _ADMITTED[m.doubt] or not m.doubt]
    lone = len(cluster.mentions) == 1 and cluster.mentions[0].end - cluster.mentions[0].start == 1
    # one letter, once, without a word that shows it to be a name
    if lone and len(doc[cluster.mentions[0].start].text) == 1 and cluster.certainty < SURE:
        cluster.mentions = []
    return cluster.mentions


def _believe(doc: Doc, clusters: list[Cluster]) -> None:
    """Let what the article says of a name correct its type: "Kivu Pay, troisième opérateur kenyan" is no person.

    Only where a comma sets the noun beside the name, and nothing else is said of it: parses err.
    """
    described = _described(doc.lang_)
    at = {i: (c, m) for c in clusters for m in c.mentions for i in range(m.start, m.end)}
    said: dict[int, set[str]] = {}
    for noun in doc:
        if noun.pos_ != "NOUN" or noun.lower_ not in described:
            continue
        beside = [c for role, c in adapter(noun)(noun) if role == "apposition"]
        for token in (*said_of(noun), *beside):
            if token.i in at and (described[noun.lower_] != "Work" or _closes(doc, at[token.i][1])):
                cluster, mention = at[token.i]
                open_ = described[noun.lower_] == "Person" and noun.lower_ not in person_nouns(doc.lang_)
                if open_ and cluster.type == "Company" and cluster.certainty >= SURE:
                    continue  # firms are investors and customers too
                first, second = sorted(((phrase_start(noun), noun.i + 1), (mention.start, mention.end)))
                commas = any(t.text == "," for t in doc[first[1] : second[0]])
                said.setdefault(id(cluster), set()).add(described[noun.lower_] if commas else "")
    alive = _alive(doc, {i: cluster for i, (cluster, _) in at.items()})
    for cluster in clusters:
        types = said.get(id(cluster), set()) - {""}
        if id(cluster) in alive and not types:
            types = {"Person"}
        row, key = rules(doc.lang_), normalise(cluster.name)
        sure = cluster.type == "Person" and like_a_person(cluster.name, row) >= FIRST_NAME
        if cluster.type == "Place":  # a town of which few have heard
            sure = key in row.countries or row.places.get(key, 0) >= WELL_KNOWN
            fits = types <= {"Company", "Product", "Media", "Organization"}
        else:
            fits = (types == {"Person"}) != (cluster.type == "Person")
            doubtful = cluster.type == "Company" and cluster.certainty < SURE
            fits = fits or (types in ({"Product"}, {"Work"}) and doubtful)
        if fits and not sure and key not in row.known and len(types) == 1:
            cluster.type = next(iter(types))


def _alive(doc: Doc, at: Mapping[int, Cluster]) -> set[int]:
    """The doubtful names of one word that do, or to which is done, what only people do: "X was born in 1970".

    What people do with each other tells it of a name for which nothing but its being one word speaks for a company.
    """
    row, found = rules(doc.lang_), set()
    unsaid = {i for i, c in at.items() if not c.certainty}
    for verb in doc:
        lemma = verb.lemma_.lower()
        if verb.pos_ != "VERB" or lemma not in row.personal_acts | row.undergone | row.between_people:
            continue
        for role, child in adapter(verb)(verb):
            does = role == "subject" and lemma in row.personal_acts
            does = does or (role in {"subject", "object"} and lemma in row.between_people and child.i in unsaid)
            if (does or (role == "passive_subject" and lemma in row.undergone)) and child.i in at:
                found.add(id(at[child.i]))
    doubtful = {id(c) for c in at.values() if c.type == "Company" and c.certainty < LABELLED and " " not in c.name}
    return found & doubtful


def _closes(doc: Doc, mention: Reference) -> bool:
    """Whether a name stands before a comma or the end, as in "un film, X, est sorti", not in "dans un film, X rit"."""
    return mention.end == len(doc) or doc[mention.end].is_punct


@cache
def _described(lang: str) -> dict[str, str]:
    works = dict.fromkeys(rules(lang).before["Work"], "Work")
    references = load(lang, "references")
    people = dict.fromkeys(
        sorted(frozenset(references["people"]) - open_nouns(lang)), "Person"
    )  # a rival may be a firm
    return works | people | {noun: t for t, nouns in references["descriptions"].items() for noun in nouns}
