"""The folder of pages: every link leads somewhere, nothing of anybody else's is touched, the same bytes every time."""

import hashlib
import json
import os
import posixpath
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from liaisons.exports.dossiers import manifest, reading, site
from liaisons.exports.dossiers.archive import Archive
from liaisons.exports.dossiers.wording import clean
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, Evidence, Span, Statement, Status

from .parsing import KNOWN, Read

FORM = {"input", "label", "search", "noscript", "script", "details", "summary"}


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module", params=["sample", "hostile"])
def made(
    request: pytest.FixtureRequest,
    sample_graph: KnowledgeGraph,
    hostile_graph: KnowledgeGraph,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[KnowledgeGraph, Path]:
    graph = sample_graph if request.param == "sample" else hostile_graph
    folder = tmp_path_factory.mktemp("site")
    assert site.write(graph, folder, title="</title><script>alert(1)</script>") == []
    return graph, folder


def read_pages(folder: Path) -> dict[str, Read]:
    names = [n for n in files(folder) if n.endswith(".html") and n != "graph.html"]
    return {n: Read((folder / n).read_text(encoding="utf-8")) for n in names}


def test_a_page_for_each_entity_and_article(made: tuple[KnowledgeGraph, Path]) -> None:
    graph, folder = made
    found = list(files(folder))
    assert len([n for n in found if n.startswith("entities/")]) == len(graph.entities)
    assert len([n for n in found if n.startswith("articles/")]) == len(graph.articles)
    types = {e.type.lower() for e in graph.entities.values()}
    rest = {n for n in found if not n.startswith(("entities/", "articles/"))}
    assert rest == {"index.html", "articles.html", "graph.html", "style.css", manifest.NAME} | {
        f"names/{t}.html" for t in types
    }


def test_every_link_leads_to_a_place_that_is_there(made: tuple[KnowledgeGraph, Path]) -> None:
    graph, folder = made
    pages = read_pages(folder)
    ids = {name: {a["id"] for _, a in page.elements if a.get("id")} for name, page in pages.items()}
    inner, selected = 0, 0
    for name, page in pages.items():
        assert len(ids[name]) == len([1 for _, a in page.elements if a.get("id")])
        for href in [*page.of("a", "href"), *page.of("link", "href")]:
            if href == "data:," or href.startswith(("http:", "https:")):
                continue
            path, _, place = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            assert not target.startswith("..")
            assert (folder / target).is_file(), (name, href)
            if target == "graph.html" and place:
                kind, _, ident = place.partition("=")
                assert kind == "entity"
                assert unquote(ident) in graph.entities
                selected += 1
            elif place:
                assert place in ids[target], (name, href)
                inner += 1
    assert inner > 20
    assert selected > 2


def test_hostile_text_adds_nothing(made: tuple[KnowledgeGraph, Path]) -> None:
    _, folder = made
    for name, page in read_pages(folder).items():
        assert {t for t, _ in page.elements} - KNOWN - FORM == set(), name
        assert not [a for _, attrs in page.elements for a in attrs if a.startswith("on") or a in {"style", "src"}]
        assert [href for href in page.of("a", "href") if re.match(r"(?i)\s*(javascript|data|vbscript):", href)] == []
        (policy,) = [a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
        scripts = [code for code in page.scripts if code[0] == ""]
        digests = re.findall(r"'sha256-([\w+/=]{44})'", policy or "")
        assert len(scripts) == len(digests)
        assert re.sub(r"'sha256-[\w+/=]{44}'", "#", policy or "") in {
            "default-src 'none'; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'",
            "default-src 'none'; script-src #; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'",
        }


def test_the_text_of_an_article_is_all_there(made: tuple[KnowledgeGraph, Path]) -> None:
    graph, folder = made
    names = site.Map.of(Archive(graph)).articles
    for ident, article in graph.articles.items():
        page = (folder / "articles" / f"{names[ident]}.html").read_text(encoding="utf-8")
        paragraphs = re.findall(r'<p class="text[^"]*"[^>]*>(.*?)</p>', page, re.DOTALL)
        shown = "".join(Read(re.sub(r"<sup.*?</sup>", "", p)).text for p in paragraphs)
        assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", clean(article.text)).replace("\x85", "")


def test_without_text_only_sentences_that_state_something(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    site.write(sample_graph, tmp_path, text=False)
    silent = (tmp_path / "articles" / "silent.html").read_text(encoding="utf-8")
    assert "Il pleut" not in silent
    every = "".join(p.read_text(encoding="utf-8") for p in tmp_path.rglob("*.html"))
    assert "Il pleut" not in every
    wire = Read((tmp_path / "articles" / "wire-7.html").read_text(encoding="utf-8"))
    assert "Nordavia bought Quantelle last year." in wire.text
    assert "n’est pas publié ici" in wire.text


def test_a_second_run_gives_the_same_bytes_and_touches_no_page(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    site.write(sample_graph, tmp_path)
    before = files(tmp_path)
    times = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.html")}
    site.write(KnowledgeGraph(list(sample_graph.article_graphs.values())[::-1]), tmp_path)
    assert files(tmp_path) == before
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.html")} == times


def test_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    code = (
        "import hashlib, sys; from pathlib import Path; from liaisons.exports.dossiers import site;"
        "from liaisons.graph.example import example; out = Path(sys.argv[1]); site.write(example(), out);"
        "print(hashlib.sha256((out / 'liaisons-site.json').read_bytes()).hexdigest())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


# --- what is ours and what is not -------------------------------------------------------------------------------------


def less(graph: KnowledgeGraph) -> KnowledgeGraph:
    return KnowledgeGraph(g for i, g in graph.article_graphs.items() if i != "wire-7")


def test_old_pages_go_and_other_files_stay(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    site.write(sample_graph, tmp_path)
    (tmp_path / "articles" / "mine.html").write_text("mine")
    (tmp_path / "notes.txt").write_text("mine")
    assert site.write(less(sample_graph), tmp_path) == []
    assert not (tmp_path / "articles" / "wire-7.html").exists()
    assert (tmp_path / "articles" / "mine.html").read_text() == "mine"
    assert (tmp_path / "notes.txt").read_text() == "mine"
    listed = json.loads((tmp_path / manifest.NAME).read_text())["files"]
    assert set(listed) == set(files(tmp_path)) - {"articles/mine.html", "notes.txt", manifest.NAME}
    assert all(hashlib.sha256((tmp_path / n).read_bytes()).hexdigest() == digest for n, digest in listed.items())


def test_an_old_page_that_was_changed_by_hand_stays_and_is_told(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    site.write(sample_graph, tmp_path)
    page = tmp_path / "articles" / "wire-7.html"
    page.write_text("mine now")
    assert site.write(less(sample_graph), tmp_path) == ["articles/wire-7.html"]
    assert page.read_text() == "mine now"
    with pytest.raises(UserError, match=r"wire-7\.html: stands where a page of the site would"):
        site.write(sample_graph, tmp_path)


@pytest.mark.parametrize("name", ["index.html", "entities/group.nordavia.html", "style.css"])
def test_a_file_in_the_way_is_not_overwritten(sample_graph: KnowledgeGraph, tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine")
    with pytest.raises(UserError, match=re.escape(f"{name}: stands where a page of the site would")):
        site.write(sample_graph, tmp_path)
    assert files(tmp_path) == {name: b"mine"}


def test_a_run_that_was_cut_off_is_taken_up(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    site.write(sample_graph, whole)

    class CutError(Exception):
        pass

    left = 9

    def stop() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise CutError

    with pytest.raises(CutError):
        site.write(sample_graph, cut, done=stop)
    assert 9 < len(files(cut)) < len(files(whole)) + 1
    assert all(content == files(whole).get(n) for n, content in files(cut).items() if n != manifest.NAME)
    (cut / "index.html.part").write_text("half")
    site.write(less(sample_graph), cut)
    other = tmp_path / "other"
    site.write(less(sample_graph), other)
    assert files(cut) == files(other)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"files": []}', '{"files": 1}', "\u00e9\ud800"])
def test_a_manifest_that_is_none(sample_graph: KnowledgeGraph, tmp_path: Path, content: str) -> None:
    (tmp_path / manifest.NAME).write_text(content, encoding="utf-8", errors="surrogatepass")
    with pytest.raises(UserError, match=r"not the manifest of a site"):
        site.write(sample_graph, tmp_path)


def test_a_manifest_names_nothing_outside_the_folder(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    folder, victim = tmp_path / "site", tmp_path / "victim.html"
    folder.mkdir()
    victim.write_text("mine")
    (folder / "private.html").mkdir()
    names = ["../victim.html", str(victim), "articles/../../victim.html", "entities/.html", "x/y.html", "private.html"]
    (folder / manifest.NAME).write_text(json.dumps({"files": dict.fromkeys(names, "")}))
    site.write(sample_graph, folder)
    assert victim.read_text() == "mine"
    assert (folder / "private.html").is_dir()


def test_a_file_instead_of_a_folder(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine")
    with pytest.raises(UserError, match="is a file, not a folder to write into"):
        site.write(sample_graph, tmp_path / "x")


def test_an_empty_graph_has_a_site(tmp_path: Path) -> None:
    site.write(KnowledgeGraph(), tmp_path, language="en")
    assert "0 articles, 0 names, 0 statements" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_progress_tells_every_page(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    steps: list[int] = []
    done: list[int] = []
    site.write(sample_graph, tmp_path, begun=steps.append, done=lambda: done.append(1))
    assert steps == [len(done)] == [len(files(tmp_path)) - 1]


# --- the text of an article -------------------------------------------------------------------------------------------


def note(article: Article, number: int, *spans: tuple[int, int]) -> reading.Note:
    evidence = Evidence(article.id, *(Span.of(article.text, *s) for s in spans))
    return reading.Note(number, Statement("a", "acquired", "b", Status.ASSERTED, (evidence,)), evidence)


def test_lines_with_their_notes() -> None:
    article = Article("a", "Titre\n\n  \nAda rachète X. Elle part. Fin.\r\nBo suit.\n")
    start = article.text.index("Ada")
    first = note(article, 1, (start, start + 14), (start, start + 3), (start + 4, start + 11), (start + 12, start + 13))
    second = note(
        article, 2, (start, start + 14), (start, start + 3), (start + 4, start + 11), (start + 12, start + 13)
    )
    third = note(
        article, 3, (start + 15, start + 25), (start, start + 3), (start + 20, start + 24), (start + 15, start + 19)
    )
    title, middle, last = reading.paragraphs(article, [first, second, third], [(start, start + 30)])
    assert [p.noise for p in (title, middle, last)] == [True, False, True]
    assert [n.number for n in middle.notes] == [1, 2, 3]
    assert [("".join(p.text for p in s.pieces), s.notes, s.closes) for s in middle.stretches] == [
        ("Ada rachète X.", (1, 2), (1, 2)),
        (" ", (), ()),
        ("Elle part.", (3,), (3,)),
        (" Fin.", (), ()),
    ]
    assert [(p.text, p.labels) for p in middle.stretches[0].pieces if p.labels] == [
        ("Ada", ("s1", "s2", "s3")),
        ("rachète", ("c1", "c2")),
        ("X", ("o1", "o2")),
    ]


def test_a_sentence_over_two_lines_and_sentences_that_overlap() -> None:
    article = Article("a", "Ada rachète\nX hier. Fin")
    whole = note(article, 1, (0, 19), (0, 3), (4, 11), (12, 13))
    part = note(article, 2, (4, 23), (4, 11), (12, 13), (20, 23))
    found = reading.paragraphs(article, [whole, part])
    assert [[n.number for n in p.notes] for p in found] == [[1, 2], []]
    assert [[(s.notes, s.closes) for s in p.stretches] for p in found] == [
        [((1,), ()), ((1, 2), ())],
        [((1, 2), (1,)), ((2,), (2,))],
    ]
