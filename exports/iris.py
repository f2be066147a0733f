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
        return NamedNode(self.stated(key, [evidence])[1][0][1:-1])

    def stated(self, key: Key, some: Iterable[Evidence] = ()) -> tuple[str, list[str]]:
        """The statement of this key and the places where it is made, in the syntax of N-Triples."""
        base, stated = self.base, _list(key)
        places = [f"<{base}evidence/{_digest(f'[{stated}, {_place(evidence)}]')}>" for evidence in some]
        return f"<{base}statement/{_digest(stated)}>", places

    def participation(self, event: str, it: Participant) -> str:
        """The part that an entity has in an event: a fragment of the event; both in the syntax of N-Triples."""
        return f"{event[:-1]}#{it.role}={encode(it.entity)}>"

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
    a, b, c, d = it.spans
    offsets = f"[{a.start}, {a.end}], [{b.start}, {b.end}], [{c.start}, {c.end}], [{d.start}, {d.end}]"
    rest = f"{_json(it.source)}, {_json(it.when)}, {_json(it.amount)}, {_json(it.role)}, {it.confidence!r}"
    return f"{_json(it.article)}, [{offsets}], [{rest}]"


def _digest(text: str) -> str:
    """The first 80 bits of SHA-256 over ASCII, in hexadecimal."""
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:20]


def _json(value: str | None) -> str:
    """As `json.dumps` writes it, which takes twice the time."""
    return "null" if value is None else encode_basestring_ascii(value)


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(encode_basestring_ascii, values))}]"
