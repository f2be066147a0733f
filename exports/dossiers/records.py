"""What a dossier holds. Entities are ids, statements are those of the graph with the evidence that was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ...graph.analyses.claims import Voice
from ...graph.happenings import Event
from ...graph.model import Article, Entity, Evidence, Statement, Status
from .archive import Stated
from .dates import Dated


@dataclass(frozen=True, slots=True)
class Family:
    """The statements of one family of relations: in the ontology's order of these, and what holds first."""

    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post or belonging between two: one status of it, and what is said of its time.

    `since` and `until` come from statements that it began or ended ("joined", "left"), each as exact as is known;
    `at` are the dates of those that it was so then. `titles` are the names of the post. `statements` are never empty.
    """

    subject: str
    relation: str
    object: str
    status: Status
    titles: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    at: tuple[Dated, ...]
    statements: tuple[Statement, ...]


class Direction(StrEnum):
    """Whose support or opposition a signed tie is."""

    OUT = "out"
    IN = "in"
    MUTUAL = "mutual"


@dataclass(frozen=True, slots=True)
class Stand:
    """Support (`sign` 1) or opposition (-1) between the entity of the dossier and another one.

    `sentences` counts those that assert it; statements of another status are listed and not counted.
    """

    sign: int
    direction: Direction
    other: str
    statements: tuple[Statement, ...]
    sentences: int


class Outcome(StrEnum):
    """What several voices come to on one claim."""

    CONTRADICTION = "contradiction"
    DOUBT = "doubt"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Claim:
    """A subject, a relation and an object on which several speak, or which one states in several ways.

    Contradiction: said to hold (or to have held) and denied. Doubt: said to hold, and only possible. Agreement: two
    voices or more, all alike; that it holds and that it has ended are alike, as time goes by.
    `voices` has, for each status in its order, who says so with the evidence.
    """

    outcome: Outcome
    subject: str
    relation: str
    object: str
    voices: tuple[tuple[Status, tuple[tuple[Voice, tuple[Evidence, ...]], ...]], ...]

    @property
    def heard(self) -> int:
        """How many different voices."""
        return len({voice for _, said in self.voices for voice, _ in said})


@dataclass(frozen=True, slots=True)
class Speaker:
    """What one voice says in all: how many articles, sentences, and statements by status; the days of its articles."""

    voice: Voice
    articles: int
    sentences: int
    statuses: Mapping[Status, int]
    support: int
    opposition: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement on the figure of time: when, in the lane of its family, and in how many sentences."""

    lane: str
    date: Dated
    statement: Statement
    sentences: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that was chosen of what a graph says of an entity; sorted, so that it is the same every time.

    `articles` are those that mention it, the newest first, whether or not they state anything of it. `event` is what
    happened where the entity is an event. `gist` are the statements that most articles make of it, and that hold.
    `quoted` is what it is quoted for, on whatever matter.
    """

    entity: Entity
    event: Event | None
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    gist: tuple[Statement, ...]
    tenures: tuple[Tenure, ...]
    families: tuple[Family, ...]
    stands: tuple[Stand, ...]
    marks: tuple[Mark, ...]
    speakers: tuple[Speaker, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    quoted: tuple[Stated, ...]

    @property
    def statuses(self) -> Mapping[Status, int]:
        """How many statements of each status there are, in the order of the statuses."""
        return {status: n for status in Status if (n := sum(s.status is status for s in self.statements))}
