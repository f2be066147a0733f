"""Runs of the program in processes of their own, with extraction replaced by a few lines where the store is at work."""

import contextlib
import io
import multiprocessing
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from liaisons import cli
from liaisons.extractors import pipeline, versions
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status


def made(article: Article) -> ArticleGraph:
    """The graph of an article, by rules of three lines: words with a capital are people, who support the next one."""
    entities: dict[str, list[Mention]] = {}
    statements, sentences = [], []
    for line in re.finditer(r"[^\n]+", article.text):
        sentence = Span.of(article.text, line.start(), line.end())
        sentences.append((sentence.start, sentence.end))
        words = [
            Span.of(article.text, line.start() + w.start(), line.start() + w.end())
            for w in re.finditer(r"\w+", line[0])
        ]
        names = [w for w in words if w.quote[0].isupper()]
        for name in names:
            entities.setdefault(name.quote, []).append(Mention(article.id, name))
        for a, b in pairwise(names):
            if a.quote != b.quote:
                there = Evidence(article.id, sentence, a, words[-1], b, when=article.date or None)
                statements.append(Statement(a.quote, "supports", b.quote, Status.ASSERTED, (there,)))
    people = tuple(Entity(name, name, "Person", tuple(mentions)) for name, mentions in entities.items())
    return ArticleGraph(article, people, tuple(statements), tuple(sentences)).check()


@dataclass
class Extraction:
    """What stands in for the pipelines: it counts what it makes, and takes its time."""

    pause: float = 0
    read: list[str] | None = None

    def __call__(self, articles: Iterable[Article], **_: Any) -> Iterator[ArticleGraph]:
        for article in articles:
            time.sleep(self.pause)
            if self.read is not None:
                self.read.append(article.id)
            yield made(article)


def patched(monkeypatch: pytest.MonkeyPatch, extraction: Extraction) -> None:
    monkeypatch.setattr(pipeline, "extract", extraction)
    monkeypatch.setattr(pipeline, "load", lambda lang, model=None: None)


@dataclass(frozen=True)
class Run:
    status: int
    out: str
    err: str
    read: tuple[str, ...] = ()


def run_here(*args: str) -> Run:
    """Run the program in this process, in the current folder."""
    out, err, status = io.StringIO(), io.StringIO(), 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["liaisons", *args])
        patch.setattr(cli.out, "_width", 300)
        try:
            cli.main()
        except SystemExit as ended:
            status = int(ended.code or 0)
    return Run(status, out.getvalue(), err.getvalue())


@pytest.fixture
def liaisons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """Run the program with the extraction of three lines, in the folder of the test."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str) -> Run:
        read: list[str] = []
        with pytest.MonkeyPatch.context() as patch:
            patched(patch, Extraction(read=read))
            found = run_here(*args)
        return Run(found.status, found.out, found.err, tuple(read))

    return run


@pytest.fixture
def started() -> Iterator[Callable[..., "multiprocessing.process.BaseProcess"]]:
    """Start the program in a process of its own, which the test may kill."""
    context = multiprocessing.get_context("fork")
    versions.rules()  # the processes inherit it
    processes = []

    def start(*args: str, folder: Path, pause: float = 0, before: Callable[[], None] | None = None) -> Any:
        process = context.Process(target=_child, args=(args, folder, pause, before))
        process.start()
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.join()


def _child(args: tuple[str, ...], folder: Path, pause: float, before: Callable[[], None] | None) -> None:
    os.chdir(folder)
    patched(pytest.MonkeyPatch(), Extraction(pause))
    if before:
        before()
    found = run_here(*args)
    sys.stderr.flush()
    os._exit(found.status)


def content(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}
