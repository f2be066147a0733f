"""FollowTheMoney entities as JSON Lines, for Aleph, OpenSanctions' tools and other investigative platforms.

Only what is asserted or has ended becomes a link; what is denied or only possible is in no line, since FollowTheMoney
has no word for it. A link quotes its sentences and names their publishers and addresses, a thing has the articles that
name it for its proof. Ids are made of ours, so that the same thing keeps its id from build to build. The schema is that
of https://followthemoney.tech.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..graph.happenings import Event
from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Article, Entity, Statement, Status
from ..graph.ontology import ontology
from ..graph.values import bounds

SCHEMATA: Mapping[str, str] = {
    "Person": "Person",
    "Company": "Company",
    "Party": "Organization",
    "Institution": "PublicBody",
    "Media": "Organization",
    "Organization": "Organization",
    "Event": "Event",
}
"""The schema of each type of entity; what is a product, a place, a law or a work is no party to anything there."""

_ORGANIZATIONS = {"Company", "Organization", "PublicBody"}

_LINKS: Mapping[str, tuple[str, str, set[str], str, set[str]]] = {
    # relation: schema, the property of the subject and its schemata, that of the object and its schemata
    "owns": ("Ownership", "owner", {"Person", *_ORGANIZATIONS}, "asset", {"Company"}),
    "acquired": ("Ownership", "owner", {"Person", *_ORGANIZATIONS}, "asset", {"Company"}),
    "leads": ("Directorship", "director", {"Person"}, "organization", _ORGANIZATIONS),
    "works_for": ("Employment", "employee", {"Person"}, "employer", _ORGANIZATIONS),
    "member_of": ("Membership", "member", {"Person", *_ORGANIZATIONS}, "organization", _ORGANIZATIONS),
    "family_of": ("Family", "person", {"Person"}, "relative", {"Person"}),
    "partner_of": ("Associate", "person", {"Person"}, "associate", {"Person"}),
}
"""Relations that FollowTheMoney knows. Every other one, and one of these between others, is an UnknownLink."""

_EVENTS = ("participated_in", "organized")
"""Relations that are roles in an event, and so no link beside it."""

_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
"""Line ends beside "\\n" that some readers split at: as JSON escapes."""

Line = dict[str, Any]


def entities(graph: KnowledgeGraph) -> Iterator[Line]:
    """Articles, things and links, each with `id`, `schema` and `properties`; in the order of our ids."""
    links = list(_links(graph))
    for article in graph.articles.values():
        yield _article(article)
    for entity in graph.entities.values():
        if entity.type in SCHEMATA:
            event = graph.events_by_id.get(entity.id)
            yield _thing(entity, _happened(graph, event) if event else {})
    for event in graph.events_by_id.values():
        if event.id not in graph.entities and event.status in (Status.ASSERTED, Status.ENDED):
            yield _line(identifier(event.id), "Event", _stated(graph, event))
    for schema, properties, statement in links:
        yield _link(graph, schema, properties, statement)


def write(graph: KnowledgeGraph, path: Path) -> None:
    """One entity a line, as UTF-8; lone surrogates, which UTF-8 has not, become "?"."""
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for line in entities(graph):
            file.write(json.dumps(line, ensure_ascii=False, sort_keys=True).translate(_ENDS) + "\n")


def identifier(*parts: str) -> str:
    """A FollowTheMoney id, ASCII without a slash, for one of ours."""
    return "liaisons-" + hashlib.sha1("\x00".join(parts).encode(errors="surrogatepass")).hexdigest()


def _article(article: Article) -> Line:
    return _line(
        identifier("article", article.id),
        "Article",
        {
            "fileName": [article.id],
            "title": [article.title],
            "author": [article.author],
            "publisher": [article.source],
            "publishedAt": [_day(article.date)],
            "sourceUrl": [_url(article.url)],
            "language": [{"fr": "fra", "en": "eng"}.get(article.lang, "")],
        },
    )


def _thing(entity: Entity, more: Mapping[str, list[str]]) -> Line:
    schema = SCHEMATA[entity.type]
    wikidata = [i.rpartition("/")[2] for i in entity.same_as if "wikidata.org/entity/Q" in i]
    return _line(
        identifier(entity.id),
        schema,
        {
            "name": [entity.name],
            "alias": [*entity.aliases, *(text for _, text in entity.labels if text != entity.name)],
            "wikidataId": wikidata,
            "topics": ["pol.party"] if entity.type == "Party" else [],
            "proof": [identifier("article", m.article) for m in entity.mentions],
            **more,
        },
    )


def _facts(graph: KnowledgeGraph) -> Iterator[tuple[Statement, Entity, Entity]]:
    """What holds or held between two things that have a schema."""
    for s in graph.statements():
        subject, object_ = graph.entities[s.subject], graph.entities[s.object]
        if s.status in (Status.ASSERTED, Status.ENDED) and {subject.type, object_.type} <= set(SCHEMATA):
            yield s, subject, object_


def _happened(graph: KnowledgeGraph, event: Event) -> dict[str, list[str]]:
    """When and where an event was, who took part and who organised it, and what the sentences on it say.

    Of one that is only possible, the date and the place alone.
    """
    found = {"date": [_day(event.when or "")], "location": [graph.entities[i].name for i in event.places]}
    if event.status not in (Status.ASSERTED, Status.ENDED):
        return found
    told = [e for e in event.evidence if e.sentence.quote]
    found["summary"] = [told[0].sentence.quote] if told else []
    found["description"] = [_quoted(graph.articles[e.article], e.sentence.quote) for e in told]
    found["notes"] = [f"amount: {event.amount}"] if event.amount else []
    for p in event.participants:
        if SCHEMATA.get(graph.entities[p.entity].type, "Event") != "Event":
            found.setdefault("organizer" if p.role == "organizer" else "involved", []).append(identifier(p.entity))
    return found


def _stated(graph: KnowledgeGraph, event: Event) -> dict[str, list[str]]:
    """The properties of an event that statements state: named in English, its other names beside."""
    articles = [graph.articles[i] for i in sorted({e.article for e in event.evidence})]
    return {
        "name": [event.label("en")],
        "alias": [text for _, text in event.labels if text != event.label("en")],
        "recordId": [event.id],
        "sourceUrl": [_url(a.url) for a in articles],
        "publisher": [a.source for a in articles],
        "proof": [identifier("article", a.id) for a in articles],
        **_happened(graph, event),
    }


def _links(graph: KnowledgeGraph) -> Iterator[tuple[str, dict[str, list[str]], Statement]]:
    for s, subject, object_ in _facts(graph):
        if s.relation in _EVENTS and object_.type == "Event" and subject.type != "Event":
            continue
        known = _LINKS.get(s.relation)
        if known and SCHEMATA[subject.type] in known[2] and SCHEMATA[object_.type] in known[4]:
            schema, from_, _, to, _ = known
        else:
            schema, from_, to = "UnknownLink", "subject", "object"
        yield schema, {from_: [identifier(s.subject)], to: [identifier(s.object)]}, s


def _link(graph: KnowledgeGraph, schema: str, ends: dict[str, list[str]], s: Statement) -> Line:
    relation = ontology().relations[s.relation]
    label = relation.labels["en"]
    days = sorted({d for e in s.evidence if (d := _day(e.when or ""))})
    properties: dict[str, list[str]] = {
        **ends,
        "summary": [s.evidence[0].sentence.quote],
        "description": [_quoted(graph.articles[e.article], e.sentence.quote) for e in s.evidence],
        "recordId": ["/".join((s.subject, s.relation, s.object, str(s.status)))],
        "sourceUrl": [_url(graph.articles[e.article].url) for e in s.evidence],
        "publisher": [graph.articles[e.article].source for e in s.evidence],
    }
    roles = [e.role for e in s.evidence if e.role]
    if schema in ("Family", "Associate"):
        properties["relationship"] = roles or [label]
    else:
        properties["role"] = roles if schema != "UnknownLink" and roles else [label]
        properties["status"] = [str(s.status)] if s.status is Status.ENDED else []
        if schema == "UnknownLink":
            properties["role"] += roles
    if s.status is Status.ENDED and relation.lasting:
        properties["endDate"] = days[-1:]
    elif s.relation == "acquired" and schema == "Ownership":
        properties["startDate"] = days[:1]
    else:
        properties["date"] = days
    return _line(identifier("link", *s.key), schema, properties)


def _quoted(article: Article, sentence: str) -> str:
    """A sentence with what tells where it stands."""
    where = ", ".join(filter(None, (article.title, article.source, article.date))) or article.id
    return f"{sentence} ({where})"


def _line(ident: str, schema: str, properties: Mapping[str, list[str]]) -> Line:
    """The line without what is empty, each value once and sorted."""
    kept = {name: sorted({v.strip() for v in values if v.strip()}) for name, values in properties.items()}
    return {"id": ident, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _day(date: str) -> str:
    return date if bounds(date) else ""


def _url(url: str) -> str:
    """The address where it is one of the web, else ""."""
    parts = urlsplit(url) if url.isprintable() else None
    return url if parts and parts.scheme in ("http", "https") and parts.netloc else ""
