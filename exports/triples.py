"""What a graph says, as RDF triples: the dataset, its entities, its articles, the statements of each article.

There are no blank nodes: all that is said has an IRI, the same in each build, so that parts can be replaced. Terms are
text in the syntax of N-Triples, which is what most of them end as: making an object of each would take most of the time
of an export.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter
from typing import Any

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

Node = tuple[str, Sequence[str]]
"""A subject, and what is said of it, sorted, each once: predicates, each with a space and its object."""

_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_SPAN = tuple(f"{RDF.type} {class_}" for class_ in (OA.TextPositionSelector, OA.TextQuoteSelector, LIA.Span))
_STATEMENT = (f"{RDF.type} {RDF.Statement}", f"{RDF.type} {LIA.Statement}")
_EVIDENCE = f"{RDF.type} {LIA.Evidence}"
_START, _END, _EXACT = f'{OA.start} "', f'{OA.end} "', f"{OA.exact} "
_INTEGER = f'"^^{XSD.nonNegativeInteger}'


def default_graph(graph: KnowledgeGraph, iris: Iris, version: str, parameters: Mapping[str, str]) -> Iterator[Node]:
    """The dataset, its entities, events and articles: each subject once, in order, made when its turn has come."""
    makers: list[tuple[str, Callable[[Any], Iterable[str]], Any]] = [
        (subject, iter, said) for subject, said in _dataset(graph, iris, version, parameters)
    ]
    entity, article = partial(_about_entity, graph, iris), partial(_about_article, graph, iris)
    event_, part = partial(_about_event, iris), partial(_about_part, iris)
    makers += ((_entity(iris, ident), entity, it) for ident, it in graph.entities.items())
    makers += ((str(iris.article(ident)), article, it) for ident, it in graph.articles.items())
    for event in graph.events():
        if event.status is Status.UNCERTAIN:  # of one that may happen there is only its statements
            continue
        node = iris.entity(event.id)
        makers.append((str(node), event_, event))
        makers += ((str(iris.participation(node, p)), part, p) for p in event.participants)
    makers.sort(key=itemgetter(0))
    for subject, same in groupby(makers, itemgetter(0)):
        yield subject, sorted({said for _, make, it in same for said in make(it)})


def named_graph(iris: Iris, about: Article, statements: Iterable[Statement], *, star: bool = False) -> Iterator[Node]:
    """The statements of one article, and the plain triples of those that are asserted, and of no others.

    Each subject once, in order. What it says depends on this article's statements alone, so that named graphs can be
    put together in any way. With `star` the statement is the reifier of its plain triple (RDF 1.2).
    """
    article = iris.article(about.id)
    source = str(article)
    stretch = f"<{article.value}#char="  # a stretch of the text, in code points: a fragment as in RFC 5147
    derived, has_source = f"{PROV.wasDerivedFrom} {source}", f"{OA.hasSource} {source}"
    found: dict[str, Sequence[str]] = {}
    plain: dict[str, list[str]] = {}
    for it in statements:
        relation, subject, object_ = LIA[it.relation], _entity(iris, it.subject), _entity(iris, it.object)
        places = iris.evidences(it.key, it.evidence)
        if it.status is Status.ASSERTED:
            plain.setdefault(subject, []).append(f"{relation} {object_}")
        found[
            str(iris.statement(it.key))
        ] = [  # in order, as below: sorting takes time, and most of what there is is this
            f"{RDF.object} {object_}",
            f"{RDF.predicate} {relation}",
            *(
                [f"{RDF.reifies} <<( {subject} {relation} {object_} )>>"]
                if star and it.status is Status.ASSERTED
                else ()
            ),
            f"{RDF.subject} {subject}",
            *_STATEMENT,
            derived,
            *[f"{LIA.evidence} {place}" for place in sorted(set(places))],
            f"{LIA.status} {LIA[it.status.value]}",
        ]
        for place, evidence in zip(places, it.evidence, strict=True):
            spans = [f"{stretch}{span.start},{span.end}>" for span in evidence.spans]
            said = _evidence(iris, about, has_source, evidence, spans)
            found[place] = sorted({*found[place], *said}) if place in found else said
            for node, span in zip(spans, evidence.spans, strict=True):
                if node not in found:
                    found[node] = _span(span)
    for subject, some in plain.items():
        found[subject] = sorted({*found.get(subject, ()), *some})
    for node in sorted(found):
        yield node, found[node]


@lru_cache(maxsize=1 << 16)
def _entity(iris: Iris, ident: str) -> str:
    return str(iris.entity(ident))


def _dataset(
    graph: KnowledgeGraph, iris: Iris, version: str, parameters: Mapping[str, str]
) -> Iterator[tuple[str, Sequence[str]]]:
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


def _evidence(iris: Iris, about: Article, has_source: str, it: Evidence, spans: Sequence[str]) -> Sequence[str]:
    sentence, subject, cue, object_ = spans
    return [
        _EVIDENCE,
        has_source,
        *([f"{PROV.wasAttributedTo} {_entity(iris, it.source)}"] if it.source else ()),
        *(_amount(it.amount) if it.amount else ()),
        f"{LIA.confidence} {decimal(it.confidence)}",
        f"{LIA.cueSpan} {cue}",
        f"{LIA.objectSpan} {object_}",
        *(sorted({f"{LIA.reason} {text(str(reason))}" for reason in it.reasons}) if it.reasons else ()),
        *([f"{LIA.role} {text(it.role, about.lang)}"] if it.role else ()),
        f"{LIA.sentence} {sentence}",
        f"{LIA.subjectSpan} {subject}",
        *([f"{LIA.when} {date(it.when)}"] if it.when else ()),
    ]


@lru_cache(maxsize=1 << 12)
def _amount(value: str) -> Sequence[str]:
    amount = money(value)
    return (
        f"{LIA.amount} {text(value)}",
        *(
            (f"{LIA.amountCurrency} {text(amount[1])}", f'{LIA.amountValue} "{amount[0]}"^^{XSD.decimal}')
            if amount
            else ()
        ),
    )


def _span(it: Span) -> Sequence[str]:
    """A stretch of text as both kinds of selector (W3C Web Annotation Data Model, 4.2.4 and 4.2.5)."""
    return (
        *_SPAN,
        f"{_END}{it.end}{_INTEGER}",
        f"{_EXACT}{text(it.quote)}",
        f"{_START}{it.start}{_INTEGER}",
    )
