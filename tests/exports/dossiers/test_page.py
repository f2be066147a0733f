"""The page of a dossier as a browser's parser reads it, and the parts that it is made of."""

import re
from datetime import date
from pathlib import Path

import pytest

from liaisons.exports.dossiers import chart, page
from liaisons.exports.dossiers.archive import Archive
from liaisons.exports.dossiers.dates import Dated
from liaisons.exports.dossiers.dossier import dossier
from liaisons.exports.dossiers.page import Frame
from liaisons.exports.dossiers.records import Mark
from liaisons.exports.dossiers.wording import address, clean, tag, words
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Evidence, Span, Statement, Status
from liaisons.graph.values import bounds

from .parsing import KNOWN, Read


def made(graph: KnowledgeGraph, name: str, **options: object) -> str:
    return page.report(dossier(Archive(graph), graph.entity(name)), Frame(graph, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_hostile_articles_add_nothing_to_a_page(hostile_graph: KnowledgeGraph, language: str) -> None:
    for entity in hostile_graph.entities.values():
        read = Read(made(hostile_graph, entity.id, language=language))
        assert {t for t, _ in read.elements} - KNOWN == set()
        assert not [a for _, attrs in read.elements for a in attrs if a.startswith("on") or a in {"style", "src"}]
        assert all(
            href == "data:," or href.startswith("#") for href in [*read.of("a", "href"), *read.of("link", "href")]
        )
        assert clean(entity.name) in read.text
        assert all(tag(code) for t, a in read.elements if (code := a.get("lang")) is not None)


def test_a_page_loads_nothing_and_runs_nothing(sample_graph: KnowledgeGraph) -> None:
    source = made(sample_graph, "Nordavia")
    read = Read(source)
    (policy,) = [a["content"] for _, a in read.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src data:; base-uri 'none'; form-action 'none'",
        policy,
    )
    assert not re.search(r"url\((?!#)|@import|image-set", source)
    assert [t for t, _ in read.elements if t in {"script", "img", "iframe", "object", "form"}] == []
    outside = [h for h in read.of("a", "href") if not h.startswith("#")]
    assert set(outside) == {"https://gazette.example/%C3%A9conomie/nordavia?page=1#suite", "https://wire.example/7"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_link_on_the_page_leads_to_something_on_it(sample_graph: KnowledgeGraph, language: str) -> None:
    for entity in sample_graph.entities.values():
        read = Read(made(sample_graph, entity.id, language=language))
        ids = [a["id"] for _, a in read.elements if a.get("id")]
        assert len(set(ids)) == len(ids)
        targets = {href[1:] for href in read.of("a", "href") if href.startswith("#")}
        assert targets - set(ids) == set()


def test_what_is_not_asserted_says_so_in_every_part(sample_graph: KnowledgeGraph) -> None:
    """Wherever a statement is put into words, so is its status."""
    for name, said, status in (("Nordavia", "finance", "negated"), ("Vauquelin", "a quitté", "uncertain")):
        source = made(sample_graph, name)
        parts = re.findall(rf'<span class="said (\w+)">((?:(?!<span class="said).)*?{said}</span>)', source, re.DOTALL)
        assert parts
        assert {p[0] for p in parts} == {status}
        captions = re.findall(r'aria-label="([^"]*)"', source)
        spoken = [c for c in captions if f" {said} " in c]
        assert spoken
        assert all(f"({words('fr').status(Status(status))})" in c for c in spoken)


def test_status_and_confidence_stand_at_every_sentence(sample_graph: KnowledgeGraph) -> None:
    source = made(sample_graph, "Vauquelin", language="en")
    figures = re.findall(r'<figure class="evidence (\w+)">(.*?)</figure>', source, re.DOTALL)
    assert len(figures) == 5
    for status, inside in figures:
        assert f'<span class="badge {status}">{status}</span>' in inside
        assert "confidence " in inside


def test_sentences_in_another_language_say_so(sample_graph: KnowledgeGraph) -> None:
    french, english = (made(sample_graph, "Nordavia", language=code) for code in ("fr", "en"))
    assert set(re.findall(r"<blockquote([^>]*)>", french)) == {' dir="auto"', ' lang="en" dir="auto"'}
    assert set(re.findall(r"<blockquote([^>]*)>", english)) == {' dir="auto"', ' lang="fr" dir="auto"'}


def test_what_was_left_out_is_said(sample_graph: KnowledgeGraph) -> None:
    assert "statut : affirmé" in made(sample_graph, "Nordavia", chosen=("statut : affirmé",))


def test_an_entity_of_which_nothing_is_stated_has_a_page(sample_graph: KnowledgeGraph) -> None:
    read = Read(made(sample_graph, "La Gazette du Rhône", language="en"))
    assert "No article states anything of it" in read.text
    assert "Attributed words" in read.text


def test_of_many_statements_the_least_reported_are_a_line_each(sample_graph: KnowledgeGraph) -> None:
    source = made(sample_graph, "Nordavia", language="en", full=1)
    assert len(re.findall(r'<figure class="evidence', source)) == 2
    assert "1 sentence, in: <cite" in re.sub(r"\s+", " ", source)
    assert source.count('<article class="tie') == 4


def test_an_event_tells_when_and_who_at_its_head(sample_graph: KnowledgeGraph) -> None:
    head = made(sample_graph, "sommet des Rivières 2023", language="en").split("</header>")[0]
    facts = [" ".join(Read(f).text.split()) for f in re.findall(r"<d[td]>.*?</d[td]>", head)]
    assert facts[:4] == ["When", "2023", "Participants", "Nordavia organizer, Lyon place"]


def test_the_same_page_every_time(sample_graph: KnowledgeGraph) -> None:
    other = KnowledgeGraph(list(sample_graph.article_graphs.values())[::-1])
    assert made(sample_graph, "Quantelle") == made(other, "Quantelle")


def test_a_language_that_is_not_spoken() -> None:
    with pytest.raises(UserError, match="dossiers speak en and fr, not 'de'"):
        words("de")


def test_both_languages_have_the_same_texts_and_all_are_used() -> None:
    french, english = (words(code).texts for code in ("fr", "en"))
    assert list(french) == list(english)
    for key, value in french.items():
        assert type(value) is type(english[key])
        if isinstance(value, str):
            assert set(re.findall(r"\{\w+\}", value)) == set(re.findall(r"\{\w+\}", english[key]))
    folder = Path(page.__file__).parent
    code = "".join(f.read_text(encoding="utf-8") for f in sorted(folder.rglob("*")) if f.suffix in {".py", ".html"})
    composed = ("outcome_", "signed_", "most_", "chosen_")  # with what an enumeration or an option is called
    used = {k for k in english if k.startswith(composed) or k.endswith("_head") or f'"{k}"' in code or f"'{k}'" in code}
    assert set(english) - used == set()


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-03", "mars 2024", "March 2024"),
        ("2024-03-01", "1er mars 2024", "1 March 2024"),
        ("2024-03-13T08:00:00Z", "13 mars 2024", "13 March 2024"),
        ("demain", "demain", "demain"),
        ("2023-02-30", "2023-02-30", "2023-02-30"),
    ],
)
def test_dates_in_words(value: str, french: str, english: str) -> None:
    assert (words("fr").date(value), words("en").date(value)) == (french, english)


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("44000000000 USD", "44\xa0Md\xa0$US", "US$44B"),
        ("1234567 EUR", "1\u202f234\u202f567\xa0€", "€1,234,567"),
        ("54.20 USD", "54,20\xa0$US", "US$54.20"),
        ("3 BTC", "3\xa0BTC", "BTC3"),
        ("beaucoup", "beaucoup", "beaucoup"),
    ],
)
def test_sums_in_words(value: str, french: str, english: str) -> None:
    assert (words("fr").sum(value), words("en").sum(value)) == (french, english)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/é?a=<b>&c=\"'", "https://example.org/%C3%A9?a=%3Cb%3E&c=%22'"),
        ("HTTP://EXAMPLE.ORG/%41", "HTTP://EXAMPLE.ORG/%41"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        (" https://example.org/", ""),
        ("https://", ""),
        ("https://exa\nmple.org/", ""),
        ("http://[", ""),
        ("//example.org/", ""),
        ("example.org", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_lead_somewhere(url: str, expected: str) -> None:
    assert address(url) == expected


@pytest.mark.parametrize(
    ("code", "expected"), [("fr", "fr"), ("pt-BR", "pt-BR"), ("", ""), ('fr" x="', ""), ("français", ""), ("x" * 9, "")]
)
def test_languages_of_attributes(code: str, expected: str) -> None:
    assert tag(code) == expected


# --- the figure of time -----------------------------------------------------------------------------------------------


def marks(*dates: str, lane: str = "business", status: Status = Status.ASSERTED) -> list[Mark]:
    span = Span(0, 1, "x")
    evidence = Evidence("a", span, span, span, span)
    return [
        Mark(lane, Dated(day), Statement(f"a{n}", "acquired", "b", status, (evidence,)), 1)
        for n, day in enumerate(dates)
    ]


def test_no_marks_no_figure() -> None:
    assert chart.chart([], ["business"]) is None


@pytest.mark.parametrize(
    "dates",
    [
        ["2024-03-12"],
        ["2024-03-12", "2024-03-13", "2024-03-13"],
        ["2015", "2018-05", "2024-03-12"],
        ["0001", "9999-12-31"],
        ["9999-12-30"],
        ["0001-01-01"],
        [f"{1990 + n // 12}-{n % 12 + 1:02}" for n in range(400)],
        ["2024-03-12"] * 60,
    ],
)
def test_everything_stands_within_the_figure_and_nothing_covers_another(dates: list[str]) -> None:
    found = chart.chart(marks(*dates), ["business"])
    assert found is not None
    (lane,) = found.lanes
    assert found.bottom == lane.top + lane.height
    for dot in lane.dots:
        assert chart.GUTTER <= dot.x <= found.width
        assert lane.top < dot.y < lane.top + lane.height
        assert dot.line is None or dot.line[0] <= dot.x <= dot.line[1] <= found.width
    for a in lane.dots:
        assert not [b for b in lane.dots if a is not b and abs(a.x - b.x) < 9 and abs(a.y - b.y) < 9]
    assert sum(b.count for b in lane.bars) + len(lane.dots) == len(dates)
    assert all(lane.top <= b.y and b.y + b.asserted + b.other <= lane.top + lane.height for b in lane.bars)
    assert 1 <= len(found.ticks) <= 12 or dates == ["0001", "9999-12-31"]
    assert all(chart.GUTTER <= t.x <= found.width and bounds(t.date) for t in found.ticks)


def test_a_month_spans_its_month_and_a_day_is_a_point() -> None:
    found = chart.chart(marks("2020-01-01", "2020-06", "2020-12-31"), ["business"])
    assert found is not None
    ((first, month, last),) = [lane.dots for lane in found.lanes]
    assert first.line is None
    assert last.line is None
    assert month.line is not None
    unit = (last.x - first.x) / (date(2020, 12, 31) - date(2020, 1, 1)).days
    assert month.line[1] - month.line[0] == pytest.approx(29 * unit, abs=0.2)
    assert month.x == pytest.approx(sum(month.line) / 2, abs=0.1)


def test_lanes_are_in_the_order_given_and_do_not_overlap() -> None:
    found = chart.chart([*marks("2020", lane="b"), *marks("2021", "2022", lane="a")], ["a", "none", "b"])
    assert found is not None
    assert [lane.name for lane in found.lanes] == ["a", "b"]
    assert found.lanes[0].top + found.lanes[0].height == found.lanes[1].top


def test_bars_tell_what_is_asserted_from_the_rest() -> None:
    given = [*marks(*["2024-03-12"] * 30), *marks(*["2024-03-12"] * 10, status=Status.NEGATED)]
    found = chart.chart(given, ["business"])
    assert found is not None
    ((bar,),) = [lane.bars for lane in found.lanes]
    assert (bar.count, bar.asserted, bar.other) == (40, 52.5, 17.5)
