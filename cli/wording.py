"""The explanation of a sentence in words, for the terminal and the page alike."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from spacy.tokens import Doc

from ..extractors.annotations import Frame, Outlook
from ..extractors.explanation import Explained, Framed, Mentioned, Stated, quote
from ..extractors.outcomes import Refusal, Verdict
from ..extractors.pointers import word
from ..extractors.relations import Row
from ..extractors.statements import Argument, Outcome
from ..graph.model import MentionKind
from ..graph.ontology import ontology

_STEPS: Mapping[str, str] = {
    "pronoun:subject": "pronoun, by agreement and prominence",
    "pronoun:object": "pronoun, by agreement and prominence",
    "pronoun:latter": "the last thing that agrees",
    "pronoun:ahead": "pronoun in front of the clause whose subject it stands for",
    "possessive": "possessive, by agreement and prominence",
    "possessive:ahead": "possessive in front of the clause whose subject it stands for",
    "description:said": "the article says this noun of it",
    "description:type": "noun that fits its type, by agreement and prominence",
    "description:topic": "noun that fits its type; the article is about it",
    "description:next": "post whose bearer the next sentence names",
    "demonym": "nationality of this place",
    "event": "noun of an event",
}
"""What the steps of coreference mean (`Reference.via`); one that is not here is shown by its key."""

UNRESOLVED = "stands for nothing: no step found what"
UNPARSED = "not parsed: it names too little to state anything"

_OF_WORDS = frozenset((Verdict.STATED, Verdict.WORDS, Verdict.OUTDONE))
_MANY = 6


def why_mention(mention: Mentioned) -> str:
    """By which step the words stand for it; for a name, what speaks for its types here."""
    reference = mention.reference
    if reference.kind is MentionKind.NAME:
        doubt = "; doubtful: it opens its sentence" if reference.doubt else ""
        whole = dict(mention.total) != dict(mention.votes)
        together = f"; all its names for {_votes(mention.total)}" if whole else ""
        best = max(mention.total.values(), default=0)
        other = mention.total.get(mention.cluster.type, 0) < best or not best
        corrected = f"; {mention.cluster.type} by all that is said of it" if other else ""
        return f"name; speaks for {_votes(mention.votes) or 'no type'}{together}{corrected}{doubt}"
    step = _STEPS.get(reference.via) or reference.via or str(reference.kind)
    return step if reference.margin >= 1 else f"{step}; leads by {reference.margin:.2f}"


def predicate(frame: Frame) -> str:
    """What a frame is about: "verb retirer (reflexive)", "noun directeur +ancien"."""
    modifiers = "".join(f" +{m}" for m in frame.modifiers)
    return f"{frame.kind} {frame.lemma}{' (reflexive)' if frame.reflexive else ''}{modifiers}"


def _votes(votes: Mapping[str, float]) -> str:
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return ", ".join(f"{type_} {weight:.3g}" for type_, weight in ranked)


def names(found: Iterable[Argument]) -> str:
    return ", ".join(a.cluster.name for a in found)


def arguments(doc: Doc, framed: Framed) -> Iterator[tuple[str, str, str]]:
    """The roles of a frame: role, what stands there, and the names of what that stands for ("" for nothing)."""
    for role, i, found in framed.arguments:
        whole = word(doc[i])  # "start-up" is three tokens
        yield role, quote(doc, i, i + 1) if whole == doc[i].lower_ else whole, names(found)


def held(doc: Doc, outlook: Outlook) -> str:
    """What bears on the truth of a frame: "denied", "governed possible", and whom it is ascribed to."""
    flags = [f.name.replace("_", " ") for f in fields(outlook) if getattr(outlook, f.name) is True]
    if outlook.source is not None:
        flags.append(f"according to {quote(doc, outlook.source, outlook.source + 1)}")
    return ", ".join(flags)


def result(stated: Stated) -> tuple[str, str, str, str, str]:
    """A statement in parts: subject, relation, object, status, and the rest: the confidence with its factors, when…"""
    finding, evidence = stated.finding, stated.evidence
    factors = " × ".join(f"{r.weight:g} ({r.about})" for r in evidence.reasons)
    known = {"when": evidence.when, "amount": evidence.amount, "role": evidence.role, "source": stated.source}
    return (
        finding.subject.cluster.name,
        finding.row.relation,
        finding.object.cluster.name,
        str(stated.status),
        "; ".join([f"{evidence.confidence:.2f} = {factors}", *(f"{k} {v}" for k, v in known.items() if v)]),
    )


def misses(doc: Doc, framed: Framed) -> Iterator[str]:
    """Why the frame made no statement, or why some of its rows made none, a line each."""
    if any(o.verdict is Verdict.NO_ROW for o in framed.outcomes):
        yield f"no row for the {framed.frame.kind} “{framed.frame.lemma}” (lexicon/{doc.lang_}/relations*.toml)"
    if any(o.verdict is Verdict.SPOKEN for o in framed.outcomes):
        yield "the nationality belongs to a post that has used it"
    stated = {s.finding.row.relation for s in framed.stated}
    for finding in [o.finding for o in framed.outcomes if o.finding is not None]:
        if finding not in [s.finding for s in framed.stated]:
            yield f"{_row(finding.row)}: the graph leaves this statement out again"
    for outcome in framed.outcomes:
        told = outcome.verdict in _OF_WORDS or _idle(outcome)
        if outcome.row is not None and not told and outcome.row.relation not in stated:
            yield f"{_row(outcome.row)}: {_reason(doc, outcome, outcome.row)}"
    if not stated:
        asked: dict[str, list[str]] = {}
        for row in [o.row for o in framed.outcomes if o.row is not None and o.verdict is Verdict.WORDS]:
            asked.setdefault(row.relation, []).append(_asks(row, framed))
        if asked:
            yield f"rows that ask for other words: {'; '.join(f'{r} ({_some(wanted)})' for r, wanted in asked.items())}"
        outdone = list(dict.fromkeys(o.row.relation for o in framed.outcomes if o.row and o.verdict is Verdict.OUTDONE))
        if outdone:
            yield f"rows that ask for less stand back: {', '.join(outdone)}"


def _idle(outcome: Outcome) -> bool:
    """Whether a row that is about any word at all found nothing in its roles: no news."""
    return outcome.row is not None and not outcome.row.lemma and outcome.verdict is Verdict.MISSING


def _some(words: Iterable[str]) -> str:
    distinct = list(dict.fromkeys(words))
    return ", ".join(distinct[:_MANY]) + (", …" if len(distinct) > _MANY else "")


def _row(row: Row) -> str:
    return f"[[{row.table}]] {row.lemma} → {row.relation}".replace("  ", " ")


def _reason(doc: Doc, outcome: Outcome, row: Row) -> str:
    relation = ontology().relations[row.relation]
    if not outcome.empty:
        kinds = " and ".join(_types(doc, r) for r in outcome.refused)
        return f"{row.relation} does not join {kinds}"
    told = []
    for end in outcome.empty:
        roles, narrow = (row.subject, row.subject_types) if end == "subject" else (row.object, row.object_types)
        admitted = relation.domain if end == "subject" else relation.range
        if admitted is not None and narrow:
            admitted &= narrow
        refused = [r for r in outcome.refused if r.end == end]
        if not refused:
            implicit = f", and no {row.implicit} to imply" if end == "object" and row.implicit else ""
            told.append(f"nothing stands as {end} ({', '.join(roles) or 'none'}){implicit}")
        told += list(dict.fromkeys(_refusal(doc, r, admitted or narrow) for r in refused))
    return "; ".join(told)


def _refusal(doc: Doc, refusal: Refusal, admitted: frozenset[str]) -> str:
    there = f"“{quote(doc, refusal.token, refusal.token + 1)}” ({refusal.role})"
    if refusal.verdict is Verdict.UNRESOLVED:
        return f"{there} stands for nothing that has a name, as {refusal.end}"
    if refusal.verdict is Verdict.SAME:
        return f"{there} is the subject itself, so no {refusal.end}"
    wanted = " or ".join(t for t in ontology().types if t in admitted) or "another type"
    return f"{there} is {_types(doc, refusal)}; the {refusal.end} must be {wanted}"


def _types(doc: Doc, refusal: Refusal) -> str:
    cluster = refusal.cluster
    return f"{cluster.name} ({cluster.type})" if cluster else quote(doc, refusal.token, refusal.token + 1)


def _asks(row: Row, framed: Framed) -> str:
    """What the row wants and the frame does not have."""
    wanted = {
        "reflexive": "reflexive" if row.reflexive else "not reflexive",
        "modifiers": " ".join(sorted(row.modifiers - set(framed.frame.modifiers))),
        "idiom": ", ".join(f"{role} {'/'.join(sorted(nouns)[:3])}" for role, nouns in row.idiom.items()),
    }
    return ", ".join(wanted.get(key, key) for key in row.lacks(framed.frame))


def silent(sentence: Explained) -> list[str]:
    """The predicates that no row is about and that have nothing with a name in any role: they could state nothing."""
    return [f.frame.lemma for f in sentence.frames if not worth(f) and not any(map(_idle, f.outcomes))]


def worth(framed: Framed) -> bool:
    """Whether a frame is worth a line of its own: it stated something, or could have."""
    told = [o for o in framed.outcomes if not _idle(o)]
    return any(o.verdict is not Verdict.NO_ROW for o in told) or (bool(told) and framed.about)
