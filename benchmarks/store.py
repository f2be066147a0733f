"""The store at the size of a press archive: seconds to write and read it and to find words in it, and its bytes.

    python benchmarks/store.py [ARTICLES]

The articles are synthetic: 20 sentences of 18 words, 15 entities with 2 or 3 mentions each and 8 statements, over
people and companies of which some are in thousands of articles and most in a few. Seconds are of the clock, and in
brackets of the processor.
"""

import argparse
import gc
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from liaisons.graph import store
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status

SYLLABLES = ("ba", "co", "du", "fe", "gi", "lo", "ma", "ne", "pi", "ro", "su", "ta", "ve", "wa", "lin", "mond", "tel")
RELATIONS = ("acquired", "criticizes", "supports", "sued", "invested_in")
Result = TypeVar("Result")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    count = parser.parse_args().articles
    graph = timed("resolve", lambda: resolved(KnowledgeGraph(articles(count))))
    print(f"{len(graph.articles)} articles, {len(graph.entities)} entities, {len(graph.statements())} statements")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / store.FILE
        timed("write", lambda: store.write(graph, path))
        print(
            f"{path.stat().st_size / 1e6:.0f} MB, of which text {sum(map(size, graph.articles.values())) / 1e6:.0f} MB"
        )
        timed("read the stamps", lambda: store.stamps(path))
        gc.freeze()  # what was made above is no part of what a program reads
        assert timed("read", lambda: store.read(path)) == graph
        for words in ("acquired", '"acquired ba"', "lin* OR balin", "mond NOT acquired"):
            hits, total = timed(f"find {words}", lambda words=words: store.find(path, words, limit=20))  # type: ignore[misc]
            print(f"    the best {len(hits)} of {total}")
        timed("find a name", lambda: store.find_names(path, "bal*", limit=20))
        with store.journal(Path(folder)) as journal:
            some = list(graph.article_graphs.values())[:1000]
            timed("keep 1000 articles in the journal", lambda: [journal.keep(part, "p") for part in some])
            journal.clear()
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def timed(name: str, work: Callable[[], Result]) -> Result:
    start, used = time.perf_counter(), time.process_time()
    result = work()
    took, used = time.perf_counter() - start, time.process_time() - used
    print(f"{name:36} {took:7.2f} s ({used:.2f})", flush=True)
    return result


def resolved(graph: KnowledgeGraph) -> KnowledgeGraph:
    graph.statements()
    return graph


def size(article: Article) -> int:
    return len(article.text.encode())


def articles(count: int) -> Iterator[ArticleGraph]:
    chance = random.Random(4)
    words = sorted({"".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3)))) for _ in range(9000)})
    names = [
        (f"{a.title()} {b.title()}", "Person") for a, b in zip(chance.choices(words, k=count), words * 9, strict=False)
    ]
    names += [(f"{a.title()} SA", "Company") for a in chance.choices(words, k=count // 2)]
    for number in range(count):
        yield article(f"a{number:06}", chance, words, names)


def article(ident: str, chance: random.Random, words: list[str], names: list[tuple[str, str]]) -> ArticleGraph:
    there = sorted({names[int(len(names) * chance.random() ** 4)] for _ in range(15)})
    text, sentences, mentions, statements = "", [], [[] for _ in there], []
    for line in range(20):
        a, b = chance.sample(range(len(there)), 2)
        pieces = [there[a][0], "acquired", there[b][0], *chance.choices(words, k=14)]
        start, places = len(text), []
        for piece in pieces:
            places.append(Span(len(text), len(text) + len(piece), piece))
            text += piece + " "
        text = text[:-1] + ".\n"
        sentence = Span(start, len(text) - 1, text[start:-1])
        sentences.append((sentence.start, sentence.end))
        for end, place in ((a, places[0]), (b, places[2])):
            mentions[end].append(Mention(ident, place))
        if line < 8 and there[a] != there[b]:
            evidence = Evidence(ident, sentence, places[0], places[1], places[2], confidence=0.8)
            statements.append(Statement(str(a), chance.choice(RELATIONS), str(b), Status.ASSERTED, (evidence,)))
    entities = tuple(Entity(str(i), name, type_, tuple(mentions[i])) for i, (name, type_) in enumerate(there))
    date = f"20{chance.randrange(10, 25)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    source = chance.choice(("La Gazette", "The Wire", "Le Fil"))
    made = Article(ident, text, "fr", f"Article {ident}", date, f"https://example.org/{ident}", source)
    return ArticleGraph(made, entities, tuple(statements), tuple(sentences))


if __name__ == "__main__":
    main()
