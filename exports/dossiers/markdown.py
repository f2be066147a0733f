"""A dossier as Markdown (CommonMark with the tables of GitHub), for notes, wikis and version control.

What articles say stays text: nothing in it can become markup, HTML, a link or a table cell.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ...graph.analyses.claims import Voice, voice
from ...graph.happenings import Event
from ...graph.model import Article, Evidence, Statement, Status
from .dates import Dated
from .marks import Piece, outside, sentence
from .page import Frame, gist
from .records import Dossier, Tenure
from .wording import Words, address, clean, words

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$^@])|(?<=\w)(:)(?=//)|(?<=www)(\.)", re.IGNORECASE)
_LEADING = re.compile(r"^([#+=-])")
_NUMBER = re.compile(r"^(\d{1,9})([.)])")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


def text(value: str) -> str:
    r"""The text on one line, with everything escaped that Markdown or a common extension of it would read.

    >>> print(text("[a](http://x.org) <b>*c*</b>\n| 1"))
    \[a\](http\://x.org) \<b\>\*c\*\</b\> \| 1
    """
    return _start(_escaped(_plain(value)))


def _plain(value: str) -> str:
    """On one line, without what would turn the direction of the text after it."""
    return " ".join(_TURNS.sub("\ufffd", clean(value)).split())


def _escaped(value: str) -> str:
    return _SPECIAL.sub(lambda found: "\\" + found[0], value.replace("&", "&amp;"))


def _start(line: str) -> str:
    """A line of escaped text that begins no heading, list or rule."""
    return _NUMBER.sub(r"\1\\\2", _LEADING.sub(r"\\\1", line))


def markdown(dossier: Dossier, frame: Frame) -> str:
    """The dossier as Markdown; it ends with a line feed."""
    return "\n\n".join(part for part in _Writer(dossier, frame).parts() if part) + "\n"


class _Writer:
    def __init__(self, dossier: Dossier, frame: Frame) -> None:
        self.dossier, self.frame = dossier, frame
        self.words: Words = words(frame.language)
        self.graph = frame.graph

    def parts(self) -> Iterator[str]:
        yield from self.head()
        for name, section in (
            ("figure", self.chronology()),
            ("roles", self.roles()),
            ("ties", self.ties()),
            ("signed", self.signed()),
            ("sources", self.sources()),
            ("events", self.events()),
            ("quoted", self.quoted()),
            ("articles", self.articles()),
        ):
            found = [part for part in section if part]
            if found:
                yield f"## {self.words(f'{name}_head')}"
                yield from found

    # --- parts --------------------------------------------------------------------------------------------------------

    def head(self) -> Iterator[str]:
        d, w = self.dossier, self.words
        yield f"# {text(d.entity.name)}"
        yield f"*{text(w.type(d.entity))} · {w('dossier')}*"
        if d.entity.aliases:
            yield f"{w('aliases')} {', '.join(map(text, d.entity.aliases))}"
        separator = " ; " if w.language == "fr" else "; "
        yield separator.join(self._gist(*part) for part in gist(d))
        yield "\n".join(f"- {line}" for line in self.facts())
        yield f"*{w('lead')}*"
        if self.frame.chosen:
            yield f"**{w('chosen')}** {' · '.join(map(text, self.frame.chosen))}"
        if not d.statements:
            yield w("no_statements")

    def facts(self) -> Iterator[str]:
        d, w = self.dossier, self.words
        colon = w("colon")
        if d.event:
            when, _, who, amount, status = self._event(d.event)
            told = ("when", when), ("amount", amount), ("participants", who), ("state", status)
            yield from (f"{w(key)}{colon}{value}" for key, value in told if value)
        yield f"{w('articles_head')}{colon}{w.count('articles', len(d.articles))}"
        by_status = ", ".join(f"{w.number(n)} {w.status(status)}" for status, n in d.statuses.items())
        yield f"{w('statements_head')}{colon}{w.number(len(d.statements))}" + (f" ({by_status})" if by_status else "")
        for code, name in d.entity.labels:
            yield f"{w('languages')} ({text(code)}){colon}{text(name)}"
        for iri in d.entity.same_as:
            yield f"{w('same_as')}{colon}{_link(text(iri), iri)}"
        yield f"{w('id')}{colon}{text(d.entity.id)}"

    def _gist(self, relation: str, ahead: bool, others: Sequence[str]) -> str:
        named, said = ", ".join(f"**{self.name(i)}**" for i in others), self.words.relation(relation)
        return f"{said} {named}" if ahead else f"{named} {said} {self.name(self.dossier.entity.id)}"

    def chronology(self) -> Iterator[str]:
        w = self.words
        yield "\n".join(
            f"- {self.when(m.date)}{w('colon')}{self.said(m.statement)} · {w.count('sentences', m.sentences)}"
            for m in self.dossier.marks
        )

    def roles(self) -> Iterator[str]:
        w = self.words
        if self.dossier.tenures:
            yield w("roles_note")
            head = [w(key) for key in ("post", "since", "until", "at", "state", "source")]
            yield _table(head, map(self._tenure, self.dossier.tenures))

    def _tenure(self, tenure: Tenure) -> list[str]:
        w, first = self.words, tenure.statements[0]
        titles = f" ({', '.join(map(text, tenure.titles))})" if tenure.titles else ""
        voices = {voice(self.graph, e) for s in tenure.statements for e in s.evidence}
        return [
            self.said(first) + titles,
            ", ".join(text(w.date(d)) for d in tenure.since),
            ", ".join(text(w.date(d)) for d in tenure.until),
            ", ".join(map(self.when, tenure.at)),
            w.status(tenure.status),
            ", ".join(map(self.voice, sorted(voices, key=lambda v: (v.quoted, v.name)))),
        ]

    def ties(self) -> Iterator[str]:
        most = self.frame.most
        for family in self.dossier.families:
            yield f"### {text(self.words.family(family.name))}"
            for s in family.statements:
                yield f"#### {self.said(s)}"
                shown = s.evidence[:most] if most else s.evidence
                yield from (self.evidence(s, e) for e in shown)
                if rest := s.evidence[len(shown) :]:
                    titles = dict.fromkeys(self.title(self.graph.articles[e.article]) for e in rest)
                    yield f"{self.words.count('folded', len(rest))} {', '.join(titles)}"

    def signed(self) -> Iterator[str]:
        w, d = self.words, self.dossier
        if d.stands:
            yield w("signed_note")
        for sign, side in ((1, "support"), (-1, "opposition")):
            lines = []
            for stand in (s for s in d.stands if s.sign == sign):
                sentences = f" ({w.count('sentences', stand.sentences)})" if stand.sentences else ""
                whose = text(w(f"signed_{stand.direction}", name=d.entity.name))
                lines.append(f"- {whose}{w('colon')}{self.name(stand.other)}{sentences}")
                lines += [f"  - {self.said(s)}" for s in stand.statements]
            if lines:
                yield f"### {w(side)}"
                yield "\n".join(lines)

    def sources(self) -> Iterator[str]:
        w, d = self.words, self.dossier
        if not d.speakers:
            return
        yield w("sources_note")
        head = [w("speaker"), w("count"), w("sentences_head"), *map(w.status, d.statuses), w("support")]
        yield _table(
            [*head, w("opposition"), w("when")],
            (
                [
                    self.voice(s.voice),
                    w.number(s.articles),
                    w.number(s.sentences),
                    *(w.number(s.statuses.get(status, 0)) for status in d.statuses),
                    w.number(s.support),
                    w.number(s.opposition),
                    " – ".join(dict.fromkeys(text(w.date(day)) for day in (s.first, s.last) if day)),
                ]
                for s in d.speakers
            ),
        )
        yield f"### {w('claims_head')}"
        if not d.claims:
            yield w("claims_none")
        for claim in d.claims:
            said = f"{self.name(claim.subject)} {w.relation(claim.relation)} {self.name(claim.object)}"
            lines = [f"**{w(f'outcome_{claim.outcome}')}**{w('colon')}{said}", ""]
            for status, voices in claim.voices:
                who = ", ".join(f"{self.voice(v)} ({w.count('sentences', len(e))})" for v, e in voices)
                lines.append(f"- {w.status(status)}{w('colon')}{who}")
            yield "\n".join(lines)

    def events(self) -> Iterator[str]:
        w = self.words
        if self.dossier.events:
            head = [w(key) for key in ("when", "event", "participants", "amount", "state")]
            yield _table(head, map(self._event, self.dossier.events))

    def _event(self, event: Event) -> list[str]:
        w = self.words
        parts = [(p.role, p.entity) for p in event.participants] + [("place", i) for i in event.places]
        return [
            text(w.date(event.when)) if event.when else "",
            text(event.label(w.language)),
            ", ".join(f"{self.name(ident)} ({w.role(role)})" for role, ident in parts),
            text(w.sum(event.amount)) if event.amount else "",
            w.status(event.status),
        ]

    def quoted(self) -> Iterator[str]:
        if self.dossier.quoted:
            yield self.words("quoted_note")
        for s, e in self.dossier.quoted[: self.frame.most or None]:
            yield f"### {self.said(s)}"
            yield self.evidence(s, e)

    def articles(self) -> Iterator[str]:
        lines = (f"- {self.title(a)} · {self.published(a)}" for a in self.dossier.articles)
        yield "\n".join(lines) or self.words("articles_none")

    # --- pieces -------------------------------------------------------------------------------------------------------

    def name(self, ident: str) -> str:
        return text(self.graph.entities[ident].name)

    def when(self, date: Dated) -> str:
        of_article = f" ({self.words('article_date')})" if date.of_article else ""
        return text(self.words.date(date.value)) + of_article

    def voice(self, who: Voice) -> str:
        return text(self.words.voice(who)) + (f" ({self.words('quoted')})" if who.quoted else "")

    def said(self, s: Statement) -> str:
        """The statement in words; its status goes before it unless it is asserted."""
        status = "" if s.status is Status.ASSERTED else f"**({self.words.status(s.status)})** "
        return f"{status}{self.name(s.subject)} {self.words.relation(s.relation)} {self.name(s.object)}"

    def title(self, article: Article) -> str:
        return _link(text(article.title) or f"{self.words('no_title')} ({text(article.id)})", article.url)

    def published(self, article: Article) -> str:
        source = text(article.source) or self.words("unknown_publication")
        return ", ".join(filter(None, (source, text(self.words.date(article.date)))))

    def evidence(self, s: Statement, e: Evidence) -> str:
        w, article = self.words, self.graph.articles[e.article]
        about = [self.title(article), self.published(article)]
        if e.source:
            about.append(f"{w('quoted_by')} {self.name(e.source)}")
        if e.when:
            about.append(text(w.date(e.when)))
        if e.amount:
            about.append(text(w.sum(e.amount)))
        if e.role:
            about.append(f"{w('role')} {text(e.role)}")
        about += [w.status(s.status), w("confidence", x=w.percent(e.confidence))]
        lines = [_marked(sentence(e)), ""]
        if apart := outside(e):
            lines += [f"{w('elsewhere')} {', '.join(_marked([piece]) for piece in apart)}", ""]
        lines.append(" · ".join(about))
        return "\n".join(f"> {line}".rstrip() for line in lines)


def _marked(pieces: Iterable[Piece]) -> str:
    """The cue strong, subject and object emphasised; where two marks touch, the second has none."""
    found, touching = "", False
    for piece in pieces:
        raw = _plain(piece.text)
        before, after = (" " if c.isspace() else "" for c in (piece.text[:1], piece.text[-1:]))
        core = _CORE.search(raw) if piece.labels else None
        if core is None or (touching and not before):
            found += before + (_escaped(raw) if raw else "") + (after if raw else "")
        else:
            star = "**" if "c" in piece.labels else "*"
            left, inside, right = raw[: core.start()], core[0], raw[core.end() :]
            found += f"{before}{_escaped(left)}{star}{_escaped(inside)}{star}{_escaped(right)}{after}"
        touching = bool(piece.labels) and not found.endswith(" ")
    return _start(" ".join(found.split()))


def _link(label: str, url: str) -> str:
    """A link where the address is of the web; the label alone otherwise."""
    target = address(url)
    return f"[{label}](<{target.replace('<', '%3C').replace('>', '%3E')}>)" if target else label


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
