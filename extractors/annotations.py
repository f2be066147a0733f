"""What the components write on a `Doc`: records of token offsets, under `doc._`.

| extension | written by | value |
|---|---|---|
| `article` | `extract` | the `Article` that the doc was made from, or None |
| `noise` | `liaisons_noise` | character spans that are no part of the article |
| `names` | `liaisons_mentions` | `Name`s in the order of the text |
| `clusters` | `liaisons_mentions`, `liaisons_types`, `liaisons_coreference` | `Cluster`s by their first mentions |
| `repaired` | `liaisons_parse` | the tokens whose edge was repaired after parsing |
| `frames` | `liaisons_frames` | `Frame`s in the order of their predicates |
| `statements` | `liaisons_statements` | an `ArticleGraph` |

An extension is None until its component has run; each component runs the ones it needs that have not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from spacy.tokens import Doc

from ..graph.model import MentionKind

EXTENSIONS = ("article", "noise", "names", "clusters", "repaired", "frames", "statements")

for _name in EXTENSIONS:
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: the tokens `start` to `end` (exclusive), and what speaks for each type, by type.

    Votes are weights without unit; they are summed over all mentions of a thing before a type is chosen. A name
    that is one word, opens its sentence and stands nowhere else is doubtful: the parse tells whether it is a name at
    all. `called` is what it names, where that is not what the words say ("ministre de la *Culture*"). `doubt` is 0 for
    a sure name, 1 for such a word that the model takes for a name, 2 for another.
    """

    start: int
    end: int
    votes: Mapping[str, float]
    doubt: int = 0
    called: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention by tokens: `start` to `end` (exclusive); `doubt` is that of its `Name`.

    `via` is the step that took the words for a mention of their cluster, a short stable key ("name", "pronoun:subject",
    "description:said"; the anaphora module lists its own). `margin` says how far ahead of the next candidate the
    cluster was: 0 to 1, the share of its score by which it led; 1 where there was no other.
    """

    start: int
    end: int
    kind: MentionKind
    doubt: int = 0
    via: str = "name"
    margin: float = 1.0


@dataclass(slots=True)
class Cluster:
    """The mentions of one thing in one article.

    `certainty` is the weight of the votes for the type at the place that speaks for it most; infinite where no votes
    were needed. `kind` is the class of an event without a proper name ("election").
    """

    name: str
    type: str
    mentions: list[Reference]
    certainty: float = inf
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a frame is held to be true: what the clause and its governors say of it.

    `denied`, `possible` and `over` each hold where the predicate's own clause has a negation, a modality or an end;
    `lapsed` where its tense or a time says that what lasts has lasted until then ("ran it until 2015").
    The `governed_` ones hold where a noun's governors have them: they bear on what happens ("dément le rachat"), not on
    who somebody is ("l'offre du patron"). `source` is the token of whom the text gives as the source.
    """

    denied: bool = False
    possible: bool = False
    over: bool = False
    lapsed: bool = False
    governed_denied: bool = False
    governed_possible: bool = False
    governed_over: bool = False
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate with its arguments, in terms that no language and no label scheme shows through.

    `kind` is "verb", "noun", "adjective", "demonym" or "parenthesis", `predicate` and all arguments are offsets of head
    tokens, `modifiers` are the lemmas of adjectives and compounds on the predicate, `idiom` maps a role to the lemma of
    the noun that stands there, for idioms such as "porter plainte". Roles are "subject" (who acts, in the passive too),
    "object", "referent" (what a noun or adjective is said of), "support" (the subject of a light verb over the noun),
    "state" (that of a verb beside which the noun says in what state somebody acts: "en partenariat avec X"),
    "possessive", "compound", "demonym", and each preposition; those of the object noun are "object de" and so on.
    A parenthesis is a name in brackets; its lemma is the title of what stands before them ("la députée X (LR)"), and it
    has the modifier "listed" where it follows another name there ("(LR, Paris)").

    `signals` tell what makes the reading less sure: "far" (an argument a long way off), "repaired" (an edge that the
    parser had otherwise), "shared" (an argument taken from another clause).
    """

    kind: str
    predicate: int
    lemma: str
    reflexive: bool
    modifiers: tuple[str, ...]
    arguments: Mapping[str, tuple[int, ...]]
    idiom: Mapping[str, str] = field(default_factory=dict)
    outlook: Outlook = Outlook()
    signals: tuple[str, ...] = ()
