"""Statements: what the frames of an article state about its clusters, with the evidence for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from ..graph.model import Article, ArticleGraph, Entity, Evidence, Mention, MentionKind, Reason, Statement, Status
from ..graph.model import Span as TextSpan
from ..graph.ontology import Relation, ontology
from .annotations import Cluster, Frame, Outlook, Reference
from .announced import says_otherwise
from .confidence import confidence, reasons
from .facts import Deed
from .frames import coordinated, is_circumstance
from .implicit import implied
from .lexicon import load
from .outcomes import Refusal, Verdict, verdict
from .particulars import Particulars
from .places import origins
from .pointers import words
from .preferences import Demand
from .quotations import Quotations
from .relations import ITSELF, Row, both, considered, matching
from .shapes import rules
from .trees import Edge, adapter, features, governor, release, settle

_BY_PEOPLES = frozenset(("conflict", "contact", "places"))
"""The families of relations in which the word for a people may stand for its country: "les Russes ont attaqué X"."""

DEPTH = 3
"""How far a noun may be from the name that it stands for ("le conseil d'administration de X" is 2)."""


class Argument(NamedTuple):
    """What fills a role: a cluster, and the mention of it that stands there."""

    cluster: Cluster
    mention: Reference


class Finding(NamedTuple):
    """A statement before it has offsets and ids."""

    subject: Argument
    object: Argument
    row: Row
    frame: Frame
    reasons: tuple[Reason, ...]


class Outcome(NamedTuple):
    """What became of a frame under a row: the finding, or the ends that stayed empty and what was refused for them."""

    frame: Frame
    verdict: Verdict
    row: Row | None = None
    finding: Finding | None = None
    empty: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()


UNSTATED = frozenset(("Event", "Place", "Party"))
"""The types of things that are entities without a name and without a statement: nouns and adjectives name them."""


@Language.component("liaisons_statements", assigns=["doc._.statements"])
def statements(doc: Doc) -> Doc:
    """Set `doc._.statements` to the doc's `ArticleGraph`; run the components before this one that have not run."""
    from .pipeline import complete  # the pipeline registers this component

    complete(doc)
    settle(doc)
    article = doc._.article or Article(id="doc", text=doc.text, lang=doc.lang_)
    reader = _Reader(doc, article, brief=True)
    doc._.statements = reader.graph(reader.outcomes())
    release()
    return doc


def outcomes(doc: Doc) -> Iterator[Outcome]:
    """What became of every frame of a doc that has been through the steps before the statements, row by row."""
    return _Reader(doc, doc._.article or Article(id="doc", text=doc.text, lang=doc.lang_)).outcomes()


def demands(doc: Doc) -> Iterator[Demand]:
    """What the predicates of such a doc ask of the types of its names, descriptions and pronouns."""
    reader = _Reader(doc, doc._.article or Article(id="doc", text=doc.text, lang=doc.lang_))
    return reader.demands(reader.outcomes())


def deeds(doc: Doc) -> Iterator[Deed]:
    """What the article states between things that it names or describes; not what may be or is denied."""
    reader = _Reader(doc, doc._.article or Article(id="doc", text=doc.text, lang=doc.lang_), brief=True)
    for found in (outcome.finding for outcome in reader.outcomes() if outcome.finding is not None):
        held = status(found.frame.outlook, found.row)
        if held in {Status.ASSERTED, Status.ENDED}:
            over = held is Status.ENDED
            yield Deed(found.subject.cluster, found.row.relation, found.object.cluster, over)


def referents(doc: Doc) -> Callable[[int], list[Argument]]:
    """What each token of such a doc stands for as an argument."""
    reader = _Reader(doc, doc._.article or Article(id="doc", text=doc.text, lang=doc.lang_))
    return lambda i: reader._referents(doc[i])


