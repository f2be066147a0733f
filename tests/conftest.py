"""Graphs built by hand, for tests that need a graph and no language model."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import (
    Article,
    ArticleGraph,
    Entity,
    Evidence,
    Mention,
    MentionKind,
    Reason,
    Span,
    Statement,
    Status,
)

NAME, DESCRIPTION, PRONOUN = MentionKind.NAME, MentionKind.DESCRIPTION, MentionKind.PRONOUN


def build(
    article: Article, entities: Mapping[str, tuple[Any, ...]], statements: Sequence[tuple[Any, ...]] = ()
) -> ArticleGraph:
    """An article graph with true offsets.

    `entities`: id → (type, name, (form, kind), …); every occurrence of a form becomes a mention. `statements`:
    (subject, relation, object, status, sentence, subject's form, cue, object's form, the rest of the evidence).
    """
    text = article.text

    def spans(form: str) -> list[Span]:
        starts = [i for i in range(len(text)) if text.startswith(form, i)]
        assert starts, form
        return [Span.of(text, i, i + len(form)) for i in starts]

    def mentions(forms: list[tuple[str, MentionKind]]) -> tuple[Mention, ...]:
        return tuple(sorted(Mention(article.id, span, kind) for form, kind in forms for span in spans(form)))

    def inside(sentence: Span, form: str) -> Span:
        start = sentence.start + sentence.quote.index(form)
        return Span.of(text, start, start + len(form))

    def evidence(sentence: str, subject: str, cue: str, object_: str, rest: dict[str, Any]) -> Evidence:
        whole = spans(sentence)[0]
        return Evidence(article.id, whole, *(inside(whole, form) for form in (subject, cue, object_)), **rest)

    return ArticleGraph(
        article,
        tuple(Entity(i, name, type_, mentions(forms)) for i, (type_, name, *forms) in entities.items()),
        tuple(Statement(s, r, o, status, (evidence(*where),)) for s, r, o, status, *where in statements),
    ).check()


@pytest.fixture(scope="session")
def sample_graph() -> KnowledgeGraph:
    """Four articles: French, English, one of which nothing is known, one that states nothing.

    Inès Vauquelin, Nordavia and Quantelle are in two languages; `acquired` has evidence from two articles, `met_with`
    is symmetric; all statuses, a quoted source, a date of each precision, an amount, a role, a pronoun.
    """
    return KnowledgeGraph([_french(), _english(), _bare(), _silent()])


@pytest.fixture(scope="session")
def hostile_graph() -> KnowledgeGraph:
    """Articles whose every field tries to break out of a format."""
    return KnowledgeGraph([_hostile(ident) for ident in HOSTILE_IDS])


def _french() -> ArticleGraph:
    s = [
        "Le groupe Nordavia a racheté Quantelle pour 1,2 milliard d’euros en mars 2024.",
        "Inès Vauquelin, directrice générale de Quantelle, a rencontré Paul Astier mardi.",
        "Selon La Gazette du Rhône, l’avionneur n’a pas financé le Parti des Rivières (PDR).",
        "« Elle pourrait quitter Quantelle », assure Paul Astier.",
    ]
    article = Article(
        id="gazette/2024-03-13",
        text="\n".join(s),
        lang="fr",
        title="Nordavia s’offre Quantelle",
        date="2024-03-13",
        url="https://gazette.example/économie/nordavia?page=1#suite",
        source="La Gazette du Rhône",
        author="Maud Keller",
    )
    entities = {
        "e1": ("Company", "Nordavia", ("Nordavia", NAME), ("l’avionneur", DESCRIPTION)),
        "e2": ("Company", "Quantelle", ("Quantelle", NAME)),
        "e3": ("Person", "Inès Vauquelin", ("Inès Vauquelin", NAME), ("Elle", PRONOUN)),
        "e4": ("Person", "Paul Astier", ("Paul Astier", NAME)),
        "e5": ("Media", "La Gazette du Rhône", ("La Gazette du Rhône", NAME)),
        "e6": ("Party", "Parti des Rivières", ("Parti des Rivières", NAME), ("PDR", NAME)),
    }
    deal = {
        "when": "2024-03",
        "amount": "1200000000 EUR",
        "confidence": 0.9,
        "reasons": (Reason("verb racheter", 0.9),),
    }
    post, meeting = {"role": "directrice générale", "confidence": 0.95}, {"when": "2024-03-12", "confidence": 0.8}
    statements = [
        ("e1", "acquired", "e2", Status.ASSERTED, s[0], "Nordavia", "racheté", "Quantelle", deal),
        ("e3", "leads", "e2", Status.ASSERTED, s[1], "Inès Vauquelin", "directrice générale", "Quantelle", post),
        ("e4", "met_with", "e3", Status.ASSERTED, s[1], "Paul Astier", "rencontré", "Inès Vauquelin", meeting),
        (
            *("e1", "funds", "e6", Status.NEGATED),
            *(s[2], "l’avionneur", "financé", "Parti des Rivières", {"source": "e5", "confidence": 0.7}),
        ),
        (
            *("e3", "left", "e2", Status.UNCERTAIN),
            *(s[3], "Elle", "quitter", "Quantelle", {"source": "e4", "confidence": 0.5}),
        ),
    ]
    return build(article, entities, statements)


def _english() -> ArticleGraph:
    s = [
        "Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025.",
        "Nordavia bought Quantelle last year.",
    ]
    article = Article(
        id="wire-7",
        text=" ".join(s),
        lang="en",
        title="Ex-boss sues Nordavia",
        date="2025-01",
        url="https://wire.example/7",
        source="The Wire",
    )
    entities = {
        "p": ("Person", "Ines Vauquelin", ("Ines Vauquelin", NAME)),
        "n": ("Company", "Nordavia", ("Nordavia", NAME), ("NVD", NAME)),
        "q": ("Company", "Quantelle", ("Quantelle", NAME)),
    }
    boss, suit, deal = {"role": "boss", "confidence": 0.85}, {"when": "2025", "confidence": 0.9}, {"when": "2024"}
    statements = [
        ("p", "leads", "q", Status.ENDED, s[0], "Ines Vauquelin", "former boss", "Quantelle", boss),
        ("p", "sued", "n", Status.ASSERTED, s[0], "Ines Vauquelin", "sued", "Nordavia", suit),
        ("n", "acquired", "q", Status.ASSERTED, s[1], "Nordavia", "bought", "Quantelle", deal),
    ]
    return build(article, entities, statements)


def _bare() -> ArticleGraph:
    s = ["Paul Astier préside le Parti des Rivières.", "Nordavia accueille le sommet des Rivières 2023 à Lyon."]
    entities = {
        "a": ("Person", "Paul Astier", ("Paul Astier", NAME)),
        "b": ("Party", "Parti des Rivières", ("Parti des Rivières", NAME)),
        "c": ("Company", "Nordavia", ("Nordavia", NAME)),
        "d": ("Event", "sommet des Rivières 2023", ("sommet des Rivières 2023", NAME)),
        "e": ("Place", "Lyon", ("Lyon", NAME)),
    }
    statements = [
        ("a", "leads", "b", Status.ASSERTED, s[0], "Paul Astier", "préside", "Parti des Rivières", {}),
        ("c", "organized", "d", Status.ASSERTED, s[1], "Nordavia", "accueille", "sommet des Rivières 2023", {}),
        ("d", "located_in", "e", Status.ASSERTED, s[1], "sommet des Rivières 2023", "à", "Lyon", {"when": "2023"}),
    ]
    return build(Article(id="bare", text=" ".join(s)), entities, statements)


def _silent() -> ArticleGraph:
    return build(Article(id="silent", text="Il pleut.", lang="fr", title="Météo", date="2024"), {})


HOSTILE_IDS = (
    "=1+1",
    "../../etc/passwd",
    "100%25 #1? a\\b",
    "\"><script>alert('id')</script>\n<http://x.example/> .",
    "🙂 \u202eמאמר\u202c \u5bb6",
)
_HOSTILE = (
    '-@\t"\\\'`{}|^ <b onmouseover="alert(1)">href</b> </script> ]]> --> \x00\x01\x0b\x1f\x7f\x85\u2028\ufeff\ufffe\r\n'
)


def _hostile(ident: str) -> ArticleGraph:
    names = [
        '=HYPERLINK("http://x.example/";"clic")',
        'Zoe\u0308 \\"Q\\" O’Neil""" \'\'\'\\',
        "\u202eevil\u202c <img src=x onerror=alert(1)>",
        "+33 \U0001f469\u200d\U0001f680 家族; DROP TABLE articles--",
    ]
    sentence = f"{_HOSTILE}{names[0]} = {names[1]} = {names[2]} = {names[3]}{_HOSTILE}"
    article = Article(
        id=ident,
        text=sentence,
        lang='fr" .\n',
        title=f"@SUM(A1){_HOSTILE}",
        date="2023-02-30",
        url=f"javascript:alert(1){_HOSTILE}",
        source=f"{_HOSTILE}source",
        author=f"{_HOSTILE}author",
    )
    entities = {
        "e:1": ("Company", names[0], (names[0], NAME)),
        'e "2"': ("Person", names[1], (names[1], NAME)),
        "e<3>": ("Person", names[2], (names[2], NAME)),
        "e/4#": ("Product", names[3], (names[3], NAME), ("家族", NAME)),
    }
    rest = {"source": "e<3>", "when": "demain", "amount": '"beaucoup"\n', "role": _HOSTILE, "confidence": 1e-9}
    statements = [
        ('e "2"', "leads", "e:1", Status.ASSERTED, sentence, names[1], " = ", names[0], rest),
        ("e:1", "develops", "e/4#", Status.NEGATED, sentence, names[0], "\r\n", names[3], rest),
    ]
    return build(article, entities, statements)
