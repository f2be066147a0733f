"""Docs built by hand, so that rules are tested without a model, and plain words for what the rules make of them.

A tree is one string a sentence, a cell a word: `word/part of speech/label/head/lemma/features`. Where an entity type
stands for the part of speech, the word is a name of that type ("Ada_Morel/Person/nsubj/dirige"). The head is a word of
the sentence (the nearest of that form), and empty for the root; the lemma is the word in lower case unless given; what
has no "=" among the features is the tag. A bare word is punctuation.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from liaisons.extractors import lexicon, pipeline
from liaisons.extractors.annotations import Cluster, Frame, Name, Outlook
from liaisons.extractors.clusters import clusters
from liaisons.extractors.statements import statements
from liaisons.graph.model import ArticleGraph
from liaisons.graph.ontology import ontology

CERTAIN = 9.0
"""The vote for the type of a name in a tree: no rule doubts it."""


@pytest.fixture(scope="session")
def tree() -> Callable[..., Doc]:
    """`tree(lang, sentence, …)`: a parsed doc with its names and their clusters."""
    return build


def build(lang: str, *sentences: str) -> Doc:
    words: list[str] = []
    columns: dict[str, list[Any]] = {key: [] for key in ("pos", "deps", "heads", "lemmas", "morphs", "tags")}
    names: list[Name] = []
    for sentence in sentences:
        cells = [(cell.split("/") + [""] * 5)[:6] if len(cell) > 1 else _punctuation(cell) for cell in sentence.split()]
        first = len(words)
        at: list[tuple[int, str]] = []  # where each cell begins, and what stands there
        for form, *_ in cells:
            at.append((first + sum(len(c[0].split("_")) for c in cells[: len(at)]), form))
        root = at[next(n for n, cell in enumerate(cells) if not cell[3] and cell[2] != "punct")][0]
        for (start, _), (form, pos, dep, head, lemma, features) in zip(at, cells, strict=True):
            parts = form.split("_")
            named = pos in ontology().types
            if named:
                names.append(Name(start, start + len(parts), {pos: CERTAIN}))
            tags = [f for f in features.split("|") if "=" not in f]
            words += parts
            columns["pos"] += ["PROPN" if named else pos] * len(parts)
            columns["deps"] += [dep] + ["flat:name"] * (len(parts) - 1)
            columns["heads"] += [_nearest(at, head, start) if head else root, *[start] * (len(parts) - 1)]
            columns["lemmas"] += [lemma or parts[0].lower(), *[p.lower() for p in parts[1:]]]
            columns["morphs"] += ["|".join(f for f in features.split("|") if "=" in f)] + [""] * (len(parts) - 1)
            columns["tags"] += [tags[0] if tags else ""] * len(parts)
    doc = Doc(_vocab(lang), words=words, spaces=_spaces(words), **columns)
    doc._.noise = ()
    doc._.names = names
    doc._.clusters = clusters(doc, names)
    return doc


@cache
def _vocab(lang: str) -> Any:
    return spacy.blank(lang).vocab


def _punctuation(mark: str) -> list[str]:
    return [mark, "PUNCT", "punct", "", "", ""]


def _nearest(at: list[tuple[int, str]], word: str, start: int) -> int:
    places = [i for i, form in at if form == word and i != start]
    assert places, f"no head {word!r}"
    return min(places, key=lambda i: abs(i - start))


def _spaces(words: list[str]) -> list[bool]:
    after = [*words[1:], "."][: len(words)]
    return [not w.endswith("'") and w not in "(" and n not in (*",.)", "'s") for w, n in zip(words, after, strict=True)]


@pytest.fixture(scope="session")
def shown() -> Callable[[Doc], list[str]]:
    """`shown(doc)`: its frames in a line each: kind, lemma, modifiers, arguments (with an idiom's lemma), outlook."""
    return lambda doc: [_frame(doc, frame) for frame in doc._.frames]


def _frame(doc: Doc, frame: Frame) -> str:
    arguments = (
        f"{role}={'+'.join(doc[i].text for i in places)}" + (f":{frame.idiom[role]}" if role in frame.idiom else "")
        for role, places in frame.arguments.items()
    )
    words = [frame.kind, frame.lemma, "reflexive" * frame.reflexive, *(f"+{m}" for m in frame.modifiers)]
    head = " ".join(word for word in words if word)
    return " ".join([f"{head}({', '.join(arguments)})", *_outlook(doc, frame.outlook)])


@pytest.fixture(scope="session")
def seen() -> Callable[[Doc, Outlook], list[str]]:
    """`seen(doc, outlook)`: the flags of an outlook that are set, and "by" whom."""
    return _outlook


def _outlook(doc: Doc, outlook: Outlook) -> list[str]:
    held = [f.name.replace("_", " ") for f in fields(outlook) if getattr(outlook, f.name) is True]
    return held if outlook.source is None else [*held, f"by {doc[outlook.source].text}"]


@pytest.fixture(scope="session")
def stated() -> Callable[[Doc], list[str]]:
    """`stated(doc)`: run what has not run yet, and give the statements as `said` does."""
    return lambda doc: said(statements(doc)._.statements)


def said(graph: ArticleGraph) -> list[str]:
    """A line of evidence each: "S | relation | O | status | subject … cue … object", then role and source."""
    names = {e.id: e.name for e in graph.check().entities}
    return [
        f"{names[s.subject]} | {s.relation} | {names[s.object]} | {s.status} | "
        + " … ".join(span.quote for span in (e.subject, e.cue, e.object))
        + (f" | role {e.role}" if e.role else "")
        + (f" | source {names[e.source]}" if e.source else "")
        for s in graph.statements
        for e in s.evidence
    ]


@pytest.fixture(scope="session")
def grouped() -> Callable[[Doc], list[str]]:
    """`grouped(doc)`: its clusters in a line each: name, type, and what stands for it in the text."""
    return lambda doc: [_cluster(doc, cluster) for cluster in doc._.clusters]


def _cluster(doc: Doc, cluster: Cluster) -> str:
    mentions = (
        doc[m.start : m.end].text + ("" if m.kind == "name" else f" ({m.kind})") + "?" * m.doubt
        for m in cluster.mentions
    )
    return f"{cluster.name} {cluster.type}: {', '.join(mentions)}"


@pytest.fixture
def lexicon_of(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str, Mapping[str, Any]], None]]:
    """`lexicon_of(lang, name, data)`: let the rules read `data` instead of that lexicon while the test runs."""
    instead: dict[tuple[str, str], Mapping[str, Any]] = {}
    real = lexicon.load
    for module in _rooms():
        if getattr(module, "load", None) is real:
            monkeypatch.setattr(module, "load", lambda lang, name: instead.get((lang, name)) or real(lang, name))

    def replace(lang: str, name: str, data: Mapping[str, Any]) -> None:
        instead[lang, name] = data
        _forget()

    yield replace
    monkeypatch.undo()
    _forget()


def _rooms() -> list[Any]:
    return [module for name, module in sorted(sys.modules.items()) if name.startswith("liaisons.extractors.")]


def _forget() -> None:
    """Empty what the rooms have read once."""
    for module in _rooms():
        for value in vars(module).values():
            if hasattr(value, "cache_clear") and value.__module__ == module.__name__ != lexicon.__name__:
                value.cache_clear()


@pytest.fixture(scope="session")
def pipelines() -> Callable[[str], Any]:
    """`pipelines(lang)`: the loaded pipeline of a language, one for the session. Only for tests marked `model`."""
    return cache(pipeline.load)
