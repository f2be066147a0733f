"""What somebody who mistyped a name may have meant."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from .errors import UserError
from .model import Entity
from .names import slug

if TYPE_CHECKING:
    from .knowledge import KnowledgeGraph

_CHOICES = 8
LIKE = 80
"""From this likeness on, of 100 (rapidfuzz's ratio), a word may be another word misspelled."""


def entity(graph: "KnowledgeGraph", name: str) -> Entity:
    """The one entity of this id or name, as `KnowledgeGraph.entity` finds it, with an error that helps.

    Where there is none, it names those that are called nearly so; where there are several of that very name, the
    articles that each is in.

    >>> from liaisons.graph.example import example
    >>> entity(example(), "Ines Vauqelin")
    Traceback (most recent call last):
    liaisons.graph.errors.UserError: no entity called 'Ines Vauqelin' in this graph; did you mean Inès Vauquelin?
    """
    try:
        return graph.entity(name)
    except UserError as error:
        found = graph.find(name)
        called = [each for each in found if slug(each.name) == slug(name)]
        if len(called) > 1:
            shown = "; ".join(_told(each) for each in called[:_CHOICES])
            more = f"; and {len(called) - _CHOICES} more" if len(called) > _CHOICES else ""
            raise UserError(f"{name!r} could be several entities: {shown}{more}. Give the id.") from None
        if found:
            raise
        near = [e.name if e.name.count(" ") else f"{e.name} ({e.id})" for e in nearest(graph, name)]
        hint = f"did you mean {' or '.join(near)}?" if near else "`liaisons find` looks for words in all sentences"
        raise UserError(f"{error}; {hint}") from None


def _told(each: Entity) -> str:
    """What tells one of several of a name: its id and the articles that it is in."""
    articles = sorted({mention.article for mention in each.mentions})
    more = f" and {len(articles) - 1} more" if len(articles) > 1 else ""
    return f"{each.id} ({each.type}, in {articles[0]}{more})" if articles else f"{each.id} ({each.type})"


def nearest(graph: "KnowledgeGraph", name: str, limit: int = 3) -> list[Entity]:
    """The entities that have a name nearly like this, or with all its words nearly so; the likest first, and of equally
    like ones that with the most statements.
    """
    wanted = slug(name)
    found = []
    for ident, each in graph.entities.items():
        near = max((likeness(wanted, slug(form)) for form in (each.name, *each.aliases)), default=0.0)
        if near >= LIKE:
            found.append((-near, -len(graph.about(ident)), ident))
    return [graph.entities[ident] for _, _, ident in sorted(found)[:limit]]


def near_words(wanted: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """The words of a closed list that are nearly this, the likest first.

    >>> near_words("fundd", ["won", "funds", "founded"])
    ['founded', 'funds']
    """
    found = sorted((-likeness(slug(wanted), slug(word)), word) for word in known)
    return [word for near, word in found[:limit] if -near >= LIKE]


def likeness(wanted: str, form: str) -> float:
    """How like two names are, of 100, as slugs: as wholes, or the least like word of the first to any of the other."""
    whole = fuzz.ratio(wanted, form, score_cutoff=LIKE)
    parts = form.split("-")
    return max(whole, min(max(fuzz.ratio(word, part) for part in parts) for word in wanted.split("-")) - 1)
