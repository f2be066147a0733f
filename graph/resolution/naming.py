"""What a resolved thing is called, of what type it is, and its id."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from ..authority import Known
from ..model import Entity
from ..names import slug
from ..ontology import ontology
from .nodes import EVENT, HUMAN, Node
from .people import ends
from .records import Member
from .spelling import is_initial, person, sounds

WIKIDATA = "http://www.wikidata.org/entity/"


def entities(
    things: Iterable[Sequence[Member]],
    nodes: Mapping[Member, Node],
    locals_: Mapping[Member, Entity],
    known: Mapping[str, Known],
    languages: Mapping[str, str],
    stated: Collection[Member] = (),
    aside: Collection[Member] = (),
) -> dict[Member, Entity]:
    """The graph-wide entity of every member of an article; things are lists of members in order.

    `languages` are those of the articles, `stated` the members of which something is stated. Two things of one name
    each get an id of their own, made from their first member, and neither the plain one, so that no id ever passes from
    one to the other; but what a person has put aside (`aside`) leaves the plain one to the rest.
    """
    made: list[tuple[list[Member], Entity, bool]] = []
    for thing in things:
        members = [m for m in thing if not nodes[m].known]
        records = [known[m[1]] for m in thing if nodes[m].known]
        if members:
            made.append((members, _entity(members, records, nodes, locals_, languages, stated), bool(records)))
    same: dict[str, list[int]] = defaultdict(list)
    for i, (_, entity, _) in enumerate(made):
        same[entity.id].append(i)
    result: dict[Member, Entity] = {}
    taken = set(same)
    for ident, places in same.items():
        plain = [i for i in places if not set(made[i][0]) & set(aside)] if len(places) > 1 else places
        if ident in known:
            plain = [i for i in places if made[i][2]]
        for i in places:
            members, entity, _ = made[i]
            if len(plain) != 1 or i != plain[0]:
                entity = _renamed(entity, members[0], taken)
            result |= dict.fromkeys(members, entity)
    return result


def _renamed(entity: Entity, member: Member, taken: set[str]) -> Entity:
    digest = _digest("\0".join(member))
    for size in (12, 64):
        ident = f"{entity.id}-{digest[:size]}"
        if ident not in taken:
            break
    taken.add(ident)
    return Entity(ident, entity.name, entity.type, entity.mentions, entity.kind, entity.labels, entity.same_as)


def _entity(
    members: Sequence[Member],
    records: Sequence[Known],
    nodes: Mapping[Member, Node],
    locals_: Mapping[Member, Entity],
    languages: Mapping[str, str],
    stated: Collection[Member],
) -> Entity:
    own = [locals_[m] for m in members]
    mentions = tuple(mention for e in own for mention in e.mentions)
    kind = min(Counter(e.kind for e in own).items(), key=lambda item: (-item[1], item[0]))[0]
    if records:
        record = min(records)
        labels = tuple((lang, name) for lang, name in _preferred(record) if lang)
        same_as = tuple(WIKIDATA + r.wikidata for r in records if r.wikidata)
        return Entity(record.id, _called(record, members, languages), record.type, mentions, kind, labels, same_as)
    name, type_ = _name(members, nodes), _type(members, nodes, stated)
    return Entity(plain_id(name, type_, nodes[members[0]]), name, type_, mentions, kind)


def plain_id(name: str, type_: str, first: Node) -> str:
    """The id of a thing of this name and type whose first node is this."""
    ident = f"{ontology().types[type_].group.lower()}/{slug(name)}"
    if first.kind == EVENT and not first.dated:
        ident += f"-{_digest(first.member[0])[:12]}"
    return ident


def _preferred(record: Known) -> tuple[tuple[str, str], ...]:
    """The first name of each language."""
    return tuple(dict(reversed(record.names)).items())


def _called(record: Known, members: Iterable[Member], languages: Mapping[str, str]) -> str:
    """The name of a known thing in the language of most of its articles, else the first."""
    names = dict(_preferred(record))
    spoken = Counter(languages[a] for a in {m[0] for m in members} if languages[a] in names)
    return names[min(spoken, key=lambda lang: (-spoken[lang], lang))] if spoken else record.names[0][1]


def _name(members: Sequence[Member], nodes: Mapping[Member, Node]) -> str:
    """The name that most articles use, then the longest, then the first; of a person a whole one."""
    articles = Counter(name for _, name in {(m[0], nodes[m].name) for m in members})
    partial: set[str] = set()
    if nodes[members[0]].kind == HUMAN:
        endings = {heard for name in articles for heard, _ in ends(name)}
        partial = {n for n in articles if sounds(person(n)) in endings or is_initial(person(n)[0] if person(n) else n)}
    return min(articles, key=lambda n: (n in partial, -articles[n], -len(n), n))


def _type(members: Sequence[Member], nodes: Mapping[Member, Node], stated: Collection[Member]) -> str:
    """The type that most articles give it, then the one of which most is stated, then the first of the ontology."""
    articles = Counter(type_ for _, type_ in {(m[0], nodes[m].type) for m in members})
    told = Counter(nodes[m].type for m in members if m in stated)
    order = list(ontology().types)
    return min(articles, key=lambda t: (-articles[t], -told[t], order.index(t)))


def _digest(text: str) -> str:
    """SHA-256; of 48 bits of it, a million things of one name get an id twice with a chance of 1 in 500."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
