"""Annotated articles: gold files and predictions, one JSON object a line (docs/evaluate.md describes the form)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ..graph.errors import UserError
from ..graph.model import Status
from ..graph.ontology import ontology


@dataclass(frozen=True, slots=True)
class AnnotatedEntity:
    """Something that an article names. `type` is "" where a prediction gives none, `alt_types` are as good as it."""

    id: str
    name: str
    type: str = ""
    mentions: tuple[str, ...] = ()
    alt_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Triple:
    """A statement between two entity ids of its article. `alt` are relations that are as good as `relation`.

    An `optional` one is a reading that a careful annotator may accept or not: it counts for nobody.
    """

    subject: str
    relation: str
    object: str
    status: str = Status.ASSERTED
    alt: tuple[str, ...] = ()
    optional: bool = False
    confidence: float = 1.0
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One article with its entities and statements; predictions may come without the text."""

    id: str
    lang: str = ""
    title: str = ""
    date: str = ""
    text: str = ""
    entities: tuple[AnnotatedEntity, ...] = ()
    triples: tuple[Triple, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file of annotations: `place` is "line 3", `reason` says what to do."""

    file: str
    place: str
    reason: str


def read_gold(path: Path) -> Iterator[Annotation | Fault]:
    """The articles of a gold file, and what is wrong in its other lines; a line with any fault is left out.

    Every name of a type, relation and status must be one of ours. `UserError` where the file cannot be read at all.
    """
    return _read(path, strict=True)


def read_predictions(path: Path) -> Iterator[Annotation | Fault]:
    """The articles of a file of predictions, whoever made it: types and relations may be any, texts may be missing."""
    return _read(path, strict=False)


def annotation(record: Mapping[str, Any]) -> Annotation:
    """The annotation in a record that has no faults."""
    return Annotation(
        id=record["id"],
        **{key: record.get(key) or "" for key in ("lang", "title", "date", "text")},
        entities=tuple(
            AnnotatedEntity(e["id"], e["name"], e.get("type") or "", _texts(e, "mentions"), _texts(e, "alt_types"))
            for e in record.get("entities") or ()
        ),
        triples=tuple(
            Triple(
                *(t["s"], t["r"], t["o"], t.get("status") or str(Status.ASSERTED), _texts(t, "alt")),
                *(bool(t.get("optional")), _confidence(t), str(t.get("evidence") or "")),
            )
            for t in record.get("triples") or ()
        ),
    )


def _texts(record: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(record.get(key) or ())


def _confidence(record: Mapping[str, Any]) -> float:
    value = record.get("confidence")
    return 1.0 if value is None else float(value)


def _read(path: Path, *, strict: bool) -> Iterator[Annotation | Fault]:
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror or error})") from error
    places: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        place = f"line {number}"
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            yield Fault(str(path), place, f"not UTF-8 at byte {error.start + 1}: save the file in UTF-8")
            continue
        except (ValueError, RecursionError) as error:
            column = f" at column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else ""
            yield Fault(str(path), place, f"not JSON{column}; each article is one object in one line")
            continue
        faults = list(_faults(record, strict=strict))
        if not faults and record["id"] in places:
            faults = [f"article {record['id']!r} is in {places[record['id']]} already: give it an id of its own"]
        if faults:
            yield from (Fault(str(path), place, fault) for fault in faults)
        else:
            places[record["id"]] = place
            yield annotation(record)


def _faults(record: Any, *, strict: bool) -> Iterator[str]:
    """All that is wrong with one line, each with where it is and what to do."""
    if not isinstance(record, Mapping):
        yield 'not an article: write an object {"id": …, "text": …, "entities": […], "triples": […]}'
        return
    yield from _wrong_texts(
        record, "", ("id", "lang", "text") if strict else ("id",), ("lang", "title", "date", "text")
    )
    lists = {}
    for key in ("entities", "triples"):
        value = record.get(key)
        if not (isinstance(value, list) and all(isinstance(item, Mapping) for item in value)) and (
            strict or value is not None
        ):
            yield f"{key} must be a list of objects, [] where there are none"
            value = []
        lists[key] = value or []
    ids: set[str] = set()
    for number, entity in enumerate(lists["entities"], 1):
        where = f"entity {entity.get('id', number)!r}: " if isinstance(entity.get("id"), str) else f"entity {number}: "
        yield from _wrong_texts(entity, where, ("id", "name", *(("type",) if strict else ())), ("type",))
        yield from _wrong_lists(entity, where, ("mentions", "alt_types"))
        ident = entity.get("id")
        if isinstance(ident, str):
            if ident in ids:
                yield f"{where}there are two of this id"
            ids.add(ident)
        if strict:
            yield from _unknown(entity, where, {"type": ontology().types, "alt_types": ontology().types})
    for number, triple in enumerate(lists["triples"], 1):
        where = f"triple {number}: "
        yield from _wrong_texts(triple, where, ("s", "r", "o"), ("status",))
        yield from _wrong_lists(triple, where, ("alt",))
        for end in ("s", "o"):
            if isinstance(triple.get(end), str) and triple[end] not in ids:
                yield f"{where}{end} is {triple[end]!r}, and no entity has this id"
        if not isinstance(triple.get("optional") or False, bool):
            yield f"{where}optional must be true or false"
        if isinstance(triple.get("confidence") or 0, bool) or not isinstance(
            triple.get("confidence") or 0, int | float
        ):
            yield f"{where}confidence must be a number from 0 to 1"
        if strict:
            known = {"r": ontology().relations, "alt": ontology().relations, "status": ontology().statuses}
            yield from _unknown(triple, where, known)


def _wrong_texts(
    record: Mapping[str, Any], where: str, required: tuple[str, ...], optional: tuple[str, ...]
) -> Iterator[str]:
    for key in dict.fromkeys((*required, *optional)):
        value = record.get(key)
        if key in required and not (isinstance(value, str) and value.strip()):
            yield f"{where}{key!r} is missing: a text that is not empty"
        elif key not in required and not isinstance(value, str | None):
            yield f"{where}{key!r} must be a text"


def _wrong_lists(record: Mapping[str, Any], where: str, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        value = record.get(key)
        if value is not None and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            yield f"{where}{key!r} must be a list of texts"


def _unknown(record: Mapping[str, Any], where: str, known: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """Names that are none of ours, with the nearest that is one."""
    kinds = {"r": "relation", "alt": "relation", "type": "type", "alt_types": "type", "status": "status"}
    for key, names in known.items():
        values = record.get(key) or []
        for value in [values] if isinstance(values, str) else values if isinstance(values, list) else []:
            if isinstance(value, str) and value.strip() and value not in names:
                close = get_close_matches(value, names, 1, 0.5)
                hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(names)}"
                yield f"{where}no {kinds[key]} {value!r}; {hint}"
