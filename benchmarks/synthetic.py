"""Made-up graphs of a realistic shape, of any size: what benchmarks of exports and queries run on.

Like a newspaper's: ten statements an article, most of them asserted, a few things in many articles and most in few
(Zipf's law), one sentence in six attributed to somebody, one statement in five found in two sentences.
"""

import random

from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status
from liaisons.graph.ontology import ontology

PER_ARTICLE = 10
_SYLLABLES = [a + b for a in "bcdfglmnprstvé" for b in ("a", "e", "i", "o", "an", "er", "ou", "il")]
_STATUSES = [Status.ASSERTED] * 7 + [Status.ENDED, Status.NEGATED, Status.UNCERTAIN]
_RELATIONS = {
    ("Person", "Company"): ("leads", "works_for", "founded", "joined", "left", "criticizes"),
    ("Person", "Person"): ("met_with", "supports", "accuses", "criticizes", "succeeded"),
    ("Company", "Company"): ("acquired", "owns", "invested_in", "partner_of", "competes_with", "sued", "funds"),
    ("Company", "Person"): ("appointed", "dismissed", "sued"),
}


def graph(statements: int, seed: int = 7, *, entities: int | None = None) -> KnowledgeGraph:
    """So many statements, in articles of ten; two of their ends are persons or companies, a sixth as many of them.

    `entities` says how many instead; those that no statement happens to be about are not there.
    """
    chance = random.Random(seed)

    def word(size: int) -> str:
        return "".join(chance.choices(_SYLLABLES, k=size)).capitalize()

    count = max(30, statements // 12) if entities is None else entities // 2
    names = [(f"{word(2)} {word(3)}", "Person") for _ in range(count)] + [
        (f"{word(2)} {word(2)}", "Company") for _ in range(count)
    ]

    def thing(type_: str) -> tuple[str, str]:
        often = min(int(chance.paretovariate(0.6)) - 1, count - 1)
        at = often if chance.random() < 0.5 else chance.randrange(count)
        return names[at if type_ == "Person" else count + at]

    return KnowledgeGraph(_article(number, chance, thing) for number in range(max(1, statements // PER_ARTICLE)))


def _article(number, chance, thing) -> ArticleGraph:
    ident, year = f"journal/{2015 + number % 10}/{number:06}", 2015 + number % 10
    text, entities, found = "", {}, []
    relations = ontology().relations
    for _ in range(PER_ARTICLE):
        ends = chance.choice(list(_RELATIONS))
        relation = relations[chance.choice(_RELATIONS[ends])]
        subject, object_, source = (thing(type_) for type_ in (*ends, "Person"))
        if subject == object_:
            continue
        status = chance.choice(_STATUSES)
        attributed = chance.random() < 1 / 6
        evidence = []
        for _ in range(1 + (chance.random() < 0.2)):
            start = len(text)
            parts = [subject[0], " ", relation.labels["fr"], " ", object_[0], ", a-t-on appris de source sûre"]
            text += "".join(parts) + (f", selon {source[0]}" if attributed else "") + ". "
            spans, at = [], start
            for part in parts:
                spans.append(Span.of(text, at, at + len(part)))
                at += len(part)
            for key, span in ((subject, spans[0]), (object_, spans[4])):
                entities.setdefault(key, []).append(span)
            if attributed:
                at = text.rindex(source[0])
                entities.setdefault(source, []).append(Span.of(text, at, at + len(source[0])))
            evidence.append(
                Evidence(
                    ident,
                    Span.of(text, start, len(text) - 1),
                    *(spans[0], spans[2], spans[4]),
                    source=source[0] if attributed else None,
                    when=f"{year}-{chance.randint(1, 12):02}" if relation.event_kind else None,
                    amount=f"{chance.randint(1, 900)}000000 EUR" if "amount" in relation.qualifiers else None,
                    confidence=round(chance.uniform(0.5, 1), 3),
                )
            )
        found.append(Statement(subject[0], relation.name, object_[0], status, tuple(evidence)))
    article = Article(
        ident,
        text,
        "fr",
        title=f"Article {number}",
        date=f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}",
        url=f"https://journal.example/{number}",
        source=f"Journal {number % 20}",
    )
    made = (
        Entity(name, name, type_, tuple(Mention(ident, span) for span in spans))
        for (name, type_), spans in entities.items()
    )
    return ArticleGraph(article, tuple(made), tuple(found))
