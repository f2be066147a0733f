"""Explaining: why an article gives the statements that it gives, sentence by sentence."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.cells import cell_len, set_cell_size
from rich.text import Text

from ..graph.errors import UserError
from .terminal import (
    STATUS_STYLE,
    Fields,
    Models,
    load_pipelines,
    model_names,
    out,
    pairs,
    progress_bars,
    report_skipped,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..extractors.explanation import Explained, Framed
    from ..graph.model import Article

STDIN = "-"


def explain(
    articles: Annotated[
        list[Path],
        typer.Argument(
            metavar="ARTICLES",
            help="Files and folders as for `build`; - is text from standard input.",
            show_default=False,
        ),
    ],
    sentence: Annotated[
        list[int] | None, typer.Option("--sentence", help="Only the sentence of this number; repeatable.", min=1)
    ] = None,
    grep: Annotated[
        str | None, typer.Option("--grep", help="Only sentences with this in them.", metavar="WORDS")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Sentences in which nothing is mentioned as well.")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write a page with trees instead of printing.", metavar="FILE")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", help="Language of standard input: fr or en; recognised unless given.", metavar="LANG"),
    ] = None,
    field: Fields = None,
    model: Models = None,
) -> None:
    """Explain, sentence by sentence, why an article gives the statements that it gives, and why not others.

    For each sentence: what is mentioned, of which type and why; what pronouns and descriptions stand for; the frames
    (who does what, whether it is denied or only possible); and under each frame the statement with the factors of its
    confidence, or why no row of the lexicon made one: no row for the word, a role with nothing in it, a word that
    stands for nothing that has a name, a type that does not fit.

    Exit status: 0, or 1 when inputs were skipped or no sentence was there, or 2 when nothing could be done.

    Example: `liaisons explain article.txt --grep racheter`
    """
    from ..extractors.pipeline import docs

    found, skipped = _articles(articles, lang, pairs(field, "--field", "OURS=THEIRS"))
    texts = sorted(found, key=lambda a: a.lang)
    shown: list[tuple[Doc, list[Explained]]] = []
    with progress_bars(quiet=False) as progress:
        pipelines = load_pipelines({a.lang for a in texts}, model_names(model), progress)
        for language, nlp in pipelines.items():
            for doc in docs(nlp, [a for a in texts if a.lang == language]):
                sentences = list(_chosen(doc, set(sentence or ()), grep, everything))
                if sentences:
                    shown.append((doc, sentences))
    order = {a.id: n for n, a in enumerate(found)}
    shown.sort(key=lambda pair: order[pair[0]._.article.id])
    if not shown:
        out.print("No such sentence." if sentence or grep else "No sentence mentions anything; --all shows them all.")
        raise typer.Exit(1)
    if html:
        from .explanation_page import page

        try:
            html.write_text(page(shown), encoding="utf-8")
        except OSError as error:
            raise UserError(f"{html}: cannot write there ({error.strerror or error})") from error
        out.print(Text(str(html)))
    else:
        for doc, sentences in shown:
            _print_article(doc, sentences)
    if skipped:
        raise typer.Exit(1)


def _articles(paths: list[Path], lang: str | None, fields: dict[str, str]) -> "tuple[list[Article], bool]":
    """The articles of standard input and of files, and whether something was skipped."""
    from ..extractors.lexicon import languages
    from ..extractors.readers import Skipped, read

    if lang is not None and lang not in languages():
        raise UserError(f"--lang {lang}: liaisons reads {', '.join(languages())}")
    files = [p for p in paths if str(p) != STDIN]
    if lang is not None and len(files) == len(paths):
        raise UserError("--lang is for standard input; files say their language, or it is recognised")
    found = [_standard_input(lang)] if len(files) < len(paths) else []
    skipped = []
    for item in read(files, fields=fields):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            found.append(item)
    report_skipped(skipped)
    if not found:
        raise UserError("no article could be read")
    return found, bool(skipped)


def _standard_input(lang: str | None) -> "Article":
    from ..extractors.language import detect
    from ..extractors.readers.draft import clean
    from ..graph.model import Article

    try:
        text = clean(sys.stdin.buffer.read().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UserError(f"standard input: not UTF-8 at byte {error.start + 1}") from error
    if not text.strip():
        raise UserError("standard input: no text")
    found = lang or detect(text, ("fr", "en"))
    if lang is None and found not in {"fr", "en"}:
        raise UserError("standard input: neither French nor English, it seems; say with --lang fr or --lang en")
    return Article("standard input", text, found)


def _chosen(doc: "Doc", numbers: set[int], words: str | None, everything: bool) -> "Iterator[Explained]":
    from ..extractors.explanation import explain as explained
    from ..extractors.explanation import quote

    for sentence in explained(doc):
        named = everything or bool(numbers) or bool(words) or bool(sentence.mentions or sentence.unresolved)
        wanted = not numbers or sentence.number in numbers
        found = not words or words.casefold() in quote(doc, sentence.start, sentence.end).casefold()
        if named and wanted and found:
            yield sentence


def _print_article(doc: "Doc", sentences: "list[Explained]") -> None:
    article = doc._.article
    about = " · ".join(filter(None, (article.lang, article.date)))
    out.print(Text.assemble((article.id, "bold"), (f"  {about}", "dim")))
    out.print()
    for sentence in sentences:
        _print_sentence(doc, sentence)


def _print_sentence(doc: "Doc", sentence: "Explained") -> None:
    from ..extractors.explanation import quote
    from . import wording

    out.print(Text.assemble((f"{sentence.number:>3}  ", "dim"), (quote(doc, sentence.start, sentence.end), "bold")))
    rows = []
    for mention in sentence.mentions:
        text = quote(doc, mention.reference.start, mention.reference.end)
        thing = f"→ {mention.cluster.name}" if mention.cluster.name != text else ""
        rows.append((text, thing, mention.cluster.type, wording.why_mention(mention)))
    rows += [(quote(doc, i, i + 1), "", "", wording.UNRESOLVED) for i in sentence.unresolved]
    widths = [max((cell_len(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        line = Text("     ")
        for cell, width, style in zip(row, widths, ("", "", "cyan"), strict=False):
            line.append(set_cell_size(cell, width) + "  " * bool(width), style=style)
        out.print(line.append(row[3], style="dim" if row[2] else "yellow"))
    if not sentence.parsed:
        out.print(Text(f"     {wording.UNPARSED}", style="dim"))
    for framed in sentence.frames:
        if wording.worth(framed):
            _print_frame(doc, framed)
    if rest := wording.silent(sentence):
        out.print(Text(f"     no row and nothing named: {', '.join(rest)}", style="dim"))
    out.print()


def _print_frame(doc: "Doc", framed: "Framed") -> None:
    from . import wording

    frame = framed.frame
    line = Text.assemble("     ", (wording.predicate(frame), "bold magenta"))
    for role, words, thing in wording.arguments(doc, framed):
        line.append(f"  {role}=", style="dim").append(words)
        if thing and thing != words:
            line.append(f" ({thing})", style="dim")
    if flags := wording.held(doc, frame.outlook):
        line.append(f"  [{flags}]", style="yellow")
    if frame.signals:
        line.append(f"  doubtful: {', '.join(frame.signals)}", style="yellow")
    out.print(line)
    for stated in framed.stated:
        subject, relation, object_, status, rest = wording.result(stated)
        line = Text.assemble(("       ✓ ", "green"), subject, (f" {relation} ", "bold cyan"), object_)
        out.print(line.append(f" ({status})", style=STATUS_STYLE[status]).append(f"  {rest}", style="dim"))
    for reason in wording.misses(doc, framed):
        out.print(Text.assemble(("       ✗ ", "red"), (reason, "")))
