"""What a graph says, as RDF triples: the dataset, its entities, its articles, the statements of each article.

There are no blank nodes: all that is said has an IRI, the same in each build, so that parts can be replaced. Terms are
text in the syntax of N-Triples, which is what most of them end as: making an object of each would take most of the time
of an export.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from pyoxigraph import NamedNode

from ..graph.happenings import Event, Participant
from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Article, Entity, Evidence, MentionKind, Statement, Status
from ..graph.ontology import ONTOLOGY, ontology
from ..graph.values import money
from .citation import Citation, of_run
from .iris import Iris, is_iri
from .literals import count, date, decimal, language, text
from .vocabulary import DCAT, DCTERMS, LIA, OA, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, VOID, XSD

Node = tuple[str, Sequence[str]]
"""A subject, and what is said of it, sorted, each once: predicates, each with a space and its object."""

_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_KEPT = 1 << 16

# What most nodes say, or begin with. A stretch of text is both kinds of selector (W3C Web Annotation Data Model, 4.2.4
# and 4.2.5).
_STATEMENT = (f"{RDF.type} {RDF.Statement}", f"{RDF.type} {LIA.Statement}")
_OBJECT, _PREDICATE, _SUBJECT = f"{RDF.object} ", f"{RDF.predicate} ", f"{RDF.subject} "
_PLACE, _STATUS = f"{LIA.evidence} ", f"{LIA.status} "
_EVIDENCE = f"{RDF.type} {LIA.Evidence}"
_CONFIDENCE, _SENTENCE = f"{LIA.confidence} ", f"{LIA.sentence} "
_SUBJECT_SPAN, _CUE_SPAN, _OBJECT_SPAN = f"{LIA.subjectSpan} ", f"{LIA.cueSpan} ", f"{LIA.objectSpan} "
_SPAN = tuple(f"{RDF.type} {class_}" for class_ in (OA.TextPositionSelector, OA.TextQuoteSelector, LIA.Span))
_START, _END, _EXACT = f'{OA.start} "', f'{OA.end} "', f"{OA.exact} "
_INTEGER = f'"^^{XSD.nonNegativeInteger}'
_ARTICLE = (f"{RDF.type} {PROV.Entity}", f"{RDF.type} {SCHEMA.NewsArticle}")
_MENTIONS = f"{SCHEMA.mentions} "
_DERIVED, _ACTOR, _PART = f"{PROV.wasDerivedFrom} ", f"{SEM.hasActor} ", f"{LIA.participation} "
_PARTICIPATION = (f"{RDF.type} {SEM.Role}", f"{RDF.type} {LIA.Participation}")
_ROLE, _VALUE = f"{SEM.roleType} ", f"{RDF.value} "


def default_graph(graph: KnowledgeGraph, iris: Iris, version: str, parameters: Mapping[str, str]) -> Iterator[Node]:
    """The dataset, its entities, events and articles: each subject once, in order, made when its turn has come."""
    makers: list[tuple[str, Callable[[Any], Sequence[str]], Any]] = [
        (subject, sorted, said) for subject, said in _dataset(graph, iris, version, parameters)
    ]
    nodes = _entities(iris)
    entity, article = partial(_about_entity, graph, iris), partial(_about_article, graph, iris, nodes)
    event_, part = partial(_about_event, iris, nodes), partial(_about_part, nodes)
    makers += [(nodes[ident], entity, it) for ident, it in graph.entities.items()]
    makers += [(str(iris.article(ident)), article, it) for ident, it in graph.articles.items()]
    for event in graph.events_by_id.values():
        if event.status is Status.UNCERTAIN:  # of one that may happen there is only its statements
            continue
        node = nodes[event.id]
        makers.append((node, event_, event))
        makers += [(iris.participation(node, p), part, p) for p in event.participants]
    makers.sort(key=itemgetter(0))
    for subject, same in groupby(makers, itemgetter(0)):
        first, *others = [make(it) for _, make, it in same]
        yield subject, sorted({*first, *chain(*others)}) if others else first  # such as an event that is an entity too


def named_graph(iris: Iris, about: Article, statements: Iterable[Statement], *, star: bool = False) -> Iterator[Node]:
    """The statements of one article, and the plain triples of those that are asserted, and of no others.

    Each subject once, in order. What it says depends on this article's statements alone, so that named graphs can be
    put together in any way. With `star` the statement is the reifier of its plain triple (RDF 1.2).
    """
    article = iris.article(about.id)
    stretch = f"<{article.value}#char="  # a stretch of the text, in code points: a fragment as in RFC 5147
    derived, has_source = f"{PROV.wasDerivedFrom} {article}", f"{OA.hasSource} {article}"
    entities = _entities(iris)
    found: dict[str, Sequence[str]] = {}
    plain: dict[str, list[str]] = {}
    for it in statements:
        key = it.key
        subject, relation, object_, status = entities[key[0]], _ours(key[1]), entities[key[2]], _ours(key[3])
        node, places = iris.stated(key, it.evidence)
        asserted = it.status is Status.ASSERTED
        if asserted:
            plain.setdefault(subject, []).append(f"{relation} {object_}")
        found[node] = (  # in order, as below: sorting takes time, and most of what there is is this
            f"{_OBJECT}{object_}",
            f"{_PREDICATE}{relation}",
            *([f"{RDF.reifies} <<( {subject} {relation} {object_} )>>"] if star and asserted else ()),
            f"{_SUBJECT}{subject}",
            *_STATEMENT,
            derived,
            *[f"{_PLACE}{place}" for place in (places if len(places) == 1 else sorted(set(places)))],
            f"{_STATUS}{status}",
        )
        for place, evidence in zip(places, it.evidence, strict=True):
            spans = evidence.spans
            nodes = [f"{stretch}{span.start},{span.end}>" for span in spans]
            said = _evidence(entities, about, has_source, evidence, nodes)
            found[place] = sorted({*found[place], *said}) if place in found else said
            for node, span in zip(nodes, spans, strict=True):
                if node not in found:
                    found[node] = (
                        *_SPAN,
                        f"{_END}{span.end}{_INTEGER}",
                        f"{_EXACT}{text(span.quote)}",
                        f"{_START}{span.start}{_INTEGER}",
                    )
    for subject, some in plain.items():
        found[subject] = sorted({*found.get(subject, ()), *some})
    for node in sorted(found):
        yield node, found[node]


class _Entities(dict[str, str]):
    """The nodes of entities by their ids, of which those that come often are kept."""

    def __init__(self, iris: Iris) -> None:
        super().__init__()
        self._iris = iris

    def __missing__(self, ident: str) -> str:
        if len(self) == _KEPT:
            self.clear()
        node = self[ident] = str(self._iris.entity(ident))
        return node


@lru_cache(maxsize=1)
def _entities(iris: Iris) -> _Entities:
    return _Entities(iris)


@cache
def _ours(term: str) -> str:
    return LIA[term]


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
            *{f"{DCTERMS.language} {text(a.lang)}" for a in graph.articles.values() if a.lang},
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


def _about_entity(graph: KnowledgeGraph, iris: Iris, it: Entity) -> Sequence[str]:
    """An entity: its classes, its name, and by language the names that the articles in that language use.

    The preferred one in a language is that of the authority file, the entity's name, or where no such article uses
    that, the one used most. The same thing elsewhere (Wikidata) is said by the authority file alone.
    """
    node = iris.entity(it.id)
    said = {*_types(it.type), f"{RDFS.label} {text(it.name)}"}
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    articles, name = graph.articles, MentionKind.NAME
    for mention in it.mentions:
        if mention.kind is name:
            forms[language(articles[mention.article].lang)][mention.span.quote] += 1
    labels = {language(lang): name for lang, name in it.labels}
    for lang in labels:
        forms.setdefault(lang, Counter())
    for lang, used in (forms or {"": Counter([it.name])}).items():
        usual = it.name if it.name in used else min(used, key=lambda n: (-used[n], -len(n), n), default=it.name)
        preferred = labels.get(lang, usual)
        said.add(f"{SKOS.prefLabel} {text(preferred, lang)}")
        said.update(f"{SKOS.altLabel} {text(name, lang)}" for name in used.keys() - {preferred})
    said.update(f"{OWL.sameAs} {NamedNode(iri)}" for iri in it.same_as if iri != node.value and is_iri(iri))
    return sorted(said)


@cache
def _types(type_: str) -> Sequence[str]:
    """What an entity of this type is: ours and the classes of other vocabularies."""
    return tuple(
        sorted({f"{RDF.type} {LIA[type_]}", *(f"{RDF.type} <{c}>" for c in ontology().types[type_].superclasses)})
    )


def _about_event(iris: Iris, entities: Mapping[str, str], it: Event) -> Sequence[str]:
    """An event that happened, in the terms of the Simple Event Model: who, where, when; and the statements that say so.

    One that is an entity already gets what it lacks.
    """
    node = entities[it.id]
    labels = sorted({text(label, lang) for lang, label in it.labels if lang})
    return (
        *sorted({f"{_ACTOR}{entities[p.entity]}" for p in it.participants}),
        *(sorted({f"{SEM.hasPlace} {entities[place]}" for place in it.places}) if it.places else ()),
        *([f"{SEM.hasTimeStamp} {date(it.when)}"] if it.when else ()),
        *_types("Event"),
        *[f"{RDFS.label} {label}" for label in labels],
        *[f"{SKOS.prefLabel} {label}" for label in labels],
        *sorted({f"{_DERIVED}{iris.stated(key)[0]}" for key in it.statements}),
        *(_amount(it.amount) if it.amount else ()),
        *([f"{LIA.eventKind} {_ours(it.kind)}"] if it.kind else ()),
        *sorted({f"{_PART}{iris.participation(node, p)}" for p in it.participants}),
    )


def _about_part(entities: Mapping[str, str], it: Participant) -> Sequence[str]:
    """The part that an entity has in an event."""
    return (f"{_ROLE}{_ours(it.role + 'Role')}", *_PARTICIPATION, f"{_VALUE}{entities[it.entity]}")


def _about_article(graph: KnowledgeGraph, iris: Iris, entities: Mapping[str, str], it: Article) -> Sequence[str]:
    """An article without its text, and what it mentions. A date or address that is none stays a string."""
    resolved = graph.resolved
    address = f"{NamedNode(it.url)}" if _WEB.match(it.url) and is_iri(it.url) else text(it.url)
    return (
        f"{VOID.inDataset} {iris.dataset}",
        *_ARTICLE,
        *([f"{SCHEMA.author} {text(it.author)}"] if it.author else ()),
        *([f"{SCHEMA.datePublished} {date(it.date)}"] if it.date else ()),
        *([f"{SCHEMA.headline} {text(it.title, it.lang)}"] if it.title else ()),
        f"{SCHEMA.identifier} {text(it.id)}",
        *([f"{SCHEMA.inLanguage} {text(it.lang)}"] if it.lang else ()),
        *sorted({f"{_MENTIONS}{entities[resolved[it.id, e.id].id]}" for e in graph.article_graphs[it.id].entities}),
        *([f"{SCHEMA.publisher} {text(it.source)}"] if it.source else ()),
        *([f"{SCHEMA.url} {address}"] if it.url else ()),
    )


def _evidence(
    entities: Mapping[str, str], about: Article, has_source: str, it: Evidence, spans: Sequence[str]
) -> Sequence[str]:
    sentence, subject, cue, object_ = spans
    return (
        _EVIDENCE,
        has_source,
        *([f"{PROV.wasAttributedTo} {entities[it.source]}"] if it.source else ()),
        *(_amount(it.amount) if it.amount else ()),
        f"{_CONFIDENCE}{decimal(it.confidence)}",
        f"{_CUE_SPAN}{cue}",
        f"{_OBJECT_SPAN}{object_}",
        *(sorted({f"{LIA.reason} {text(str(reason))}" for reason in it.reasons}) if it.reasons else ()),
        *([f"{LIA.role} {text(it.role, about.lang)}"] if it.role else ()),
        f"{_SENTENCE}{sentence}",
        f"{_SUBJECT_SPAN}{subject}",
        *([f"{LIA.when} {date(it.when)}"] if it.when else ()),
    )


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