class _Reader:
    """The frames of one doc read against its clusters, which must not change meanwhile.

    One that is `brief` tells only what is stated, and does not look for why the rest is not.
    """

    def __init__(self, doc: Doc, article: Article, *, brief: bool = False) -> None:
        self._doc = doc
        self._lang = doc.lang_
        self._brief = brief
        self._found: dict[tuple[int, int], list[Argument]] = {}  # what tokens stand for, by offset and depth
        self._article = article
        self._clusters: list[Cluster] = doc._.clusters
        self._at: dict[int, Argument] = {}
        self._two: dict[int, list[Argument]] = {}  # "both companies" are each of them
        mentions = [(cluster, mention) for cluster in self._clusters for mention in cluster.mentions]
        # A name inside the description of an event is the name's: X in "the takeover of X".
        # A nationality inside a description is the description's as an argument, and a place as what it states.
        self._origins = {m.start: Argument(c, m) for c, m in mentions if m.via == "demonym"}
        for cluster, mention in sorted(
            mentions, key=lambda pair: (pair[1].kind is not MentionKind.NAME, pair[1].via == "demonym")
        ):
            for i in range(mention.start, mention.end):
                self._at.setdefault(i, Argument(cluster, mention))
                if mention.via.endswith(":two"):
                    self._two.setdefault(i, []).append(Argument(cluster, mention))
        self._quotations = Quotations(doc)
        self._particulars = Particulars(doc, article, {i: argument.mention for i, argument in self._at.items()})
        nouns = (f for f in doc._.frames if f.kind == "noun" and not is_circumstance(doc[f.predicate]))
        self._said_of = {f.predicate: f.arguments.get("referent", ()) for f in nouns}

    def graph(self, read: Iterable[Outcome]) -> ArticleGraph:
        """The article's entities and statements: what is named, events and places, and what a statement is about."""
        found = _told([o.finding for o in read if o.finding])
        stated = {id(end.cluster) for f in found for end in (f.subject, f.object)}
        kept = [
            c
            for c in self._clusters
            if id(c) in stated or c.type in UNSTATED or any(m.kind is MentionKind.NAME for m in c.mentions)
        ]
        width = len(str(len(kept)))
        ids = {id(c): f"e{n:0{width}}" for n, c in enumerate(kept, 1)}
        entities = tuple(self._entity(ids[id(c)], c) for c in kept)
        over = {self._bond(f, r) for f in found for r in _puts_an_end_to(f)}
        said = (self._statement(ids, f, over=self._bond(f, f.row.relation) in over) for f in found)
        sentences = [self._span(*edges) for sent in self._doc.sents if (edges := _inked(sent))]
        return ArticleGraph(
            self._article,
            entities,
            tuple(said),
            tuple((span.start, span.end) for span in sentences),
        )

    def _bond(self, found: Finding, relation: str) -> tuple[frozenset[int], str, int]:
        """What a finding, or an end to it, is known by: its two, a relation between them, and the sentence."""
        ends = frozenset((id(found.subject.cluster), id(found.object.cluster)))
        return ends, relation, self._doc[found.frame.predicate].sent.start

    def _entity(self, ident: str, cluster: Cluster) -> Entity:
        mentions = {Mention(self._article.id, self._span(m.start, m.end), m.kind) for m in cluster.mentions}
        return Entity(ident, cluster.name, cluster.type, tuple(sorted(mentions)), cluster.kind)

    def _statement(self, ids: dict[int, str], found: Finding, *, over: bool = False) -> Statement:
        frame, row = found.frame, found.row
        first, last = _inked(self._doc[frame.predicate].sent) or (frame.predicate, frame.predicate + 1)
        source = frame.outlook.source
        if source is None and frame.kind == "verb":
            source = self._quotations.speaker(frame.predicate)
        speaker = next(iter(self._referents(self._doc[source])), None) if source is not None else None
        evidence = Evidence(
            article=self._article.id,
            sentence=self._span(first, last),
            subject=self._span(found.subject.mention.start, found.subject.mention.end),
            cue=self._span(frame.predicate, self._word_end(frame.predicate)),
            object=self._span(found.object.mention.start, found.object.mention.end),
            source=ids.get(id(speaker.cluster)) if speaker else None,
            confidence=confidence(found.reasons),
            reasons=found.reasons,
            **self._particulars.of(frame, row),
        )
        ends = ids[id(found.subject.cluster)], ids[id(found.object.cluster)]
        held = status(frame.outlook, row)
        if over and held is Status.ASSERTED:  # "X, the head of Y, has left the company"
            held = Status.ENDED
        return Statement(ends[0], row.relation, ends[1], held, (evidence,))

    def _span(self, start: int, end: int) -> TextSpan:
        last = self._doc[end - 1]
        return TextSpan.of(self._article.text, self._doc[start].idx, last.idx + len(last.text))

    def _word_end(self, i: int) -> int:
        """Past the parts of a hyphenated word, which hang on its first token ("start-up")."""
        end = i + 1
        while end < len(self._doc) and self._doc[end].head.i == i and self._doc[end].dep_ == "flat:name":
            end += 1
        return end

    def outcomes(self) -> Iterator[Outcome]:
        """What became of each frame, those of nationalities last, under each row that is about its predicate."""
        spoken: set[int] = set()  # nationalities that a post has used: "le président français" leads France
        for frame in sorted(self._doc._.frames, key=lambda f: f.kind == "demonym"):
            if frame.predicate in spoken:
                yield Outcome(frame, Verdict.SPOKEN)
                continue
            named = self._is_name(frame)
            rows = matching(frame, self._lang, named=named)
            stated = False
            for row in rows:
                if stated and not row.object_types:  # one that asks for types has spoken
                    yield Outcome(frame, Verdict.OUTDONE, row)
                    continue
                for outcome in self._apply(row, frame):
                    stated = stated or bool(outcome.finding and row.object_types)
                    if outcome.finding and "demonym" in row.object:
                        spoken.update(frame.arguments.get("demonym", ()))
                    yield outcome
            if self._brief:
                continue
            all_ = considered(frame, self._lang, named=named)
            for row in all_:
                if row not in rows:
                    yield Outcome(frame, Verdict.WORDS if row.lacks(frame) else Verdict.OUTDONE, row)
            if not all_:
                yield Outcome(frame, Verdict.NO_ROW)

    def demands(self, read: Iterable[Outcome]) -> Iterator[Demand]:
        """What the predicates ask of the types of their arguments, where the other end is there."""
        for outcome in read:
            if outcome.row is None:
                continue
            named = self._at.get(outcome.frame.predicate) if outcome.row.table == "name" else None
            if named is not None and " " not in named.cluster.name:  # "Nordavia's Zuri" may be anything
                continue
            relation = ontology().relations[outcome.row.relation]
            types = {
                "subject": both(relation.domain, outcome.row.subject_types),
                "object": both(relation.range, outcome.row.object_types),
            }
            if outcome.finding:
                yield Demand(outcome.finding.subject.cluster, types["subject"], outcome.frame.predicate)
                yield Demand(outcome.finding.object.cluster, types["object"], outcome.frame.predicate)
                continue
            if not outcome.empty and relation.same_kind and outcome.refused:
                yield self._alike(outcome, relation, types)
                continue
            if outcome.row.table == "demonym":  # "French Cameroun" may as well be a place
                continue
            unfit = [r for r in outcome.refused if r.verdict is Verdict.TYPES and r.end in outcome.empty and r.cluster]
            described = rules(self._lang).described  # "the company acquired X": the company will be resolved later
            meant = {
                r.end
                for r in outcome.refused
                if r.verdict is Verdict.UNRESOLVED
                and described.get(self._doc[r.token].lower_) in (types[r.end] or ontology().types)
            }
            if {r.end for r in unfit} | meant < set(outcome.empty):  # at one end stands nothing
                continue
            for refusal in unfit:
                # Two names of the wrong type may as well be a frame read wrongly, but places do not act.
                if refusal.cluster and (len(outcome.empty) == 1 or refusal.cluster.type == "Place"):
                    yield Demand(refusal.cluster, types[refusal.end], outcome.frame.predicate)

    @staticmethod
    def _alike(outcome: Outcome, relation: Relation, types: Mapping[str, frozenset[str] | None]) -> Demand:
        """Of two ends that have to be alike and are not, the less certain is what the other is: "X, a rival of Y"."""
        kinds = ontology().types
        ends = {refusal.end: refusal.cluster for refusal in outcome.refused if refusal.cluster is not None}
        end = min(sorted(ends), key=lambda end: (" " in ends[end].name, ends[end].certainty))
        other = kinds[ends["object" if end == "subject" else "subject"].type]
        pairs = {t: (kind, other) if end == "subject" else (other, kind) for t, kind in kinds.items()}
        alike = frozenset(t for t, pair in pairs.items() if relation.admits(*pair))
        return Demand(ends[end], alike & (types[end] or alike), outcome.frame.predicate)

    def _is_name(self, frame: Frame) -> bool:
        """Whether the predicate is a name and no word of one ("ministère", "procès")."""
        at = self._at.get(frame.predicate)
        noun = frame.kind == "noun" and self._doc[frame.predicate].pos_ == "PROPN"
        return noun and at is not None and at.mention.kind is MentionKind.NAME

    def _apply(self, row: Row, frame: Frame) -> Iterator[Outcome]:
        types, relation = ontology().types, ontology().relations[row.relation]
        refused: list[Refusal] = []
        subjects, objects = self._ends(row, frame, refused)
        if self._brief and not subjects:
            return
        if relation.symmetric and len(subjects) > 1 and not objects and self._mutual(row, frame):
            objects = subjects  # each with each
        named = any(self._completes(r, row, frame) for r in row.object if r not in row.subject)
        implicit = bool(subjects and not objects and row.implicit and not (row.table == "role" and named))
        if implicit:
            filled = (i for tokens in frame.arguments.values() for i in tokens)
            taken = {id(a.cluster) for a in subjects}
            if row.implicit == "topic":  # who else takes part is not what it is about
                taken |= {id(a.cluster) for i in filled for a in self._referents(self._doc[i])}
            objects = [
                Argument(c, min(c.mentions, key=lambda m: abs(m.start - frame.predicate)))
                for c in implied(self._doc, row.implicit, frame, taken, self._ends)
            ]
        for subject in subjects:
            for object_ in objects:
                if subject.cluster is object_.cluster:
                    continue
                if relation.admits(types[subject.cluster.type], types[object_.cluster.type]):
                    ends = (("subject", *subject), ("object", *object_))
                    why = reasons(row, frame, ends, implicit=implicit)
                    yield Outcome(frame, Verdict.STATED, row, Finding(subject, object_, row, frame, why))
                else:
                    yield Outcome(frame, Verdict.TYPES, row, refused=tuple(_pair(subject, object_)))
        empty = tuple(end for end, filled in (("subject", subjects), ("object", objects)) if not filled)
        if empty:
            yield Outcome(frame, verdict(empty[0], refused), row, empty=empty, refused=tuple(refused))

    def _mutual(self, row: Row, frame: Frame) -> bool:
        """Whether both ends stand in one role: "X et Y fusionnent", "le conflit entre X et Y"."""
        if row.table == "verb":
            other = "object" in frame.arguments and "object" not in row.idiom  # "X and Y run Z"
            noun = [i for role in row.idiom for i in frame.arguments.get(role, ())[:1]]
            if any(self._completed(self._doc[i]) for i in noun):  # "X and Y are in talks to buy Z": each, with Z
                return False
            return not other and not any(
                frame.arguments.get(r) or frame.arguments.get(f"object {r}") for r in row.object
            )
        if row.table == "role" and "Plur" not in features(self._doc[frame.predicate], "Number"):
            return False  # "two brothers, X and Y" are brothers; "X, the brother of Y" says it of one
        both = {
            *_between(self._lang),
            *row.object,
        }  # "la fusion de X et de Y": a row may name a role for both ends
        return any(frame.arguments.get(r) for r in row.subject if r in both)

    def _completed(self, noun: Token) -> bool:
        """Whether an infinitive that is done to something named says what a noun is about."""
        about = [v for role, v in adapter(noun)(noun) if role == "participle" and "Inf" in features(v, "VerbForm")]
        return any(child.i in self._at for verb in about for _, child in adapter(verb)(verb))

    def _ends(
        self, row: Row, frame: Frame, refused: list[Refusal] | None = None
    ) -> tuple[list[Argument], list[Argument]]:
        """What fills the two ends of a row in a frame; what stands there and cannot be it is added to `refused`."""
        relation = ontology().relations[row.relation]
        refused = [] if refused is None else refused
        domain, range_ = both(relation.domain, row.subject_types), both(relation.range, row.object_types)
        subjects = self._fill(row, ("subject", row.subject), frame, domain, frozenset(), refused)
        if self._brief and not subjects:
            return [], []
        taken = frozenset(id(a.cluster) for a in subjects)
        return subjects, self._fill(row, ("object", row.object), frame, range_, taken, refused)

    def _fill(
        self,
        row: Row,
        end: tuple[str, Sequence[str]],
        frame: Frame,
        types: frozenset[str] | None,
        taken: frozenset[int],
        refused: list[Refusal],
    ) -> list[Argument]:
        """What fills the first role of an end that anything of these types fills; None admits any type."""
        parts = _parts(self._lang)
        for role in end[1]:
            places = _places(row, role, parts)
            if role not in parts and self._aside(row, frame):
                places = tuple(place for place in places if not place.startswith("object "))
            tokens = [i for place in places for i in frame.arguments.get(place, ())]
            if role in {"referent", ITSELF}:  # a description that was resolved is said of what it stands for
                tokens += [frame.predicate, *self._shared_bearer(frame.predicate)]
            found: dict[int, Argument] = {}
            for i in tokens:
                place = role in {ITSELF, "demonym"} and i in self._at
                arguments = [self._origins.get(i, self._at[i])] if place else self._referents(self._doc[i])
                arguments = [a for a in arguments if self._takes_part(a, role, row, frame)]
                arguments = self._member(i, arguments, types)
                if not arguments:
                    refused.append(Refusal(end[0], role, i, Verdict.UNRESOLVED))
                for argument in arguments:
                    if id(argument.cluster) in taken:
                        refused.append(Refusal(end[0], role, i, Verdict.SAME, argument.cluster))
                    elif types is not None and argument.cluster.type not in types:
                        refused.append(Refusal(end[0], role, i, Verdict.TYPES, argument.cluster))
                    else:
                        found.setdefault(id(argument.cluster), argument)
            if found:
                return list(found.values())
        return []

    def _aside(self, row: Row, frame: Frame) -> bool:
        """Whether the object is something that a row does not ask for: "bloque l'*aide* à Y" does not block Y."""
        if row.table != "verb" or "object" in row.idiom or "object" not in row.object or "subject" not in row.subject:
            return False
        objects = frame.arguments.get("object", ())
        return bool(objects) and not any(self._referents(self._doc[i]) for i in objects)

    def _takes_part(self, argument: Argument, role: str, row: Row, frame: Frame) -> bool:
        """Whether what a role leads to takes part in it, and does not only stand near.

        A newspaper that announces a deal is no party to it; a country does not support whom its people support. In
        "les villes de X et de Y" the noun stands for its complement, of which nothing else is said; in "la direction
        belge de X" not X is from Belgium.
        """
        if self._is_people(argument) and ontology().relations[row.relation].family not in _BY_PEOPLES:
            return False
        if role == "support":
            speaks = governor(self._doc[frame.predicate])[1].lemma_.lower() in words(self._lang).speech
            return not (speaks and argument.cluster.type == "Media")
        if role != "referent":
            return not self._some_members(argument, frame)
        of = _parts(self._lang)
        inside = range(argument.mention.start, argument.mention.end)
        if row.table == "demonym":
            described = [self._doc[i] for i in frame.arguments.get("referent", ()) if i not in self._at]
            if argument.cluster.type == "Company" and any(says_otherwise(noun) for noun in described):
                return False  # "in 511 BC, the Macedonian king" locates no business
            return not any(
                edge in of and child.i in inside
                for noun in described
                if noun.lemma_.lower() not in _naming(self._lang)
                for edge, child in adapter(noun)(noun)
            )
        several = (at for edge in of for at in [frame.arguments.get(edge, ())] if len(at) > 1)
        return not any(i in inside for at in several for i in at)

    def _is_people(self, argument: Argument) -> bool:
        """Whether a country is there by the word for its people alone: "les Français soutiennent X"."""
        token = self._doc[argument.mention.start]
        return (
            argument.mention.via == "demonym"
            and token.pos_ in {"NOUN", "PROPN"}
            and "Plur" in features(token, "Number")
        )

    def _some_members(self, argument: Argument, frame: Frame) -> bool:
        """Whether a word for members of a party is said of some only: "Democrats led by X" are not the party."""
        token = self._doc[argument.mention.start]
        if argument.cluster.type != "Party" or token.lower_ not in rules(self._lang).several_members:
            return False
        label, head = governor(self._doc[frame.predicate])
        return label in {"participle", "relative"} and head == token

    def _is_some_kind(self, edges: Iterable[Edge]) -> bool:
        """Whether a common noun makes another of a board or a team: "X's *oversight* board" is not X."""
        kinds = (t for role, t in edges if role == "compound" and t.pos_ == "NOUN" and t.i not in self._at)
        return any(t.lemma_.lower() not in _transparent(self._lang) for t in kinds)

    def _completes(self, role: str, row: Row, frame: Frame) -> bool:
        """Whether a role says of what a post is: "directeur d'une filiale", but not in "chief *technology* officer"."""
        tokens = frame.arguments.get(role, ())
        nouns = [self._doc[i] for i in tokens if role == "compound" and row.modifiers and self._doc[i].pos_ == "NOUN"]
        return len(tokens) > sum(noun.lemma_.lower() not in row.modifiers for noun in nouns)

    def _member(self, i: int, arguments: list[Argument], types: frozenset[str] | None) -> list[Argument]:
        """Who the word for a member of a party is said of, where no party can stand: "a Democrat who represents Y"."""
        party = any(a.mention.via == "party" for a in arguments) and types is not None and "Party" not in types
        said = [a for j in self._said_of.get(i, ()) for a in self._referents(self._doc[j], 1)] if party else []
        return said or arguments

    def _shared_bearer(self, predicate: int) -> list[int]:
        """The description that a noun without an article of its own is joined to: "le fondateur et patron de X"."""
        noun = self._doc[predicate]
        role, head = governor(noun)
        first = self._at.get(head.i)
        joined = role == "conjunct" and first is not None and first.mention.kind is MentionKind.DESCRIPTION
        own = any(t.lower_ in _articles(self._lang) for t in noun.lefts)
        return [head.i] if joined and not own else []

    def _referents(self, token: Token, depth: int = 0) -> list[Argument]:
        """The clusters that a token stands for: its own, what it is said of, what it is a part of.

        "une start-up fondée par Y" after "X," is X, and so is the board of X. Of a noun in the singular that is said of
        two things one is misread: it stands for the name in apposition to it, if there is one.
        """
        word = self._at.get(token.i)
        if token.lower_ in origins(self._lang) or (word is not None and word.mention.via == "party"):
            for role, child in adapter(token)(token):
                if role == "apposition" and child.i in self._at:  # "le chinois Lumitec", "le démocrate X"
                    return [self._at[child.i]]
        if word is not None and word.mention.via == "demonym" and _is_noun_of_origin(token):
            return []  # "le bordelais" is somebody from there
        if word is not None:
            return self._two.get(token.i, [word])
        if depth > DEPTH:
            return []
        key = token.i, depth
        if key not in self._found:
            self._found[key] = self._stood_for(token, depth)
        return self._found[key]

    def _stood_for(self, token: Token, depth: int) -> list[Argument]:
        """The clusters that a token stands for which is no mention of any."""
        edges = list(adapter(token)(token))
        plural = "Plur" in features(token, "Number")
        names = (c for role, c in edges if role == "apposition" for c in (coordinated(c) if plural else [c]))
        beside = [a for child in names if child.i in self._at for a in self._referents(child, depth + 1)]
        said = [a for i in self._said_of.get(token.i, ()) for a in self._referents(self._doc[i], depth + 1)]
        found = list({id(a.cluster): a for a in (*beside, *said)}.values())
        if len(found) > 1 and "Sing" in features(token, "Number"):
            return beside[:1]
        if found:
            return found
        owned = any(role == "possessive" for role, _ in edges)
        if token.lemma_.lower() in _called(self._lang) and not owned:  # "the X app" is X; "the app of X" is not
            compounds = [a for role, c in edges if role == "compound" for a in self._referents(c, depth + 1)]
            if len(compounds) == 1 and compounds[0].cluster.type in {"Product", "Company"}:
                return compounds
        named = token.lemma_.lower() in _naming(self._lang)
        transparent = token.lemma_.lower() in _transparent(self._lang) and not self._is_some_kind(edges)
        if named or transparent:
            for role, child in edges:
                if role in _parts(self._lang):  # "la ville de X" is X, but "le gouvernement de X" is not
                    found = [a for a in self._referents(child, depth + 1) if named == (a.cluster.type == "Place")]
                    if found:
                        return found[:1]
        return []


