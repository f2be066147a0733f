"""What a graph says, as RDF triples: the dataset, its entities, its articles, the statements of each article.

There are no blank nodes: all that is said has an IRI, the same in each build, so that parts can be replaced. Terms are
text in the syntax of N-Triples, which is what most of them end as: making an object of each would take most of the time
of an export.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import groupby

from pyoxigraph import NamedNode

from ..graph.happenings import Event, Participant
from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Article, Entity, Evidence, MentionKind, Span, Statement, Status
from ..graph.ontology import ONTOLOGY, ontology
from ..graph.values import money
from .citation import Citation, of_run
from .iris import Iris, is_iri
from .literals import count, date, decimal, language, text
from .vocabulary import DCAT, DCTERMS, LIA, OA, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, VOID, XSD

Node = tuple[str, Iterable[str]]
"""A subject, and what is said of it: predicates, each with a space and its object."""

_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_SPAN = tuple(f"{RDF.type} {class_}" for class_ in (OA.TextPositionSelector, OA.TextQuoteSelector, LIA.Span))
_PLACES = (LIA.sentence, LIA.subjectSpan, LIA.cueSpan, LIA.objectSpan)


def default_graph(graph: KnowledgeGraph, iris: Iris, version: str, parameters: Mapping[str, str]) -> Iterator[Node]:
    """The dataset, its entities, events and articles: each subject once, in order, made when its turn has come."""
    makers: list[tuple[str, Callable[[], Iterable[str]]]] = [
        (subject, partial(tuple, said)) for subject, said in _dataset(graph, iris, version, parameters)
    ]
    makers += ((_entity(iris, i), partial(_about_entity, graph, iris, e)) for i, e in graph.entities.items())
    makers += ((str(iris.article(i)), partial(_about_article, graph, iris, a)) for i, a in graph.articles.items())
    for event in graph.events():
        if event.status is Status.UNCERTAIN:  # of one that may happen there is only its statements
            continue
        node = iris.entity(event.id)
        makers.append((str(node), partial(_about_event, iris, event)))
        makers += ((str(iris.participation(node, p)), partial(_about_part, iris, p)) for p in event.participants)
    makers.sort(key=lambda maker: maker[0])
    for subject, same in groupby(makers, lambda maker: maker[0]):
        yield subject, {said for _, make in same for said in make()}


def named_graph(iris: Iris, about: Article, statements: Iterable[Statement], *, star: bool = False) -> Iterator[Node]:
    """The statements of one article, and the plain triples of those that are asserted, and of no others.

    Each subject once, in order. What it says depends on this article's statements alone, so that named graphs can be
    put together in any way. With `star` the statement is the reifier of its plain triple (RDF 1.2).
    """
    found: dict[str, Iterable[str]] = {}
    for node, said in _statements(iris, about, statements, star):
        found[node] = said if node not in found else {*found[node], *said}
    for node in sorted(found):
        yield node, found[node]


@lru_cache(maxsize=1 << 16)
def _entity(iris: Iris, ident: str) -> str:
    return str(iris.entity(ident))


def _dataset(graph: KnowledgeGraph, iris: Iris, version: str, parameters: Mapping[str, str]) -> Iterator[Node]:
    """The dataset itself (VoID, DCAT) and the run that made it (PROV): software, version, parameters; no clock."""
    citation, parameters = Citation.stored(parameters), of_run(parameters)
    agents = {f"<{c.iri}>" if c.iri else str(iris.agent(c.name)): c for c in citation.creators}
    run, software = iris.activity(version, parameters), iris.software(version)
    yield (
        str(iris.dataset),
        [
            *(f"{RDF.type} {class_}" for class_ in (VOID.Dataset, DCAT.Dataset, PROV.Entity)),
            f"{DCTERMS.title} {text('Statements of news articles, each with its sentence', 'en')}",
            f"{DCTERMS.title} {text('Ce qu’affirment des articles de presse, phrase à l’appui', 'fr')}",
            *(f"{DCTERMS.language} {text(lang)}" for lang in {a.lang for a in graph.articles.values() if a.lang}),
            f"{VOID.vocabulary} <{ONTOLOGY}>",
            f"{VOID.uriSpace} {text(iris.base)}",
            f"{VOID.documents} {count(len(graph.articles))}",
            f"{VOID.entities} {count(len(graph.entities))}",
            f"{PROV.wasGeneratedBy} {run}",
            *(f"{DCTERMS.creator} {agent}" for agent in agents),
            *([f"{DCTERMS.license} <{citation.licence_iri}>"] if citation.licence else []),
        ],
    )
    for agent, creator in agents.items():
        kind = SCHEMA.Person if creator.person or creator.orcid else SCHEMA.Organization
        said = [f"{RDF.type} {PROV.Agent}", f"{RDF.type} {kind}", f"{SCHEMA.name} {text(creator.name)}"]
        yield agent, said
    used = {str(iris.parameter(run, name)): (name, value) for name, value in parameters.items()}
    yield (
        str(run),
        [
            f"{RDF.type} {PROV.Activity}",
            f"{PROV.wasAssociatedWith} {software}",
            *(f"{PROV.used} {parameter}" for parameter in used),
        ],
    )
    yield (
        str(software),
        [
            f"{RDF.type} {PROV.SoftwareAgent}",
            f"{SCHEMA.name} {text('liaisons')}",
            f"{SCHEMA.softwareVersion} {text(version)}",
        ],
    )
    for parameter, (name, value) in used.items():
        yield (
            parameter,
            [f"{RDF.type} {SCHEMA.PropertyValue}", f"{SCHEMA.name} {text(name)}", f"{SCHEMA.value} {text(value)}"],
        )


def _about_entity(graph: KnowledgeGraph, iris: Iris, it: Entity) -> Iterator[str]:
    """An entity: its classes, its name, and by language the names that the articles in that language use.

    The preferred one in a language is that of the authority file, the entity's name, or where no such article uses
    that, the one used most. The same thing elsewhere (Wikidata) is said by the authority file alone.
    """
    node = iris.entity(it.id)
    yield f"{RDF.type} {LIA[it.type]}"
    for class_ in ontology().types[it.type].superclasses:
        yield f"{RDF.type} <{class_}>"
    yield f"{RDFS.label} {text(it.name)}"
    forms: dict[str, Counter[str]] = {}
    for mention in it.mentions:
        if mention.kind is MentionKind.NAME:
            forms.setdefault(language(graph.articles[mention.article].lang), Counter())[mention.span.quote] += 1
    labels = {language(lang): name for lang, name in it.labels}
    for lang in labels:
        forms.setdefault(lang, Counter())
    for lang, used in (forms or {"": Counter([it.name])}).items():
        usual = it.name if it.name in used else min(used, key=lambda n: (-used[n], -len(n), n), default=it.name)
        preferred = labels.get(lang, usual)
        yield f"{SKOS.prefLabel} {text(preferred, lang)}"
        for name in used.keys() - {preferred}:
            yield f"{SKOS.altLabel} {text(name, lang)}"
    for iri in it.same_as:
        if iri != node.value and is_iri(iri):
            yield f"{OWL.sameAs} {NamedNode(iri)}"


def _about_event(iris: Iris, it: Event) -> Iterator[str]:
    """An event that happened, in the terms of the Simple Event Model: who, where, when; and the statements that say so.

    One that is an entity already gets what it lacks.
    """
    node = iris.entity(it.id)
    yield f"{RDF.type} {LIA.Event}"
    for class_ in ontology().types["Event"].superclasses:
        yield f"{RDF.type} <{class_}>"
    for lang, label in it.labels:
        if lang:
            yield f"{RDFS.label} {text(label, lang)}"
            yield f"{SKOS.prefLabel} {text(label, lang)}"
    if it.kind:
        yield f"{LIA.eventKind} {LIA[it.kind]}"
    for participant in it.participants:
        yield f"{SEM.hasActor} {_entity(iris, participant.entity)}"
        yield f"{LIA.participation} {iris.participation(node, participant)}"
    for place in it.places:
        yield f"{SEM.hasPlace} {_entity(iris, place)}"
    if it.when:
        yield f"{SEM.hasTimeStamp} {date(it.when)}"
    if it.amount:
        yield from _amount(it.amount)
    for key in it.statements:
        yield f"{PROV.wasDerivedFrom} {iris.statement(key)}"


def _about_part(iris: Iris, it: Participant) -> Iterator[str]:
    """The part that an entity has in an event."""
    yield f"{RDF.type} {LIA.Participation}"
    yield f"{RDF.type} {SEM.Role}"
    yield f"{RDF.value} {_entity(iris, it.entity)}"
    yield f"{SEM.roleType} {LIA[it.role + 'Role']}"


def _about_article(graph: KnowledgeGraph, iris: Iris, it: Article) -> Iterator[str]:
    """An article without its text, and what it mentions. A date or address that is none stays a string."""
    yield f"{RDF.type} {SCHEMA.NewsArticle}"
    yield f"{RDF.type} {PROV.Entity}"
    yield f"{VOID.inDataset} {iris.dataset}"
    yield f"{SCHEMA.identifier} {text(it.id)}"
    if it.title:
        yield f"{SCHEMA.headline} {text(it.title, it.lang)}"
    if it.date:
        yield f"{SCHEMA.datePublished} {date(it.date)}"
    if it.url:
        yield f"{SCHEMA.url} {NamedNode(it.url) if _WEB.match(it.url) and is_iri(it.url) else text(it.url)}"
    for predicate, value in ((SCHEMA.author, it.author), (SCHEMA.publisher, it.source), (SCHEMA.inLanguage, it.lang)):
        if value:
            yield f"{predicate} {text(value)}"
    for local in graph.article_graphs[it.id].entities:
        yield f"{SCHEMA.mentions} {_entity(iris, graph.resolved[it.id, local.id].id)}"


def _statements(iris: Iris, about: Article, statements: Iterable[Statement], star: bool) -> Iterator[Node]:
    article = iris.article(about.id)
    source = str(article)
    stretch = f"<{article.value}#char="  # a stretch of the text, in code points: a fragment as in RFC 5147
    quoted: set[Span] = set()
    for it in statements:
        node, relation = str(iris.statement(it.key)), LIA[it.relation]
        subject, object_ = _entity(iris, it.subject), _entity(iris, it.object)
        places = [str(iris.evidence(it.key, evidence)) for evidence in it.evidence]
        if it.status is Status.ASSERTED:
            yield subject, (f"{relation} {object_}",)
            if star:
                yield node, (f"{RDF.reifies} <<( {subject} {relation} {object_} )>>",)
        yield (
            node,
            (
                f"{RDF.type} {LIA.Statement}",
                f"{RDF.type} {RDF.Statement}",
                f"{RDF.subject} {subject}",
                f"{RDF.predicate} {relation}",
                f"{RDF.object} {object_}",
                f"{LIA.status} {LIA[it.status.value]}",
                f"{PROV.wasDerivedFrom} {source}",
                *(f"{LIA.evidence} {place}" for place in dict.fromkeys(places)),
            ),
        )
        for place, evidence in zip(places, it.evidence, strict=True):
            spans = [f"{stretch}{span.start},{span.end}>" for span in evidence.spans]
            yield place, tuple(_evidence(iris, about, source, evidence, spans))
            yield from ((node, _span(s)) for node, s in zip(spans, evidence.spans, strict=True) if s not in quoted)
            quoted.update(evidence.spans)


def _evidence(iris: Iris, about: Article, source: str, it: Evidence, spans: Iterable[str]) -> Iterator[str]:
    yield f"{RDF.type} {LIA.Evidence}"
    yield f"{OA.hasSource} {source}"
    yield f"{LIA.confidence} {decimal(it.confidence)}"
    for reason in it.reasons:
        yield f"{LIA.reason} {text(str(reason))}"
    for role, span in zip(_PLACES, spans, strict=True):
        yield f"{role} {span}"
    if it.source:
        yield f"{PROV.wasAttributedTo} {_entity(iris, it.source)}"
    if it.when:
        yield f"{LIA.when} {date(it.when)}"
    if it.amount:
        yield from _amount(it.amount)
    if it.role:
        yield f"{LIA.role} {text(it.role, about.lang)}"


def _amount(value: str) -> Iterator[str]:
    yield f"{LIA.amount} {text(value)}"
    if amount := money(value):
        yield f'{LIA.amountValue} "{amount[0]}"^^{XSD.decimal}'
        yield f"{LIA.amountCurrency} {text(amount[1])}"


def _span(it: Span) -> tuple[str, ...]:
    """A stretch of text as both kinds of selector (W3C Web Annotation Data Model, 4.2.4 and 4.2.5)."""
    return (
        *_SPAN,
        f"{OA.end} {count(it.end)}",
        f"{OA.exact} {text(it.quote)}",
        f"{OA.start} {count(it.start)}",
    )
