"""Events: what happened, to whom, where, when and for how much, made of entities and statements.

There are two sources. An entity of the type Event ("le procès de X", "Euro 2024") is one. So is a statement of a
relation that has an event kind (`acquired`: a takeover), where its evidence has a date or an amount; the statement
itself stays beside it. Where the words of the one lie inside the other ("le *rachat* d'Y par X"), they are one event.
Participants, roles and places are read off the statements and off the names inside the event's own name.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from networkx.utils import UnionFind

from .model import ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status
from .names import years
from .ontology import Relation, ontology

Key = tuple[str, str, str, str]
Member = tuple[str, str]
Root = TypeVar("Root")

_RANK = (Status.ASSERTED, Status.ENDED, Status.UNCERTAIN)
"""Of what an event can be, the first that one of its statements has; one that is only denied did not happen."""


@dataclass(frozen=True, slots=True, order=True)
class Participant:
    """An entity id with its role in an event, one of the ontology's roles."""

    role: str
    entity: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or that is said to have happened.

    `id` is that of its entity, or made from the statement ("happening/acquired/group/microsoft/…/2023-10-13"). `kind`
    is one of the ontology's event kinds, "" where that is not known; `labels` are names by language. `when` is an ISO
    8601 date or partial date, `amount` a number and a currency, None where no article says. `places` are entity ids,
    `statements` the keys of the statements that it is made of, in their order; `evidence` that of all of them. `status`
    is the surest of those that say that it happened, asserted for an event that articles only name.
    """

    id: str
    labels: tuple[tuple[str, str], ...]
    kind: str
    status: Status
    when: str | None = None
    amount: str | None = None
    places: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    statements: tuple[Key, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def label(self, lang: str) -> str:
        """The name in a language (ISO 639-1), in the first that there is otherwise."""
        return dict(self.labels).get(lang) or self.labels[0][1]

    def roles(self) -> tuple[tuple[str, str, str], ...]:
        """Its ties as (id, role, id): from everyone who takes part to the event, and from the event to its places."""
        part = tuple((p.entity, p.role, self.id) for p in self.participants)
        return part + tuple((self.id, "place", place) for place in self.places)

    def ordered(self) -> tuple[str, str]:
        """What events are sorted by: those without a date last."""
        return (self.when or "~", self.id)


def agree(a: str, b: str) -> bool:
    """Whether two dates or partial dates can be one: 2023 and 2023-10 can.

    >>> agree("2023", "2023-10-13"), agree("2023-01", "2023-10-13")
    (True, False)
    """
    short, long = sorted((a, b), key=len)
    return long == short or long.startswith(short + "-")


# --- events that articles name ----------------------------------------------------------------------------------------


def inner(graph: ArticleGraph) -> dict[str, frozenset[str]]:
    """For each Event entity of an article, the ids of the entities that its own name or descriptions name.

    Pronouns and other events do not count.
    """
    events = [e for e in graph.entities if e.type == "Event"]
    if not events:
        return {}
    others = [(m, e.id) for e in graph.entities if e.type != "Event" for m in e.mentions if m.kind != "pronoun"]
    return {
        e.id: frozenset(i for m, i in others if any(_inside(m.span, outer.span) for outer in _told(e))) for e in events
    }


def _told(event: Entity) -> list[Mention]:
    return [m for m in event.mentions if m.kind != "pronoun"]


def _inside(a: Span, b: Span) -> bool:
    return b.start <= a.start and a.end <= b.end and (a.start, a.end) != (b.start, b.end)


def same_events(graphs: Iterable[ArticleGraph], root: Callable[[Member], Root]) -> Iterator[tuple[Member, Member]]:
    """The events of different articles that are one, in pairs: their kind, participants and dates agree.

    `root` tells which entities of the articles are one thing. An event whose name has no year is of about the time of
    its article, give or take the days that the ontology allows its kind; without any date it stays alone. One that
    names fewer participants meets the only one that names them and more. Blocks are formed by kind and participant.
    """
    told = sorted(
        _Told((g.article.id, e.id), e.kind, frozenset(root((g.article.id, i)) for i in parts[e.id]), *_dates(g, e))
        for g in graphs
        if (parts := inner(g))
        for e in g.entities
        if e.type == "Event" and e.kind and parts[e.id]
    )
    blocks: dict[tuple[str, object], list[_Told]] = defaultdict(list)
    for event in told:
        for part in event.parts:
            blocks[event.kind, part].append(event)
    alike: dict[tuple[str, frozenset[object]], list[_Told]] = defaultdict(list)
    for event in told:
        alike[event.kind, event.parts].append(event)
    groups: dict[Member, Member] = {}
    for same in alike.values():
        for event in same:
            first = next((groups[e.member] for e in same if e.member in groups and event.agrees(e)), event.member)
            groups[event.member] = first
            if first != event.member:
                yield first, event.member
    for event in told:
        block = min((blocks[event.kind, part] for part in event.parts), key=len)
        wider = {groups[e.member] for e in block if event.parts < e.parts and event.agrees(e)}
        if len(wider) == 1 and groups[event.member] == event.member:
            yield wider.pop(), event.member


@dataclass(frozen=True, slots=True)
class _Told:
    """An event as an article tells it: who is in it, the year in its name if any, and the day of the article."""

    member: Member
    kind: str
    parts: frozenset[object]
    year: str
    day: date | None

    def __lt__(self, other: "_Told") -> bool:
        return self.member < other.member

    def agrees(self, other: "_Told") -> bool:
        if self.member[0] == other.member[0]:
            return False  # what its own article keeps apart is not one
        if self.year and other.year:
            return self.year == other.year
        if self.year or other.year:
            day = other.day if self.year else self.day
            return day is not None and str(day.year) == (self.year or other.year)
        days = ontology().event_kinds[self.kind].days if self.kind in ontology().event_kinds else 0
        return bool(self.day and other.day) and abs((self.day - other.day).days) <= days  # type: ignore[operator]


def _dates(graph: ArticleGraph, event: Entity) -> tuple[str, date | None]:
    found = years(event.name) or [y for m in _told(event) for y in years(m.span.quote)]
    try:
        day = date.fromisoformat(graph.article.date[:10])
    except ValueError:
        day = None
    return (found[-1] if found else "", day)


# --- events that statements state -------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Draft:
    """What is known of an event while it is put together."""

    entity: Entity | None
    kind: str
    statements: dict[Key, list[Evidence]]
    participants: set[Participant]
    places: set[str]


def events(
    entities: Mapping[str, Entity],
    statements: Iterable[Statement],
    parts: Mapping[str, frozenset[str]],
) -> dict[str, Event]:
    """The events of a graph by id, in the order of the ids.

    `statements` are over the ids of `entities`. `parts` gives, for an Event entity, the entities inside its name.
    """
    drafts = {e.id: _named(e, entities, parts.get(e.id, frozenset())) for e in entities.values() if e.type == "Event"}
    places = _Places(entities.values())
    for statement in statements:
        if statement.status is Status.NEGATED:
            continue
        relation = ontology().relations[statement.relation]
        if relation.event_kind:
            _take_stated(drafts, places, statement, relation)
        elif relation.role:
            _take_role(drafts, statement, relation)
    found = (_finish(ident, draft, entities) for ident, draft in _united(drafts).items())
    return {e.id: e for e in sorted(found, key=lambda e: e.id)}


def _named(event: Entity, entities: Mapping[str, Entity], parts: frozenset[str]) -> _Draft:
    places = {i for i in parts if entities[i].type == "Place"}
    return _Draft(event, event.kind, {}, {Participant("participant", i) for i in parts - places}, places)


def _take_role(drafts: dict[str, _Draft], statement: Statement, relation: Relation) -> None:
    """What a relation that leads into or out of an event says of it: who won it, where it took place."""
    event, other = (
        (statement.subject, statement.object) if relation.role == "place" else (statement.object, statement.subject)
    )
    draft = drafts.get(event)
    if draft is None or draft.entity is None:
        return
    draft.statements[statement.key] = list(statement.evidence)
    if statement.status is Status.UNCERTAIN:
        return  # who may come does not take part
    if relation.role == "place":
        draft.places.add(other)
    else:
        draft.participants.add(Participant(relation.role, other))


class _Places:
    """Which Event entity the words at a place of an article belong to, by the kind of event."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._spans: dict[tuple[str, str], list[tuple[Span, str]]] = defaultdict(list)
        for event in entities:
            if event.type == "Event":
                for mention in _told(event):
                    self._spans[mention.article, event.kind].append((mention.span, event.id))

    def at(self, article: str, kind: str, cue: Span) -> str | None:
        spans = self._spans.get((article, kind), ())
        return next((i for s, i in spans if s.start <= cue.start and cue.end <= s.end), None)


