"""Things that need a second sign: unexplained acronyms, and one word that articles give different kinds."""

from collections import defaultdict
from collections.abc import Iterable

from .clusters import Clusters
from .context import Context
from .matching import Doubt
from .nodes import EVENT, HUMAN, PLACE, Node
from .records import Member
from .spelling import core, initials
from .translation import tokens

_FEW = 3
_SIGNS = 2
"""So many things around both make one of what is only likely to be one."""


def match_acronyms(nodes: Iterable[Node], clusters: Clusters, context: Context) -> list[Doubt]:
    """Unite an acronym with the only name that it can stand for, where the same things are around both."""
    short: dict[tuple[str, str], dict[Member, Node]] = defaultdict(dict)
    long: dict[tuple[str, str], dict[Member, Node]] = defaultdict(dict)
    for node in nodes:
        if node.kind in {HUMAN, EVENT, PLACE}:
            continue
        root = clusters.root(node.member)
        words = tokens(node.name)
        if len(words) == 1 and 1 < len(words[0]) < 8 and sum(c.isupper() for c in node.name) > 1:
            short[node.kind, words[0]].setdefault(root, node)
        elif len(words) > 1:
            for letters in initials(node.name):
                long[node.kind, letters].setdefault(root, node)
    doubts: list[Doubt] = []
    for key, acronyms in sorted(short.items()):
        names = long.get(key, {})
        if not names or len(names) > _FEW:
            continue
        for node in acronyms.values():
            others = [n for n in names.values() if clusters.root(n.member) != clusters.root(node.member)]
            for other in sorted(others):
                shared = context.shared(clusters.members(node.member), clusters.members(other.member))
                if len(names) == 1 and shared >= _SIGNS:
                    note = f"{shared} things around both"
                    clusters.union(other.member, node.member, "acronym", (other.name, node.name), note)
                elif shared or len(key[1]) > 2:
                    reason = f"“{node.name}” are the initials of “{other.name}”"
                    doubts.append((other.member, node.member, 0.5 if shared else 0.4, reason))
    return doubts


def match_kinds(nodes: Iterable[Node], clusters: Clusters, context: Context) -> list[Doubt]:
    """Unite things of one word that articles call a company here and a work there, where the same is around both."""
    found: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in nodes:
        if node.kind not in {HUMAN, EVENT} and "-" not in core(node.name):
            found[core(node.name)][node.kind].append(node)
    doubts: list[Doubt] = []
    for kinds in found.values():
        if len(kinds) < 2:
            continue
        first, *rest = (min(bearers) for _, bearers in sorted(kinds.items(), key=lambda k: (-len(k[1]), k[0])))
        for other in rest:
            if PLACE in {first.kind, other.kind} and "Institution" not in {first.type, other.type}:
                continue  # a town is no company, but "Washington" may be a government
            if {n.member[0] for n in kinds[first.kind]} & {n.member[0] for n in kinds[other.kind]}:
                continue  # an article tells them apart
            shared = context.shared(clusters.members(first.member), clusters.members(other.member))
            names = (first.name, other.name)
            if shared >= _SIGNS:
                clusters.union(first.member, other.member, "kind", names, f"{shared} things around both")
            elif shared:
                doubts.append((first.member, other.member, 0.4, f"{first.type} and {other.type} of one name"))
    return doubts
