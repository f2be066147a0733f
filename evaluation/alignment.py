"""Which predicted entity is which annotated one: by the surface forms that they share."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from ..graph.ontology import ontology
from .annotations import AnnotatedEntity

COMPATIBLE = frozenset(("Group", "Artifact"))
"""A company and its service often have one name; which of the two an article means is often open."""

SIMILAR = 0.5
"""How many of their words (Jaccard index) two descriptions of one event must share."""

_WORD = re.compile(r"[^\W_]+")


def key(name: str) -> str:
    """Casefold, strip accents and punctuation, drop leading articles: two names with one key are the same.

    >>> key("L’Élysée"), key("The New York Times")
    ('elysee', 'new york times')
    """
    text = unicodedata.normalize("NFKD", name.replace("’", "'").replace("'", " "))
    words = _WORD.findall("".join(c for c in text if not unicodedata.combining(c)).casefold())
    while len(words) > 1 and words[0] in _idle():
        words = words[1:]
    return " ".join(words)


def align(
    predicted: Sequence[AnnotatedEntity], gold: Sequence[AnnotatedEntity]
) -> tuple[dict[int, int], dict[int, int]]:
    """The best gold entity for each predicted one, many to one, and the pairs one to one whose types agree; by index.

    Statements are compared by the first, so that a thing split in two is not punished twice; entities by the second.
    """
    forms = [[_forms(e) for e in entities] for entities in (predicted, gold)]
    pairs = sorted(
        ((_overlap(p, g, forms[0][i], forms[1][j]), i, j) for i, p in enumerate(predicted) for j, g in enumerate(gold)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    many: dict[int, int] = {}
    one: dict[int, int] = {}
    used: set[int] = set()
    for overlap, i, j in pairs:
        if overlap <= 0:
            break
        many.setdefault(i, j)
        if i not in one and j not in used and same_type(predicted[i], gold[j]):
            one[i] = j
            used.add(j)
    return many, one


def same_type(predicted: AnnotatedEntity, gold: AnnotatedEntity) -> bool:
    """Whether the types are of one group, or of groups that are easily taken for each other."""
    if predicted.type in gold.alt_types:
        return True
    types = ontology().types
    if predicted.type not in types:
        return False
    groups = {types[predicted.type].group, types[gold.type].group}
    return len(groups) == 1 or groups == COMPATIBLE


@cache
def _idle() -> frozenset[str]:
    """The words of `words.toml`. Accents are gone from keys, so that those with an accent only count among events."""
    data = tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in data.values() for word in words)


def _forms(entity: AnnotatedEntity) -> frozenset[str]:
    return frozenset(filter(None, map(key, (entity.name, *entity.mentions))))


def _overlap(
    predicted: AnnotatedEntity, gold: AnnotatedEntity, forms: frozenset[str], gold_forms: frozenset[str]
) -> float:
    """How strongly two entities look like one thing: 0 for not at all."""
    shared = len(forms & gold_forms)
    if shared:
        return shared + (key(predicted.name) == key(gold.name))
    if "Event" not in (predicted.type, gold.type):
        return 0
    best = max((_similar(a, b) for a in forms for b in gold_forms), default=0.0)
    return best if best >= SIMILAR else 0


def _similar(a: str, b: str) -> float:
    x, y = set(a.split()) - _idle(), set(b.split()) - _idle()
    return len(x & y) / len(x | y) if x and y else 0.0