def _take_stated(drafts: dict[str, _Draft], places: _Places, statement: Statement, relation: Relation) -> None:
    """The events that a statement is: that of the noun that states it, and one for each date that it is given."""
    nouns: dict[str, list[Evidence]] = defaultdict(list)
    rest = []
    for evidence in statement.evidence:
        noun = places.at(evidence.article, relation.event_kind, evidence.cue)
        if noun is None:
            rest.append(evidence)
        else:
            nouns[noun].append(evidence)
    for event, told in nouns.items():
        _add(drafts[event], statement, relation, told)
    for when, told in _occasions(rest):
        if len(nouns) == 1:  # the same statement with a noun and with a verb: one event
            _add(drafts[next(iter(nouns))], statement, relation, told)
            continue
        ident = "/".join(("happening", relation.name, statement.subject, statement.object, *([when] if when else ())))
        draft = drafts.setdefault(ident, _Draft(None, relation.event_kind, {}, set(), set()))
        _add(draft, statement, relation, told)


def _occasions(evidence: Sequence[Evidence]) -> list[tuple[str, list[Evidence]]]:
    """Evidence that dates or prices a statement, by the date; "" where only amounts are given.

    A date that is less exact goes with the more exact one that it fits, where there is one; one that fits several, and
    an amount without a date beside several dates, tell no event of their own.
    """
    found: dict[str, list[Evidence]] = {}
    for e in sorted((e for e in evidence if e.when), key=lambda e: (-len(e.when or ""), e.key)):
        fits = [when for when in found if agree(when, e.when or "")]
        if not fits:
            found[e.when or ""] = [e]
        elif len(fits) == 1:
            found[fits[0]].append(e)
    priced = [e for e in evidence if e.amount and not e.when]
    if priced and len(found) < 2:
        found.setdefault(next(iter(found), ""), []).extend(priced)
    return sorted(found.items())


