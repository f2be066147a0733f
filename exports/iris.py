"""The IRIs of a dataset: readable, stable, and valid whatever the identifiers hold."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from json.encoder import encode_basestring_ascii

from pyoxigraph import NamedNode

from ..graph.errors import UserError
from ..graph.happenings import Key, Participant
from ..graph.model import Evidence
from ..graph.ontology import ontology

BASE = "https://w3id.org/liaisons/data/"

# What is not kept as it is. Letters and digits of every script are `iunreserved` (RFC 3987). A dot stays inside a word
# only: a path of dots means another place, and rdflib does not read Turtle names that end in one.
_OTHER = re.compile(r"[^\w.~/-]|(?<!\w)\.|\.(?!\w)")
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs under a base, which is an absolute IRI that ends in "/"; `UserError` for any other."""

    base: str = BASE

    def __post_init__(self) -> None:
        if not is_iri(self.base) or not self.base.endswith("/") or re.search("[?#]", self.base):
            raise UserError(f"the base of the IRIs must be an absolute IRI that ends in '/', not {self.base!r}")

    def entity(self, ident: str) -> NamedNode:
        """The entity; one that an authority file knows by a web address has that for its IRI."""
        if _WEB.match(ident) and is_iri(ident):
            return NamedNode(ident)
        return NamedNode(f"{self.base}entity/{encode(ident)}")

    def article(self, ident: str) -> NamedNode:
        """The article, and the named graph that holds its statements."""
        return NamedNode(f"{self.base}article/{encode(ident)}")

    def statement(self, key: Key) -> NamedNode:
        """The same for the same subject, relation, object and status, in whatever article."""
        return NamedNode(f"{self.base}statement/{_digest(_list(key))}")

    def evidence(self, key: Key, evidence: Evidence) -> NamedNode:
        """A place where an article makes the statement of this key."""
        return NamedNode(self.evidences(key, [evidence])[0][1:-1])

    def evidences(self, key: Key, some: Iterable[Evidence]) -> list[str]:
        """Those of one statement, in the syntax of N-Triples."""
        start, stated = f"<{self.base}evidence/", _list(key)
        return [f"{start}{_digest(f'[{stated}, {_place(evidence)}]')}>" for evidence in some]

    def participation(self, event: NamedNode, it: Participant) -> NamedNode:
        """The part that an entity has in an event: a fragment of the event."""
        return NamedNode(f"{event.value}#{it.role}={encode(it.entity)}")

    @property
    def dataset(self) -> NamedNode:
        return NamedNode(f"{self.base}dataset")

    def software(self, version: str) -> NamedNode:
        return NamedNode(f"{self.base}software/{encode(version)}")

    def agent(self, name: str) -> NamedNode:
        """Who made the dataset and has no IRI of their own."""
        return NamedNode(f"{self.base}agent/{encode(name)}")

    def activity(self, version: str, parameters: Mapping[str, str]) -> NamedNode:
        """The run of this version with these parameters."""
        return NamedNode(f"{self.base}activity/{_digest(json.dumps((version, sorted(parameters.items()))))}")

    def parameter(self, activity: NamedNode, name: str) -> NamedNode:
        return NamedNode(f"{activity.value}/{encode(name)}")

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefixes for the folders of the base; none of them lies in another."""
        groups = sorted({t.group.lower() for t in ontology().types.values()})
        folders = ("activity", "article", "evidence", "software", "statement")
        return {g: f"{self.base}entity/{g}/" for g in groups} | {f: f"{self.base}{f}/" for f in folders}


@lru_cache(maxsize=1 << 16)
def encode(ident: str) -> str:
    """The identifier as a path of an IRI: different identifiers stay different, and letters of all scripts readable.

    Everything else is percent-encoded as UTF-8 (RFC 3986, 2.1).

    >>> encode("human/Élise Dupont #1")
    'human/Élise%20Dupont%20%231'
    """
    return _OTHER.sub(lambda match: "".join(f"%{b:02X}" for b in match[0].encode(errors="surrogatepass")), ident)


def is_iri(text: str) -> bool:
    """Whether the text is an absolute IRI (RFC 3987)."""
    try:
        NamedNode(text)
    except ValueError:  # a lone surrogate is one too: `UnicodeEncodeError`
        return False
    return True


def _place(it: Evidence) -> str:
    """All of the evidence but its reasons, as JSON."""
    offsets = ", ".join([f"[{span.start}, {span.end}]" for span in it.spans])
    rest = ", ".join([_json(it.source), _json(it.when), _json(it.amount), _json(it.role)])
    return f"{_json(it.article)}, [{offsets}], [{rest}, {it.confidence!r}]"


def _digest(text: str) -> str:
    """The first 80 bits of SHA-256 over ASCII, in hexadecimal."""
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:20]


def _json(value: str | None) -> str:
    """As `json.dumps` writes it, which takes twice the time."""
    return "null" if value is None else encode_basestring_ascii(value)


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(encode_basestring_ascii, values))}]"
