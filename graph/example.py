"""A small graph to try things on: the examples in the documentation of functions use it."""

from .knowledge import KnowledgeGraph
from .model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status

_ECHO = Article(
    id="echo-1",
    text="Nordavia a racheté Quantelle en mars 2024. Inès Vauquelin dirige Quantelle.",
    lang="fr",
    title="Nordavia s’offre Quantelle",
    date="2024-03-13",
    source="L’Écho de Valserre",
)
_WIRE = Article(
    id="wire-2",
    text="Paul Astier accused Inès Vauquelin of fraud. Inès Vauquelin could leave Quantelle, according to Paul Astier.",
    lang="en",
    title="Quantelle’s boss under fire",
    date="2025-01-20",
    source="The Tidewater Wire",
)


def example() -> KnowledgeGraph:
    """Two articles, one French and one English, on two companies and two people; all names are invented.

    >>> for statement in example().statements():
    ...     print(*statement.key)
    group/nordavia acquired group/quantelle asserted
    human/ines-vauquelin leads group/quantelle asserted
    human/ines-vauquelin left group/quantelle uncertain
    human/paul-astier accuses human/ines-vauquelin asserted
    """
    quantelle, ines, paul = "Quantelle", "Inès Vauquelin", "Paul Astier"
    types = {"Nordavia": "Company", quantelle: "Company", ines: "Person", paul: "Person"}
    return KnowledgeGraph(
        [
            _read(
                _ECHO,
                types,
                _said("Nordavia", "acquired", quantelle, _ECHO, 0, "racheté", when="2024-03", confidence=0.9),
                _said(ines, "leads", quantelle, _ECHO, 1, "dirige", confidence=0.85),
            ),
            _read(
                _WIRE,
                types,
                _said(paul, "accuses", ines, _WIRE, 0, "accused", confidence=0.8),
                _said(
                    *(ines, "left", quantelle, _WIRE, 1, "leave"), status=Status.UNCERTAIN, source=paul, confidence=0.5
                ),
            ),
        ]
    )


def _read(article: Article, types: dict[str, str], *statements: Statement) -> ArticleGraph:
    named = {name: type_ for name, type_ in types.items() if name in article.text}
    entities = (Entity(name, name, type_, _mentions(article, name)) for name, type_ in named.items())
    return ArticleGraph(article, tuple(entities), statements).check()


def _mentions(article: Article, name: str) -> tuple[Mention, ...]:
    starts = [i for i in range(len(article.text)) if article.text.startswith(name, i)]
    return tuple(Mention(article.id, Span.of(article.text, i, i + len(name))) for i in starts)


def _said(
    subject: str,
    relation: str,
    object_: str,
    article: Article,
    sentence: int,
    cue: str,
    status: Status = Status.ASSERTED,
    source: str | None = None,
    when: str | None = None,
    confidence: float = 1.0,
) -> Statement:
    """A statement of the sentence of this number in the article."""
    start = article.text.index(". ") + 2 if sentence else 0
    end = len(article.text) if sentence else article.text.index(". ") + 1

    def span(form: str) -> Span:
        i = article.text.index(form, start)
        return Span.of(article.text, i, i + len(form))

    evidence = Evidence(
        *(article.id, Span.of(article.text, start, end), span(subject), span(cue), span(object_)),
        source=source,
        when=when,
        confidence=confidence,
    )
    return Statement(subject, relation, object_, status, (evidence,))
