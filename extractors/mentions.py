"""Mentions: which words name something, and what each occurrence says of the type.

The model's named entities are a first guess (`fr_core_news_md` takes firms for people and glues titles to names);
spelling and the words around correct it. A name has one type in an article: occurrences only vote, and the choice is
made over all of them (`clusters`).
"""

from collections.abc import Collection

from spacy.language import Language
from spacy.tokens import Doc, Span

from ..graph.names import normalise
from .affiliations import affiliations
from .annotations import Name
from .clusters import clusters
from .cues import INSIDE, WELL_KNOWN
from .ministries import ministries
from .shapes import opens_sentence, rules
from .spans import spans
from .vocabulary import has_forms, is_a, is_word, knows
from .votes import votes


@Language.component("liaisons_mentions", requires=["doc.ents"], assigns=["doc._.names", "doc._.clusters"])
def mentions(doc: Doc) -> Doc:
    """Set `doc._.names`, in the order of the text, without overlaps and none in the noise, and their clusters."""
    found = spans(doc)
    sure = {normalise(s.text) for s in found if not opens_sentence(s)}
    lower = {t.text for t in doc if t.is_lower}
    named = {i for span in found for i in range(span.start, span.end)}
    called = {span: ("Institution", name) for span, name in ministries(doc, rules(doc.lang_)).items()}
    called |= {(a.state.start, a.state.stop): ("Place", a.place) for a in affiliations(doc) if a.state}
    names = []
    for span in found:
        opens = opens_sentence(span) and normalise(span.text) not in sure
        doubt = _doubt(span) if opens else 0
        repeated = doubt and len(span) == 1 and span.text.lower() in lower
        if not repeated and not _is_rank(span) and not (doubt and _is_no_noun(span)):
            type_, name = called.get((span.start, span.end), _without_article(span))
            said = {type_: INSIDE} if type_ else votes(span, named)
            start = span.start - (not type_ and _is_noble(span, sure))
            names.append(Name(start, span.end, said, 0 if name else doubt, name))
    doc._.names = names
    doc._.clusters = clusters(doc, names)
    return doc


def _is_rank(span: Span) -> bool:
    """Whether the word is a title with what it is of, and no name: "Duke of Ashby", "Prince of Wales"."""
    row, after = rules(span.doc.lang_), span.doc[span.end : span.end + 1]
    return len(span) == 1 and span[0].lower_ in row.opening and row.head_last and after.text.lower() in row.links


def _is_noble(span: Span, forms: Collection[str]) -> bool:
    """Whether the title before a surname is part of the name: "Lord Ashby", of whom no full name is among `forms`."""
    before = span.doc[span.start - 1] if span.start and len(span) == 1 else None
    if before is None or before.lower_ not in rules(span.doc.lang_).noble or not before.is_title:
        return False
    return not any(form.endswith(f" {normalise(span.text)}") for form in forms)


def _without_article(span: Span) -> tuple[str, str]:
    """The known name that a word is all of but the article, its type if sure: "les *Républicains*", "au *Figaro*"."""
    row = rules(span.doc.lang_)
    before = span.doc[span.start - 1].lower_ if span.start else ""
    name = row.swallowed_names.get(span.text, "") if before in row.swallowing else ""
    if name:
        return "Media", name
    return "", row.plural_names.get(span.text, "") if before in row.plurals else ""


def _doubt(span: Span) -> int:
    """One word with a capital at its start only is doubtful where its sentence starts, more so without a label.

    Not where the language has no such word.
    """
    if len(span) > 1 or not span.text[1:].islower() or (span.label_ and _opens_compound(span)):
        return 0
    vocab, row, key = span.doc.vocab, rules(span.doc.lang_), normalise(span.text)
    if key in row.known or key in row.countries or row.places.get(key, 0) >= WELL_KNOWN:
        return 0
    if knows(vocab) and not is_word(vocab, span.text.lower()):
        return 0
    return 1 if span.label_ and not has_forms(vocab) else 2


def _is_no_noun(span: Span) -> bool:
    """Whether the word is an ordinary one and never a noun: "Déboutée", "Surtout"."""
    vocab, word = span.doc.vocab, span.text.lower()
    return has_forms(vocab) and not is_a(vocab, word, "noun") and is_word(vocab, word)


def _opens_compound(span: Span) -> bool:
    """Whether the name goes on to a word with a hyphen, as in "Google-owned", with no space around it."""
    after = span.doc[span.end : span.end + 2]
    return len(after) == 2 and after[0].text == "-" and after[1].is_lower and not span[-1].whitespace_
