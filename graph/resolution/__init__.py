"""Resolution across articles and languages: which article-local entities are one thing.

A pure function of the sets of article graphs, known things and decisions: their order does not matter. Things meet
where they share a name that identifies, whatever its spelling and language, and nothing tells them apart. What is
doubtful stays apart and is proposed. No step looks at all pairs: things meet under keys, in time that grows with them.
"""

from collections.abc import Collection, Iterable, Mapping

from ..authority import Known
from ..decisions import Action, Decision
from ..happenings import same_events
from ..model import ArticleGraph, Entity
from . import decided
from .acronyms import match_acronyms, match_kinds
from .clusters import Clusters
from .context import Context
from .doubtful import doubtful
from .matching import Doubt, match, match_common
from .misread import match_misread
from .naming import entities
from .nodes import HUMAN, Node, nodes
from .people import match_people
from .proposals import differences, proposals
from .records import KNOWN, RULES, Link, Member, Proposal, Resolution

__all__ = ["KNOWN", "RULES", "Link", "Member", "Proposal", "Resolution", "differences", "resolve"]


def resolve(
    graphs: Iterable[ArticleGraph], known: Iterable[Known] = (), decisions: Iterable[Decision] = ()
) -> Resolution:
    """Which article-local entities are one thing, and why.

    A known thing gives its id, names and type to what it is. Else the name of a graph-wide entity is the one that most
    articles use (then the longest, then the first in code point order), for a person a whole one; its type the one
    that most articles give it (then that of which most is stated, then the first in the ontology); its mentions all of
    theirs. Its id is made from its group and name, and for an event that stays in its article from the article's id, so
    that what else the graph holds makes no difference. Decisions change names and types, and not ids.
    """
    graphs = sorted(graphs, key=lambda g: g.article.id)
    records = {k.id: k for k in sorted(set(known), reverse=True)}
    every = nodes(graphs, records.values())
    locals_ = {(g.article.id, e.id): e for g in graphs for e in g.entities}
    languages = {g.article.id: g.article.lang for g in graphs}
    stated = {(g.article.id, end) for g in graphs for s in g.statements for end in (s.subject, s.object)}
    settled = sorted((d for d in set(decisions) if d.statement is None), key=repr)

    def found(it: decided.Decided) -> tuple[Clusters, Context, list[Doubt], dict[Member, Entity]]:
        clusters, context = Clusters(every, it.marks), Context(graphs, every)
        decided.unite(it, clusters, every)
        doubts = _match(every, clusters, context, stated)
        for one, other in list(same_events(graphs, clusters.root)):
            clusters.union(one, other, "event", (locals_[one].name, locals_[other].name))
        doubts += doubtful(graphs, every.values(), clusters)
        made = entities(clusters.all(), every, locals_, records, languages, stated, it.aside)
        return clusters, context, doubts, made

    clusters, context, doubts, undecided = found(decided.Decided())
    it, final = decided.Decided(), undecided
    if settled:
        it = decided.read(settled, decided.References(clusters, every, undecided))
        if it.same or it.apart:
            clusters, context, doubts, final = found(it)
        final = _revalued(final, decided.values(it, clusters), clusters)
    current: dict[str, set[str]] = {}
    for member, entity in undecided.items():
        current.setdefault(entity.id, set()).add(final[member].id)
    return Resolution(
        final,
        tuple(sorted(clusters.links)),
        proposals(doubts, final, every, clusters, context),
        tuple(sorted(it.reports)),
        {ident: tuple(sorted(ids)) for ident, ids in sorted(current.items())},
    )


def _match(
    every: Mapping[Member, Node], clusters: Clusters, context: Context, stated: Collection[Member]
) -> list[Doubt]:
    """The steps: first all but people, who are then told apart by what they appear with."""
    others = [n for n in every.values() if n.kind != HUMAN]
    doubts = match(others, clusters, context)
    doubts += match_common(others, clusters, context)
    doubts += match_acronyms(others, clusters, context)
    doubts += match_kinds(others, clusters, context)
    context.settle(clusters)
    people = [n for n in every.values() if n.kind == HUMAN]
    doubts += match(people, clusters, context)
    doubts += match_people(people, clusters, context)
    return doubts + match_misread(every.values(), clusters, stated)


def _revalued(
    made: Mapping[Member, Entity], values: Mapping[tuple[Member, Action], str], clusters: Clusters
) -> dict[Member, Entity]:
    """The entities with the names and types that a person gave them."""
    changed: dict[Member, Entity] = {}
    result = {}
    for member, e in made.items():
        root = clusters.root(member)
        name = values.get((root, Action.RENAME), e.name)
        type_ = values.get((root, Action.RETYPE), e.type)
        if (name, type_) != (e.name, e.type):
            e = changed.setdefault(root, Entity(e.id, name, type_, e.mentions, e.kind, e.labels, e.same_as))
        result[member] = e
    return result
