"""A dossier as an HTML page, alone or among those of a site.

Templates escape all that is put into them. A page has no script of anybody's but ours, loads nothing from elsewhere and
says so in its Content-Security-Policy (W3C, level 3).
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from itertools import groupby
from typing import Any, Protocol

import jinja2
from markupsafe import Markup

from ... import __version__
from ...graph.analyses.claims import Voice, voice
from ...graph.happenings import Event
from ...graph.knowledge import KnowledgeGraph
from ...graph.model import Evidence, Statement, Status
from ...graph.values import bounds
from . import chart as figure
from .archive import anchor
from .marks import outside, sentence
from .records import Claim, Dossier, Mark, Stand, Tenure
from .wording import Words, address, clean, tag, words

_TEMPLATES = files(__package__) / "templates"


class Links(Protocol):
    """Where a page leads; "" where there is nothing to lead to."""

    def entity(self, ident: str) -> str: ...
    def article(self, ident: str) -> str: ...
    def evidence(self, statement: Statement, evidence: Evidence) -> str: ...
    def graph(self, ident: str) -> str: ...


class Alone:
    """The links of a page that stands alone: none."""

    def entity(self, ident: str) -> str:
        return ""

    article = graph = entity

    def evidence(self, statement: Statement, evidence: Evidence) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the pages of one run share.

    `title` is that of the site, "" for a page that stands alone; `most` is how many sentences of a statement are shown
    (0: all), and `full` of how many of the statements there are any; the others are a line each, with the articles.
    `chosen` says in words what was left out.
    """

    graph: KnowledgeGraph
    language: str = "fr"
    title: str = ""
    most: int = 0
    full: int = 0
    chosen: tuple[str, ...] = ()


def report(dossier: Dossier, frame: Frame) -> str:
    """The dossier as one file."""
    return dossier_page(dossier, frame, Alone())


def dossier_page(dossier: Dossier, frame: Frame, links: Links, root: str | None = None) -> str:
    """The page of a dossier; `root` leads to the folder of the site, None where the page stands alone."""
    speak = words(frame.language)
    return render(
        "dossier.html",
        frame,
        links,
        root,
        kind="dossier",
        title=speak("page_title", name=dossier.entity.name),
        **_view(dossier, frame, speak),
    )


def render(template: str, frame: Frame, links: Links, root: str | None, /, **values: object) -> str:
    """A template with the values, as a page of the site at `root`, or alone."""
    style = stylesheet() if root is None else None
    script = values.get("script")
    return _template(template).render(
        graph=frame.graph,
        words=words(frame.language),
        links=links,
        site=frame if root is not None else None,
        root=root,
        most=frame.most,
        chosen=frame.chosen,
        total=len(frame.graph.articles),
        version=__version__,
        style=None if style is None else Markup(style),
        policy=policy(style, str(script) if script else None),
        **values,
    )


def policy(style: str | None, script: str | None) -> str:
    """Lets apply and run these texts alone, and nothing be fetched but the site's own stylesheet (None: it has one).

    From disk, `'self'` is not in every browser what is beside the page; `file:` is.
    """
    styles = "'self' file:" if style is None else _hash(style)
    scripts = f"script-src {_hash(script)}; " if script else ""
    return f"default-src 'none'; {scripts}style-src {styles}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def stylesheet() -> str:
    """The one stylesheet of all pages: the colours and type that they share with the interactive page, then our own."""
    tokens = (files(__package__.rpartition(".")[0]) / "templates" / "tokens.css").read_text(encoding="utf-8")
    return tokens.replace("\r\n", "\n") + asset("style.css")


def asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _view(dossier: Dossier, frame: Frame, speak: Words) -> dict[str, Any]:
    dates = sorted(a.date for a in dossier.articles if bounds(a.date[:10]))
    lanes = [f.name for f in dossier.families]
    chart = figure.chart(dossier.marks, lanes)
    drawn = {m.statement.key for m in dossier.marks}
    keys = {s.key for s in dossier.statements}
    ranked = sorted(dossier.statements, key=lambda s: (-len({e.article for e in s.evidence}), -s.confidence, s.key))
    parts = {
        "figure": chart,
        "roles": dossier.tenures,
        "ties": dossier.statements,
        "signed": dossier.stands,
        "sources": dossier.speakers,
        "events": dossier.events,
        "quoted": dossier.quoted,
        "articles": True,
    }
    return {
        "dossier": dossier,
        "gist": gist(dossier),
        "dates": (dates[0], dates[-1]) if dates else None,
        "contents": [name for name, there in parts.items() if there],
        "chart": chart,
        "gutter": figure.GUTTER,
        "top": figure.TOP,
        "bin": figure.BIN,
        "full": {s.key for s in ranked[: frame.full or None]},
        "undated": len(keys - drawn),
        "caption": partial(_caption, frame.graph, speak),
        "starred": any(d.of_article for t in dossier.tenures for d in t.at),
        "statuses": list(dossier.statuses),
        "stands": partial(_stands, dossier.stands),
        "happened": dossier.events,
    }


def gist(dossier: Dossier) -> list[tuple[str, bool, list[str]]]:
    """The line at the head: relations, whether they lead from the entity, and the other ends."""
    ident = dossier.entity.id
    return [
        (relation, ahead, [s.object if ahead else s.subject for s in group])
        for (relation, ahead), group in groupby(dossier.gist, key=lambda s: (s.relation, s.subject == ident))
    ]


def _caption(graph: KnowledgeGraph, speak: Words, mark: Mark) -> str:
    s = mark.statement
    status = "" if s.status is Status.ASSERTED else f" ({speak.status(s.status)})"
    said = f"{graph.entities[s.subject].name} {speak.relation(s.relation)} {graph.entities[s.object].name}{status}"
    when = speak.date(mark.date.value) + (f", {speak('article_date')}" if mark.date.of_article else "")
    return f"{said} · {when} · {speak.count('sentences', mark.sentences)}"


def _stands(stands: Sequence[Stand], sign: int, direction: str | None) -> list[Stand]:
    return [s for s in stands if s.sign == sign and direction in (None, s.direction)]


@jinja2.pass_context
def _voices(context: jinja2.runtime.Context, tenure: Tenure) -> list[Voice]:
    """Who says so, each once."""
    graph: KnowledgeGraph = context["graph"]
    return sorted({voice(graph, e) for s in tenure.statements for e in s.evidence}, key=lambda v: (v.quoted, v.name))


def _anchor(of: Statement | tuple[Claim, Status]) -> str:
    if isinstance(of, Statement):
        return anchor(of)
    claim, status = of
    evidence = claim.voices[0][1][0][1]
    return anchor(Statement(claim.subject, claim.relation, claim.object, status, evidence))


@jinja2.pass_context
def _target(context: jinja2.runtime.Context, event: Event) -> str:
    """The anchor of the first statement of an event that the page shows."""
    shown: Mapping[tuple[str, str, str, str], Statement] = {s.key: s for s in context["dossier"].statements}
    return next((anchor(shown[key]) for key in event.statements if key in shown), "")


@jinja2.pass_context
def _roles(context: jinja2.runtime.Context, event: Event) -> list[str]:
    """What the entity of the dossier is in an event."""
    return list(dict.fromkeys(role for role, ident in _parts(event) if ident == context["dossier"].entity.id))


@jinja2.pass_context
def _others(context: jinja2.runtime.Context, event: Event) -> list[tuple[str, str]]:
    """Who else is in an event, with the role."""
    return [(role, ident) for role, ident in _parts(event) if ident != context["dossier"].entity.id]


def _parts(event: Event) -> Iterable[tuple[str, str]]:
    return (*((p.role, p.entity) for p in event.participants), *(("place", place) for place in event.places))


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {
        "address": address,
        "anchor": _anchor,
        "at": lambda evidence, statement: anchor(statement, evidence),
        "clean": clean,
        "outside": outside,
        "real": lambda value: bounds(value) is not None,
        "sentence": sentence,
        "tag": tag,
    }
    environment.filters |= {"voices": _voices, "target": _target, "roles": _roles, "others": _others}
    return environment


@cache
def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)
