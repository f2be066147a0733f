"""Authority files: things that the user knows, with their identifiers and all the names that they go by."""

from dataclasses import dataclass

from .ontology import ontology


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """One thing of an authority file.

    `id` is the user's identifier, `type` one of the ontology's types, `names` are (language, name) pairs with "" for
    a name of no one language, the preferred one of each language first; `aliases` other names; `wikidata` an identifier
    such as "Q317521", or "".
    """

    id: str
    type: str
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...] = ()
    wikidata: str = ""

    def __post_init__(self) -> None:
        if self.type not in ontology().types:
            raise ValueError(f"unknown entity type {self.type!r}")
        if not self.id or not self.names:
            raise ValueError(f"a known thing needs an id and a name: {self!r}")