def _is_noun_of_origin(token: Token) -> bool:
    """Whether a nationality in small letters has an article of its own, where that makes a noun of it."""
    return token.is_lower and any(t.dep_ == "det" for t in token.lefts)


def _inked(sentence: DocSpan) -> tuple[int, int] | None:
    """The tokens of a sentence without the space around them; None where it is all space, as masked noise is."""
    inked = [token.i for token in sentence if not token.is_space]
    return (inked[0], inked[-1] + 1) if inked else None


def _told(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without vague ones of which the article says more: "X's Ada" where she is the head of X."""
    relations = ontology().relations

    def key(found: Finding) -> tuple[int, int, str]:
        return id(found.subject.cluster), id(found.object.cluster), relations[found.row.relation].family

    plain = {key(found) for found in findings if not found.row.vague}
    return [found for found in findings if not (found.row.vague and key(found) in plain)]


def _puts_an_end_to(found: Finding) -> frozenset[str]:
    """The relations between the same two that are over if the finding is true."""
    ends = ontology().relations[found.row.relation].ends
    return ends if ends and status(found.frame.outlook, found.row) is Status.ASSERTED else frozenset()


def status(outlook: Outlook, row: Row) -> Status:
    """The status of a statement: what its clause says, then what the row says of itself.

    What somebody is does not hang on the fate of the clause that mentions it; what happens does.
    """
    happens = row.table in {"verb", "event"}
    if outlook.denied or (happens and outlook.governed_denied):
        return Status.NEGATED
    if outlook.possible or (happens and outlook.governed_possible):
        return Status.UNCERTAIN
    if row.status:
        return Status(row.status)
    relations, relation = ontology().relations, ontology().relations[row.relation]
    lasting = relation.lasting
    # an MP who resigns stays a member of the party: only posts, which have a title, are given up with the word for them
    post = "role" in relation.qualifiers or relation.family != relations["leads"].family
    lapsed = outlook.lapsed and lasting and not row.idiom
    # who sells a product has developed it, and a Democrat who is fired stays one
    ended = outlook.governed_over and (happens or (lasting and post and ITSELF not in row.object))
    over = outlook.over and (lasting or not outlook.lapsed)  # "was on a visit to X": what has happened, has
    return Status.ENDED if over or ended or lapsed else Status.ASSERTED


def _pair(subject: Argument, object_: Argument) -> Iterator[Refusal]:
    """Two ends that the relation does not join with each other."""
    for end, argument in (("subject", subject), ("object", object_)):
        yield Refusal(end, "", argument.mention.start, Verdict.TYPES, argument.cluster)


@cache
def _places(row: Row, role: str, of: frozenset[str]) -> Sequence[str]:
    """Where the filler of a role may hang: on the predicate, on a noun of its idiom, on the other end of an event.

    In "l'enquête du parquet sur X" the parser has the choice; a name has no complement of that kind of its own.
    """
    own = row.idiom and "object" not in row.idiom and "object" in (*row.subject, *row.object)
    nouns = [*row.idiom] if own else ["object", *row.idiom]  # "nommer le ministre de X à la tête de Y" is about Y
    if row.table == "event":
        nouns += [r for r in (*row.subject, *row.object) if r != role]
    elif row.table == "role":
        nouns += [r for r in row.object if r in of and r != role]
    return tuple(dict.fromkeys((role, *(f"{noun} {role}" for noun in nouns))))


@cache
def _naming(lang: str) -> frozenset[str]:
    return frozenset(load(lang, "frames")["naming"])


@cache
def _called(lang: str) -> frozenset[str]:
    return frozenset(load(lang, "frames").get("called", ()))


@cache
def _articles(lang: str) -> frozenset[str]:
    return frozenset((*load(lang, "references")["determiners"], *load(lang, "names")["articles"]))


@cache
def _transparent(lang: str) -> frozenset[str]:
    return frozenset(load(lang, "frames")["transparent"])


@cache
def _between(lang: str) -> frozenset[str]:
    return frozenset(load(lang, "frames")["between"])


@cache
def _parts(lang: str) -> frozenset[str]:
    return frozenset(("possessive", "compound", *load(lang, "frames")["of"]))