def _add(draft: _Draft, statement: Statement, relation: Relation, evidence: list[Evidence]) -> None:
    draft.statements.setdefault(statement.key, []).extend(evidence)
    if statement.status is Status.UNCERTAIN and any(k[3] != Status.UNCERTAIN for k in draft.statements):
        return
    roles = ("participant", "participant") if relation.symmetric else ("agent", relation.role or "patient")
    for role, end in zip(roles, (statement.subject, statement.object), strict=True):
        if role == "place":
            draft.places.add(end)
        else:
            draft.participants.add(Participant(role, end))


def _united(drafts: Mapping[str, _Draft]) -> dict[str, _Draft]:
    """The drafts, those that the same words state made one: "A and B founded C in 2020" is one founding.

    Each goes by the id of the first, an entity's before others.
    """
    first: dict[tuple[str, str, Span], str] = {}
    same = UnionFind(drafts)
    order = {ident: (draft.entity is None, ident) for ident, draft in drafts.items()}
    for ident in sorted(drafts, key=lambda i: order[i]):
        for key, told in drafts[ident].statements.items():
            if ontology().relations[key[1]].event_kind:
                for evidence in told:
                    same.union(first.setdefault((evidence.article, drafts[ident].kind, evidence.cue), ident), ident)
    united = {}
    for group in same.to_sets():
        ids = sorted(group, key=lambda i: order[i])
        whole = drafts[ids[0]]
        for other in (drafts[i] for i in ids[1:]):
            for key, told in other.statements.items():
                whole.statements.setdefault(key, []).extend(told)
            whole.participants |= other.participants
            whole.places |= other.places
        united[ids[0]] = whole
    return united


def _finish(ident: str, draft: _Draft, entities: Mapping[str, Entity]) -> Event:
    evidence = sorted({e for told in draft.statements.values() for e in told}, key=lambda e: e.key)
    named = draft.entity
    statuses = {Status(key[3]) for key in draft.statements if ontology().relations[key[1]].event_kind}
    status = next((s for s in _RANK if s in statuses), Status.ASSERTED)
    year = next(iter(years(named.name)), None) if named else None
    when = _when([e.when for e in evidence if e.when], year)
    amounts = Counter(e.amount for e in evidence if e.amount)
    amount = min(amounts, key=lambda a: (-amounts[a], a)) if amounts else None
    known = {p.entity for p in draft.participants if p.role != "participant"}
    participants = sorted(p for p in draft.participants if p.role != "participant" or p.entity not in known)
    return Event(
        id=ident,
        labels=named.labels or (("", named.name),) if named else _labels(draft, participants, when, entities),
        kind=draft.kind,
        status=status,
        when=when,
        amount=amount,
        places=tuple(sorted(draft.places)),
        participants=tuple(participants),
        statements=tuple(sorted(draft.statements)),
        evidence=tuple(evidence),
    )


def _when(dates: Sequence[str], year: str | None) -> str | None:
    """The date that most evidence agrees with, as exact as it is given; the year of the name binds."""
    fit = [d for d in dates if year is None or agree(year, d)]
    if not fit:
        return year
    return min(fit, key=lambda d: (-sum(agree(d, other) for other in fit), -len(d), d))


def _labels(
    draft: _Draft, participants: Sequence[Participant], when: str | None, entities: Mapping[str, Entity]
) -> tuple[tuple[str, str], ...]:
    """A name in each language: what it is, who, where, when."""
    who = ", ".join(entities[i].name for i in (*(p.entity for p in participants), *sorted(draft.places)))
    date_ = f" ({when})" if when else ""
    labels = ontology().event_kinds[draft.kind].labels
    colon = {"fr": "\N{NO-BREAK SPACE}: "}
    return tuple((lang, f"{labels[lang]}{colon.get(lang, ': ')}{who}{date_}") for lang in sorted(labels))
