"""What a graph says, as RDF triples: the dataset, its entities, its articles, the statements of each article.

There are no blank nodes: all that is said has an IRI, the same in each build, so that parts can be replaced.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from ..graph.happenings import Event, Key
from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Article, Entity, Evidence, MentionKind, Span, Statement, Status
from ..graph.ontology import ONTOLOGY, ontology
from ..graph.values import money
from .iris import Iris, is_iri
from .literals import count, date, decimal, language, text
from .vocabulary import DCAT, DCTERMS, LIA, OA, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, VOID, XSD

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)


def dataset(graph: KnowledgeGraph, iris: Iris, version: str, parameters: Mapping[str, str]) -> Iterator[Triple]:
    """The dataset itself (VoID, DCAT) and the run that made it (PROV): software, version, parameters; no clock."""
    node, run, software = iris.dataset, iris.activity(version, parameters), iris.software(version)
    for class_ in (VOID.Dataset, DCAT.Dataset, PROV.Entity):
        yield node, RDF.type, class_
    yield node, DCTERMS.title, text("Statements of news articles, each with its sentence", "en")
    yield node, DCTERMS.title, text("Ce qu’affirment des articles de presse, phrase à l’appui", "fr")
    for lang in {a.lang for a in graph.articles.values() if a.lang}:
        yield node, DCTERMS.language, text(lang)
    yield node, VOID.vocabulary, NamedNode(ONTOLOGY)
    yield node, VOID.uriSpace, text(iris.base)
    yield node, VOID.documents, count(len(graph.articles))
    yield node, VOID.entities, count(len(graph.entities))
    yield node, PROV.wasGeneratedBy, run
    yield run, RDF.type, PROV.Activity
    yield run, PROV.wasAssociatedWith, software
    yield software, RDF.type, PROV.SoftwareAgent
    yield software, SCHEMA.name, text("liaisons")
    yield software, SCHEMA.softwareVersion, text(version)
    for name, value in parameters.items():
        parameter = iris.parameter(run, name)
        yield run, PROV.used, parameter
        yield parameter, RDF.type, SCHEMA.PropertyValue
        yield parameter, SCHEMA.name, text(name)
        yield parameter, SCHEMA.value, text(value)


def entity(graph: KnowledgeGraph, iris: Iris, it: Entity) -> Iterator[Triple]:
    """An entity: its classes, its name, and by language the names that the articles in that language use.

    The preferred one in a language is that of the authority file, the entity's name, or where no such article uses
    that, the one used most. The same thing elsewhere (Wikidata) is said by the authority file alone.
    """
    node = iris.entity(it.id)
    yield node, RDF.type, LIA[it.type]
    for class_ in ontology().types[it.type].superclasses:
        yield node, RDF.type, NamedNode(class_)
    yield node, RDFS.label, text(it.name)
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
        yield node, SKOS.prefLabel, text(preferred, lang)
        for name in used.keys() - {preferred}:
            yield node, SKOS.altLabel, text(name, lang)
    for iri in it.same_as:
        if iri != node.value and is_iri(iri):
            yield node, OWL.sameAs, NamedNode(iri)


def event(iris: Iris, it: Event, statements: Mapping[Key, Statement]) -> Iterator[Triple]:
    """An event that happened, in the terms of the Simple Event Model: who, where, when; and the statements that say so.

    One that is an entity already gets what it lacks. Of one that may happen there is only its statements.
    """
    if it.status is Status.UNCERTAIN:
        return
    node = iris.entity(it.id)
    yield node, RDF.type, LIA.Event
    for class_ in ontology().types["Event"].superclasses:
        yield node, RDF.type, NamedNode(class_)
    for lang, label in it.labels:
        if lang:
            yield node, RDFS.label, text(label, lang)
            yield node, SKOS.prefLabel, text(label, lang)
    if it.kind:
        yield node, LIA.eventKind, LIA[it.kind]
    for participant in it.participants:
        actor, part = iris.entity(participant.entity), iris.participation(node, participant)
        yield node, SEM.hasActor, actor
        yield node, LIA.participation, part
        yield part, RDF.type, LIA.Participation
        yield part, RDF.type, SEM.Role
        yield part, RDF.value, actor
        yield part, SEM.roleType, LIA[f"{participant.role}Role"]
    for place in it.places:
        yield node, SEM.hasPlace, iris.entity(place)
    if it.when:
        yield node, SEM.hasTimeStamp, date(it.when) or text(it.when)
    if it.amount:
        yield from _amount(node, it.amount)
    for key in it.statements:
        yield node, PROV.wasDerivedFrom, iris.statement(statements[key])


def article(graph: KnowledgeGraph, iris: Iris, it: Article) -> Iterator[Triple]:
    """An article without its text, and what it mentions. A date or address that is none stays a string."""
    node = iris.article(it.id)
    yield node, RDF.type, SCHEMA.NewsArticle
    yield node, RDF.type, PROV.Entity
    yield node, VOID.inDataset, iris.dataset
    yield node, SCHEMA.identifier, text(it.id)
    if it.title:
        yield node, SCHEMA.headline, text(it.title, it.lang)
    if it.date:
        yield node, SCHEMA.datePublished, date(it.date) or text(it.date)
    if it.url:
        yield node, SCHEMA.url, NamedNode(it.url) if _WEB.match(it.url) and is_iri(it.url) else text(it.url)
    for predicate, value in ((SCHEMA.author, it.author), (SCHEMA.publisher, it.source), (SCHEMA.inLanguage, it.lang)):
        if value:
            yield node, predicate, text(value)
    for local in graph.article_graphs[it.id].entities:
        yield node, SCHEMA.mentions, iris.entity(graph.resolved[it.id, local.id].id)


def named_graph(iris: Iris, about: Article, statements: Iterable[Statement]) -> Iterator[Triple]:
    """The statements of one article, and the plain triples of those that are asserted, and of no others.

    What it says depends on this article's statements alone, so that named graphs can be put together in any way.
    """
    source = iris.article(about.id)
    for it in statements:
        node, relation = iris.statement(it), LIA[it.relation]
        subject, object_ = iris.entity(it.subject), iris.entity(it.object)
        if it.status is Status.ASSERTED:
            yield subject, relation, object_
        yield node, RDF.type, LIA.Statement
        yield node, RDF.type, RDF.Statement
        yield node, RDF.subject, subject
        yield node, RDF.predicate, relation
        yield node, RDF.object, object_
        yield node, LIA.status, LIA[str(it.status)]
        yield node, PROV.wasDerivedFrom, source
        for evidence in it.evidence:
            place = iris.evidence(it, evidence)
            yield node, LIA.evidence, place
            yield from _evidence(iris, about, source, place, evidence)


def _evidence(iris: Iris, about: Article, source: NamedNode, node: NamedNode, it: Evidence) -> Iterator[Triple]:
    yield node, RDF.type, LIA.Evidence
    yield node, OA.hasSource, source
    yield node, LIA.confidence, decimal(it.confidence)
    for reason in it.reasons:
        yield node, LIA.reason, text(str(reason))
    roles = (LIA.sentence, LIA.subjectSpan, LIA.cueSpan, LIA.objectSpan)
    for role, span in zip(roles, it.spans, strict=True):
        place = iris.span(source, span)
        yield node, role, place
        yield from _span(place, span)
    if it.source:
        yield node, PROV.wasAttributedTo, iris.entity(it.source)
    if it.when:
        yield node, LIA.when, date(it.when) or text(it.when)
    if it.amount:
        yield from _amount(node, it.amount)
    if it.role:
        yield node, LIA.role, text(it.role, about.lang)


def _amount(node: NamedNode, value: str) -> Iterator[Triple]:
    yield node, LIA.amount, text(value)
    if amount := money(value):
        yield node, LIA.amountValue, Literal(amount[0], datatype=XSD.decimal)
        yield node, LIA.amountCurrency, text(amount[1])


def _span(node: NamedNode, it: Span) -> Iterator[Triple]:
    """A stretch of text as both kinds of selector (W3C Web Annotation Data Model, 4.2.4 and 4.2.5)."""
    yield node, RDF.type, LIA.Span
    yield node, RDF.type, OA.TextQuoteSelector
    yield node, RDF.type, OA.TextPositionSelector
    yield node, OA.exact, text(it.quote)
    yield node, OA.start, count(it.start)
    yield node, OA.end, count(it.end)
