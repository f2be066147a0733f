"""The pages of the endpoint: HTML without scripts, and without anything from elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol
from urllib.parse import quote, urlencode

import jinja2

from .. import __version__
from ..exports.library import NamedQuery, library
from ..exports.sparql import prefixed
from ..exports.vocabulary import LIA, PREFIXES
from ..graph.ontology import ontology
from .worker import Answer

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())

KNOWN = "ASK { VALUES ?it { UNDEF } { ?it ?p ?o } UNION { ?s ?q ?it } }"

_STATED = (
    _PREFIXES
    + """
SELECT DISTINCT ?subject ?subject_name ?relation ?object ?object_name ?status ?sentence ?article ?headline {
  VALUES ?it { UNDEF }
  { ?s rdf:subject ?it } UNION { ?s rdf:object ?it } UNION { ?s prov:wasDerivedFrom ?it }
  UNION { VALUES ?it { UNDEF } BIND (?it AS ?s) }
  ?s rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; lia:status ?status ; lia:evidence ?e .
  ?subject rdfs:label ?subject_name . ?object rdfs:label ?object_name .
  ?e oa:hasSource ?article ; lia:sentence/oa:exact ?sentence .
  FILTER (!EXISTS { ?it a schema:NewsArticle } || ?article = ?it)
  OPTIONAL { ?article schema:headline ?headline }
} ORDER BY ?subject_name ?relation ?object_name ?status ?article ?sentence"""
)
_OUT = "SELECT ?predicate ?object { VALUES ?it { UNDEF } ?it ?predicate ?object } ORDER BY STR(?predicate) STR(?object)"
_IN = (
    "SELECT ?subject ?predicate { VALUES ?it { UNDEF } ?subject ?predicate ?it } ORDER BY STR(?predicate) STR(?subject)"
)
ABOUT = (_STATED, _OUT, _IN)
"""What a page about a thing asks: what is stated of it, its properties, what has it for an object."""

TRIPLES = (
    _PREFIXES
    + """
CONSTRUCT { ?it ?p ?o . ?s ?q ?value } {
  VALUES ?it { UNDEF }
  { ?it ?p ?o } UNION {
    { ?s rdf:subject ?it } UNION { ?s rdf:object ?it } UNION { ?s prov:wasDerivedFrom ?it }
    ?s ?q ?value
  }
}"""
)
"""The same as RDF: its properties, and the statements that it is an end of, or that an article makes."""

_NAMES = ("label", "prefLabel", "headline", "title", "exact")


class Site(Protocol):
    """What pages need to know of the endpoint."""

    base: str
    labels: str


@dataclass(frozen=True, slots=True)
class Link:
    """A term on a page: what is read, and where it leads (None: nowhere)."""

    text: str
    href: str | None = None
    title: str = ""


@cache
def style() -> str:
    return (files(__package__) / "templates" / "style.css").read_text(encoding="utf-8")


def start(site: Site) -> str:
    """The first page: a field for a query, and the named ones."""
    return _render("start.html", site, text=_EXAMPLE, queries=list(library().values()))


def answered(
    site: Site, text: str, found: Answer | None, query: NamedQuery | None, given: Mapping[str, str], asked: str
) -> str:
    """A query with its results; the form of its parameters where it is a named one."""
    rows = [[link(site, *cell) for cell in row] for row in found.rows] if found else []
    formats = [
        (name, f"?{asked}{'&' if asked else ''}{urlencode({'format': name})}")
        for name in ("csv", "tsv", "json", "xml")
        if found
    ]
    return _render("answer.html", site, text=text, found=found, rows=rows, query=query, given=given, formats=formats)


def resource(site: Site, iri: str, parts: Sequence[Answer]) -> str:
    """What is said of a thing: statements with their sentences, then its triples in both directions."""
    stated, outgoing, incoming = parts
    statements = []
    for cells in stated.rows:
        row = dict(zip(stated.columns, cells, strict=True))
        status = row["status"][1].removeprefix(str(LIA))
        statements.append(
            {
                "subject": Link(row["subject_name"][1], local(site, row["subject"][1])),
                "relation": _relation(row["relation"][1], site.labels),
                "object": Link(row["object_name"][1], local(site, row["object"][1])),
                "status": "" if status == "asserted" else _status(status, site.labels),
                "sentence": row["sentence"][1],
                "article": Link(row["headline"][1] or row["article"][1], local(site, row["article"][1])),
            }
        )
    names = [
        value for name in _NAMES for (_, p), (kind, value) in outgoing.rows if kind == "literal" and p.endswith(name)
    ]
    return _render(
        "resource.html",
        site,
        iri=iri,
        name=names[0] if names else iri,
        statements=statements,
        outgoing=[[link(site, *cell) for cell in row] for row in outgoing.rows],
        incoming=[[link(site, *cell) for cell in row] for row in incoming.rows],
        more=any(part.more for part in parts),
        formats=[(name, f"/describe?{urlencode({'iri': iri, 'format': name})}") for name in _GRAPH_NAMES],
    )


def wrong(status: int, detail: str) -> str:
    return _template("wrong.html").render(status=status, detail=detail, version=__version__)


def description(address: str) -> str:
    """The description of the service in Turtle (SPARQL 1.1 Service Description)."""
    formats = (
        "SPARQL_Results_JSON SPARQL_Results_XML SPARQL_Results_CSV SPARQL_Results_TSV Turtle N-Triples JSON-LD RDF_XML"
    )
    lines = ",\n        ".join(f"<http://www.w3.org/ns/formats/{name}>" for name in formats.split())
    return (
        "@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .\n\n"
        f"<{quote(address, safe=':/?&=%[]')}> a sd:Service ;\n"
        f"    sd:endpoint <{quote(address, safe=':/?&=%[]')}> ;\n"
        "    sd:supportedLanguage sd:SPARQL11Query ;\n"
        "    sd:feature sd:UnionDefaultGraph ;\n"
        f"    sd:resultFormat {lines} .\n"
    )


def link(site: Site, kind: str, value: str) -> Link:
    if kind != "iri":
        return Link(value)
    short = prefixed(value)
    if short == value and value.startswith(site.base):
        short = value[len(site.base) :]
    return Link(short, local(site, value), value)


def local(site: Site, iri: str) -> str:
    """The address at which this endpoint describes an IRI: its own path under the base, without a fragment."""
    rest = iri.removeprefix(site.base)
    if iri.startswith(site.base) and rest and "#" not in rest and not rest.startswith("/"):
        return f"/{quote(rest, safe='/%~')}"
    return f"/describe?{urlencode({'iri': iri})}"


def _relation(iri: str, labels: str) -> str:
    relation = ontology().relations.get(iri.removeprefix(str(LIA)))
    return relation.labels[labels] if relation else prefixed(iri)


def _status(name: str, labels: str) -> str:
    status = ontology().statuses.get(name)
    return status.labels[labels] if status else name


_GRAPH_NAMES = ("turtle", "ntriples", "json", "xml")
_EXAMPLE = "SELECT ?who ?what {\n  ?a lia:leads ?b .\n  ?a rdfs:label ?who .\n  ?b rdfs:label ?what\n} ORDER BY ?who\n"


def _render(template: str, site: Site, /, **values: object) -> str:
    return _template(template).render(site=site, labels=site.labels, version=__version__, **values)


@cache
def _template(name: str) -> jinja2.Template:
    loader = jinja2.FunctionLoader(
        lambda wanted: (files(__package__) / "templates" / wanted).read_text(encoding="utf-8")
    )
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    return environment.get_template(name)
