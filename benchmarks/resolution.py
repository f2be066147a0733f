"""How long resolution takes, for 10³, 10⁴ and 10⁵ entities: `python benchmarks/resolution.py [ENTITIES...]`.

The articles are made up, and like a newspaper's: few names are in many articles and most in few (Zipf's law), people go
by surname or initials in a third of them, companies by legal forms, countries and bodies in two languages, and many
people share surnames. Prints the seconds, microseconds for an entity, what came out, and how time grew: 1.0 is linear.
"""

import random
import sys
from math import log
from time import process_time

from liaisons.graph.model import Article, ArticleGraph, Entity, Mention, Span
from liaisons.graph.resolution import resolve

PER_ARTICLE = 10
_SYLLABLES = [a + b for a in "bcdfglmnprstv" for b in ("a", "e", "i", "o", "an", "er", "ou", "il")]
_PLACES = [("Russie", "Russia"), ("Allemagne", "Germany"), ("États-Unis", "United States"), ("Chine", "China")]
_BODIES = [
    ("Commission européenne", "European Commission"),
    ("ministère de la Défense", "Ministry of Defence"),
    ("Sénat", "Senate"),
    ("Cour suprême américaine", "US Supreme Court"),
]


def corpus(entities: int, seed: int = 7) -> list[ArticleGraph]:
    """So many entities in articles of ten."""
    chance = random.Random(seed)

    def word(size: int) -> str:
        return "".join(chance.choices(_SYLLABLES, k=size)).capitalize()

    surnames = [word(3) for _ in range(max(20, entities // 20))]
    given = [word(2) for _ in range(300)]
    people = [(chance.choice(given), chance.choice(surnames)) for _ in range(entities // 5)]
    companies = [f"{word(2)} {word(2)}" if i % 2 else word(3) for i in range(entities // 10)]

    def some(pool: list) -> object:
        often = min(int(chance.paretovariate(0.6)) - 1, len(pool) - 1)
        return pool[often if chance.random() < 0.5 else chance.randrange(len(pool))]

    def thing(lang: int) -> tuple[str, str]:
        kind = chance.random()
        if kind < 0.5:
            first, last = some(people)
            return "Person", chance.choice([f"{first} {last}"] * 4 + [last, f"{first[0]}. {last}"])
        if kind < 0.8:
            name = some(companies)
            return "Company", chance.choice([name, name, f"{name} SA", f"groupe {name}"])
        if kind < 0.9:
            return "Place", chance.choice(_PLACES)[lang]
        return "Institution", chance.choice(_BODIES)[lang]

    graphs = []
    for number in range(entities // PER_ARTICLE):
        ident, lang = f"a{number}", number % 2
        named = list(dict.fromkeys(thing(lang) for _ in range(PER_ARTICLE)))
        text = "\n".join(name for _, name in named)
        parts, at = [], 0
        for i, (type_, name) in enumerate(named):
            parts.append(Entity(f"e{i}", name, type_, (Mention(ident, Span(at, at + len(name), name)),)))
            at += len(name) + 1
        graphs.append(ArticleGraph(Article(ident, text, ("fr", "en")[lang]), tuple(parts)))
    return graphs


def main(sizes: list[int]) -> None:
    before: tuple[int, float] | None = None
    print(f"{'entities':>9} {'seconds':>8} {'µs each':>8} {'things':>8} {'proposals':>9} {'growth':>7}")
    for size in sizes:
        graphs = corpus(size)
        members = sum(len(g.entities) for g in graphs)
        start = process_time()
        found = resolve(graphs)
        seconds = process_time() - start
        growth = f"{log(seconds / before[1]) / log(members / before[0]):.2f}" if before else ""
        things = len({e.id for e in found.entities.values()})
        each = seconds / members * 1e6
        print(f"{members:>9} {seconds:>8.2f} {each:>8.0f} {things:>8} {len(found.proposals):>9} {growth:>7}")
        before = (members, seconds)


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [1_000, 10_000, 100_000])
