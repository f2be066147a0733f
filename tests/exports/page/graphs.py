"""Graphs for the tests of the page: one of all that evidence can hold, a hostile one, rings of any size."""

from collections.abc import Iterator
from typing import Any

from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status

SCRIPT = "<script>window.broken = 1</script>"
IMAGE = '"><img src=x onerror="window.broken = 1">'
COMMENT = "<!--<script>"


def evidence(article: Article, sentence: str, subject: str, cue: str, object_: str, **more: Any) -> Evidence:
    """Evidence in that sentence; what does not stand in it stands elsewhere in the article."""
    begin = article.text.index(sentence)

    def span(quote: str) -> Span:
        start = begin + sentence.index(quote) if quote in sentence else article.text.index(quote)
        return Span.of(article.text, start, start + len(quote))

    return Evidence(article.id, *map(span, (sentence, subject, cue, object_)), **more)


def entity(ident: str, type_: str, article: Article, *names: str) -> Entity:
    starts = [article.text.index(n) for n in names]
    spans = [Span.of(article.text, s, s + len(n)) for s, n in zip(starts, names, strict=True)]
    return Entity(ident, names[0], type_, tuple(sorted(Mention(article.id, s) for s in spans)))


def takeover_graph() -> KnowledgeGraph:
    """An event that an article names, whose name names two firms, and of which a statement says where it was."""
    text = "Le rachat de Quantelle par Nordavia a eu lieu à Valserre."
    article = Article("a", text, lang="fr")
    names = {"q": ("Company", "Quantelle"), "n": ("Company", "Nordavia"), "p": ("Place", "Valserre")}
    event = entity("e", "Event", article, "Le rachat de Quantelle par Nordavia")
    where = evidence(article, text, "Le rachat de Quantelle par Nordavia", "a eu lieu", "Valserre")
    statement = Statement("e", "located_in", "p", Status.ASSERTED, (where,))
    entities = (event, *(entity(i, type_, article, name) for i, (type_, name) in names.items()))
    return KnowledgeGraph([ArticleGraph(article, entities, (statement,), ((0, len(text)),))]).check()


def small_graph() -> KnowledgeGraph:
    """Two articles in which everything that an evidence can hold comes up."""
    one = Article(
        "lettre-1",
        "Ada Nunez 🚀 dirige Orion depuis mai, selon Lire. Orion n’a pas racheté Vega. Ada Nunez a fondé Vega.",
        lang="fr",
        title="Orion change de tête",
        date="2024-06-03",
        url="https://example.org/1",
        source="Gazette",
        author="J. Roy",
    )
    two = Article(
        "letter-2", "Vega works with Orion. It may buy it for 5 million euros.", lang="en", url="javascript:alert(1)"
    )
    said = evidence(
        one, "Ada Nunez 🚀 dirige Orion depuis mai, selon Lire.", "Ada Nunez", "dirige", "Orion",
        source="l", when="2024-05", role="directrice", confidence=0.75,
    )  # fmt: skip
    denied = evidence(one, "Orion n’a pas racheté Vega.", "Orion", "racheté", "Vega")
    founded = evidence(one, "Ada Nunez a fondé Vega.", "Ada Nunez", "fondé", "Vega")
    works = evidence(two, "Vega works with Orion.", "Vega", "works with", "Orion")
    offer = evidence(
        two, "It may buy it for 5 million euros.", "Vega", "buy", "it", amount="5000000 EUR", confidence=0.5
    )
    return KnowledgeGraph(
        [
            ArticleGraph(
                one,
                (
                    entity("a", "Person", one, "Ada Nunez", "Ada"),
                    entity("o", "Company", one, "Orion"),
                    entity("v", "Company", one, "Vega"),
                    entity("l", "Media", one, "Lire"),
                ),
                (
                    Statement("a", "leads", "o", Status.ASSERTED, (said,)),
                    Statement("o", "acquired", "v", Status.NEGATED, (denied,)),
                    Statement("a", "founded", "v", Status.ENDED, (founded,)),
                ),
            ),
            ArticleGraph(
                two,
                (entity("v", "Company", two, "Vega"), entity("o", "Company", two, "Orion")),
                (
                    Statement("v", "partner_of", "o", Status.ASSERTED, (works,)),
                    Statement("v", "acquired", "o", Status.UNCERTAIN, (offer,)),
                ),
            ),
        ]
    ).check()


def hostile_graph() -> KnowledgeGraph:
    """Articles, names, roles and addresses that try to break out of the page."""
    names = [
        SCRIPT,
        IMAGE,
        COMMENT,
        "\u202eeluor\u202c",
        "</title></script>",
        "a href='x'",
        "__proto__",
        "'\"\\`${1}",
        "\u2028\0\ud800",
    ]
    text = "".join(f"{name} votes for {other}.\n" for name, other in zip(names, names[1:] + names[:1], strict=True))
    urls = ["javascript:window.broken=1", "https://example.org/?a=<b>&c=\"'", "data:text/html," + SCRIPT, " HTTPS://x"]
    graphs = []
    for number, url in enumerate(urls):
        article = Article(
            f"{SCRIPT}{number}", text, lang='fr" x="', title=IMAGE, date=SCRIPT, url=url, source=COMMENT, author=SCRIPT
        )
        entities = tuple(entity(f"e{i}", "Person", article, name) for i, name in enumerate(names))
        more = {"source": "e0", "when": SCRIPT, "amount": IMAGE, "role": SCRIPT}
        proofs = [evidence(article, f"{name} votes for", name, "votes", name, **more) for name in names]
        ends = [(f"e{i}", f"e{(i + 1) % len(names)}") for i in range(len(names))]
        statements = tuple(
            Statement(a, "supports", b, Status.ASSERTED, (proof,)) for (a, b), proof in zip(ends, proofs, strict=True)
        )
        graphs.append(ArticleGraph(article, entities, statements))
    return KnowledgeGraph(graphs).check()


def ring_graph(size: int) -> KnowledgeGraph:
    """People who each support the next one and the first one: as many statements as can be, at most two each."""
    names = [f"Personne numéro {n}" for n in range(size)]
    text = "".join(f"<{name}> aide <{names[(n + 1) % size]}> et <{names[0]}>.\n" for n, name in enumerate(names))
    article = Article("ring", text, lang="fr")

    def links(n: int) -> Iterator[Statement]:
        for other in sorted({(n + 1) % size, 0} - {n}):
            proof = evidence(article, f"<{names[n]}> aide", f"{names[n]}>", "aide", f"<{names[other]}>")
            yield Statement(f"e{n}", "supports", f"e{other}", Status.ASSERTED, (proof,))

    entities = tuple(entity(f"e{n}", "Person", article, name) for n, name in enumerate(names))
    return KnowledgeGraph([ArticleGraph(article, entities, tuple(s for n in range(size) for s in links(n)))])
