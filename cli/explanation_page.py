"""The explanation of articles as a page: one file without scripts that loads nothing, with displaCy's trees.

What articles say is escaped, by the template or by displaCy.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from spacy.displacy import parse_deps
from spacy.displacy.render import DependencyRenderer, EntityRenderer
from spacy.tokens import Doc

from ..exports.colours import COLOURS
from ..extractors.explanation import Explained, Framed, Mentioned, quote
from ..graph.model import MentionKind
from . import wording

FEW = 3
"""Up to so many sentences a page opens with everything unfolded."""

NARROW, WIDE, LETTER = 100, 260, 9
"""Between the words of a tree there are as many pixels as the longest one needs, within these bounds."""

_TREE = {
    "compact": True,
    "word_spacing": 28,
    "color": "inherit",
    "bg": "transparent",
    "font": "inherit",
}
_MARK = '<mark style="--type: {bg}" title="{title}">{text}<small>{label}</small></mark>'


def page(articles: Sequence[tuple[Doc, Sequence[Explained]]]) -> str:
    """The page of these docs and their sentences, in their order."""
    environment = Environment(autoescape=True)
    templates = files(__package__) / "templates"
    style = (templates / "explanation.css").read_text(encoding="utf-8")
    template = environment.from_string((templates / "explanation.html").read_text(encoding="utf-8"))
    return template.render(
        style=Markup(style),
        articles=[_article(number, doc, sentences) for number, (doc, sentences) in enumerate(articles, 1)],
        few=sum(len(sentences) for _, sentences in articles) <= FEW,
        unresolved=wording.UNRESOLVED,
    )


def _article(number: int, doc: Doc, sentences: Iterable[Explained]) -> dict[str, Any]:
    article = doc._.article
    parts = filter(None, (article.title, article.source, article.date, article.lang))
    return {
        "id": article.id,
        "lang": article.lang,
        "about": " · ".join(parts),
        "sentences": [_sentence(f"s{number}-{s.number}", doc, s) for s in sentences],
    }


def _sentence(anchor: str, doc: Doc, sentence: Explained) -> dict[str, Any]:
    stated = [wording.result(stated) for framed in sentence.frames for stated in framed.stated]
    return {
        "anchor": anchor,
        "number": sentence.number,
        "entities": Markup(_entities(doc, sentence)),
        "stated": stated,
        "nothing": "No statement." if sentence.parsed else f"{wording.UNPARSED.capitalize()}.",
        "frames": [_frame(doc, f) for f in sentence.frames if wording.worth(f)],
        "silent": ", ".join(wording.silent(sentence)),
        "mentions": [_mention(doc, m) for m in sentence.mentions],
        "unresolved": [quote(doc, i, i + 1) for i in sentence.unresolved],
        "tree": Markup(_tree(anchor, doc, sentence)) if sentence.parsed else "",
    }


def _frame(doc: Doc, framed: Framed) -> dict[str, Any]:
    return {
        "predicate": wording.predicate(framed.frame),
        "arguments": list(wording.arguments(doc, framed)),
        "held": wording.held(doc, framed.frame.outlook),
        "signals": ", ".join(framed.frame.signals),
        "fired": bool(framed.stated),
        "misses": list(wording.misses(doc, framed)),
    }


def _mention(doc: Doc, mention: Mentioned) -> dict[str, str]:
    return {
        "text": quote(doc, mention.reference.start, mention.reference.end),
        "name": mention.cluster.name,
        "type": mention.cluster.type,
        "colour": COLOURS[mention.cluster.type],
        "why": wording.why_mention(mention),
    }


def _entities(doc: Doc, sentence: Explained) -> str:
    """displaCy's view of the mentions in the text, with our marks."""
    pieces: list[tuple[str, Mentioned | None]] = []
    i = sentence.start
    for mention in _apart(sentence.mentions):
        pieces += [(quote(doc, n, n + 1) + doc[n].whitespace_, None) for n in range(i, mention.reference.start)]
        i = mention.reference.end
        pieces += [(quote(doc, mention.reference.start, i), mention), (doc[i - 1].whitespace_, None)]
    pieces += [(quote(doc, n, n + 1) + doc[n].whitespace_, None) for n in range(i, sentence.end)]
    text, spans = "", []
    for piece, marked in pieces:
        if marked is not None:
            spans.append(_span(len(text), piece, marked))
        text += piece
    renderer = EntityRenderer({"template": _MARK, "colors": dict(COLOURS)})
    return renderer.render_ents(text.strip(), spans, None)


def _span(start: int, text: str, mention: Mentioned) -> dict[str, Any]:
    cluster = mention.cluster
    label = cluster.type if mention.reference.kind is MentionKind.NAME else f"→ {cluster.name}"
    colour, title = COLOURS[cluster.type], f"{cluster.name} ({cluster.type}): {wording.why_mention(mention)}"
    params = {"label": escape(label), "title": escape(title), "bg": colour}
    return {"start": start, "end": start + len(text), "label": cluster.type, "params": params}


def _apart(mentions: Iterable[Mentioned]) -> Iterator[Mentioned]:
    """The mentions that do not overlap one before them."""
    end = 0
    for mention in mentions:
        if mention.reference.start >= end:
            yield mention
            end = mention.reference.end


def _tree(anchor: str, doc: Doc, sentence: Explained) -> str:
    """displaCy's tree of the sentence; names of several words are one, as they were for the parser."""
    part = doc[sentence.start : sentence.end].as_doc()
    with part.retokenize() as retokenizer:
        for mention in _apart(sentence.mentions):
            start, end = mention.reference.start - sentence.start, mention.reference.end - sentence.start
            if end - start > 1:
                retokenizer.merge(part[start:end])
    parsed = parse_deps(part)
    longest = max(len(word["text"]) for word in parsed["words"])
    distance = min(max(NARROW, longest * LETTER), WIDE)
    renderer = DependencyRenderer(_TREE | {"distance": distance})
    return _cropped(renderer.render_svg(anchor, parsed["words"], parsed["arcs"]), renderer)


def _cropped(svg: str, renderer: DependencyRenderer) -> str:
    """The drawing without the empty stripe above it, where displaCy leaves room for arcs that are not compact."""
    arcs = renderer.highest_level * renderer.distance / 6
    top, height = round(renderer.offset_y - arcs - renderer.word_spacing), renderer.height
    kept = round(height - top - renderer.word_spacing)
    box = f'viewBox="0 {top} {renderer.width} {kept}"'
    return svg.replace(f'height="{height}"', f'height="{kept}" {box}', 1).replace(
        f"height: {height}px", f"height: {kept}px"
    )
