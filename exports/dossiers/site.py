"""A folder of pages that opens from disk: an index, every entity's dossier, every article, and the graph.

Pages are made and written one after the other, so that no more than one is in memory. The same graph gives the same
bytes; a page that would not change is not touched.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from ...graph.errors import UserError
from ...graph.knowledge import KnowledgeGraph
from ...graph.model import Evidence, Statement
from ...graph.ontology import ontology
from .. import html
from . import front, reading
from .archive import Archive, anchor
from .dossier import dossier, newest
from .manifest import Manifest
from .page import Frame, asset, dossier_page, render, stylesheet
from .paths import stems
from .wording import words

SENTENCES = 12
"""Of a statement, on the page of an entity; the pages of the articles have all."""

FULL = 400
"""Statements of an entity that are shown with sentences: those that most articles make, then the surest."""

_UNENCODED = "/!~*'()"
"""Beside letters, digits, "-", "." and "_": what `encodeURIComponent` leaves, and the slash."""

_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Map:
    """Where the pages of a site are: file names by id, and what the page of the graph can show."""

    entities: dict[str, str]
    articles: dict[str, str]
    drawn: frozenset[str]

    @classmethod
    def of(cls, archive: Archive) -> "Map":
        return cls(stems(archive.graph.entities), stems(archive.graph.articles), frozenset(archive.about))

    def files(self, types: list[str]) -> Iterator[str]:
        """The paths of all files in the folder of the site."""
        yield from ("index.html", "articles.html", "graph.html", "style.css")
        yield from (f"names/{name.lower()}.html" for name in types)
        yield from (f"entities/{name}.html" for name in self.entities.values())
        yield from (f"articles/{name}.html" for name in self.articles.values())


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """The links of a page from which `root` leads to the folder of the site ("" or "../")."""

    map: Map
    root: str

    def entity(self, ident: str) -> str:
        return f"{self.root}entities/{self.map.entities[ident]}.html" if ident in self.map.entities else ""

    def article(self, ident: str) -> str:
        return f"{self.root}articles/{self.map.articles[ident]}.html"

    def evidence(self, statement: Statement, evidence: Evidence) -> str:
        return f"{self.article(evidence.article)}#{anchor(statement, evidence)}"

    def statement(self, statement: Statement) -> str:
        """The place of a statement in the dossier of its subject."""
        return f"{self.entity(statement.subject)}#{anchor(statement)}"

    def graph(self, ident: str) -> str:
        """The page of the graph with this entity selected; the form of the hash is that of its `20-state.js`."""
        if ident not in self.map.drawn:
            return ""
        return f"{self.root}graph.html#entity={quote(_LONE.sub(chr(0xFFFD), ident), safe=_UNENCODED)}"


def write(
    graph: KnowledgeGraph,
    folder: Path,
    *,
    title: str = "liaisons",
    language: str = "fr",
    text: bool = True,
    sentences: int = SENTENCES,
    chosen: tuple[str, ...] = (),
    begun: Callable[[int], None] = lambda steps: None,
    done: Callable[[], None] = lambda: None,
) -> list[str]:
    """Write the site of a graph, and return the paths of old pages that stay because somebody has changed them.

    Without `text` an article's page has only the sentences that state something. `sentences` is how many of them the
    page of an entity shows for one statement, 0 for all; `chosen` says in words what of the graph this is. `begun` is
    told how many pages there will be, `done` that one more is there. `UserError` for a language that is not spoken, and
    where a file stands in the way that is not ours.
    """
    speak = words(language)
    archive = Archive(graph)
    map_ = Map.of(archive)
    frame = Frame(graph, language, title, sentences, FULL, chosen)
    by_type = front.typed(graph.entities.values())
    if folder.exists() and not folder.is_dir():
        raise UserError(f"{folder}: is a file, not a folder to write into")
    folder.mkdir(parents=True, exist_ok=True)
    manifest = Manifest.begin(folder, map_.files(list(by_type)))
    begun(len(manifest.files))

    def put(name: str, content: str) -> None:
        manifest.write(name, content.encode("utf-8"))
        done()

    put("style.css", stylesheet())
    top, below = SiteLinks(map_, ""), SiteLinks(map_, "../")
    for ident in graph.entities:
        made = dossier(archive, graph.entities[ident])
        put(f"entities/{map_.entities[ident]}.html", dossier_page(made, frame, below, "../"))
    for ident in graph.articles:
        put(f"articles/{map_.articles[ident]}.html", article_page(archive, ident, frame, below, text))
    for name, entities in by_type.items():
        label = speak.type_name(name)
        listed = [(e, archive.tied.get(e.id, 0)) for e in entities]
        page = render("names.html", frame, below, "../", kind="list", title=label, label=label, listed=listed)
        put(f"names/{name.lower()}.html", page)
    every = newest(graph.articles.values())
    put(
        "articles.html",
        render(
            "articles.html",
            frame,
            top,
            "",
            kind="list",
            title=speak("all_articles"),
            articles=every,
            stated={i: len(said) for i, said in archive.printed.items()},
        ),
    )
    put("graph.html", html.to_html(graph, title=title, language=language))
    put("index.html", index_page(archive, map_, frame, top))
    return manifest.finish()


def index_page(archive: Archive, map_: Map, frame: Frame, links: SiteLinks) -> str:
    """The first page, with every name to search."""
    found = front.front(archive)
    types = [words(frame.language).type_name(name) for name in ontology().types]
    return render(
        "index.html",
        frame,
        links,
        "",
        kind="front",
        title=frame.title,
        front=found,
        types=list(ontology().types),
        names=Markup(front.search_data(archive, map_.entities)),
        type_names=types,
        script=Markup(asset("search.js")),
    )


def article_page(archive: Archive, ident: str, frame: Frame, links: SiteLinks, text: bool) -> str:
    """The page of an article: its text with the sentences that state something, or those alone."""
    article = archive.graph.articles[ident]
    notes = reading.notes(archive.printed.get(ident, ()))
    values: dict[str, Any] = {"script": Markup(asset("article.js"))} if text and notes else {"script": None}
    return render(
        "article.html",
        frame,
        links,
        "../",
        kind="paper",
        title=article.title.strip() or words(frame.language)("no_title"),
        article=article,
        notes=notes,
        paragraphs=reading.paragraphs(article, notes, archive.graph.article_graphs[ident].sentences) if text else (),
        text=text,
        **values,
    )
